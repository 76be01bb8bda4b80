import type { Transaction } from '#data/client.ts';
import { type ComplaintKept, findComplaint } from '#data/complaint-repository.ts';
import { findEnquiry } from '#data/enquiry-repository.ts';
import type { Complaint } from '#domain/complaints/complaint.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';

export { type ComplaintKept, findComplaint };

/** The words of a complaint, as the table of enquiries keeps them. */
export const enquiryOfComplaint = ({ about: _, ...words }: Complaint): Enquiry => ({
  ...words,
  interests: [],
});

/** A complaint as it is kept: what makes its case one, and its words. */
export interface ComplaintRead extends ComplaintKept {
  complaint: Complaint;
}

/** The complaint that a case is, with its words as they are now; undefined where a case is none. */
export async function readComplaint(
  tx: Transaction,
  caseId: string,
): Promise<ComplaintRead | undefined> {
  const kept = await findComplaint(tx, caseId);
  const enquiry = kept && (await findEnquiry(tx, caseId))?.enquiry;
  if (!enquiry) return undefined;
  const { name, email, phone, postalAddress, message = '' } = enquiry;
  const complaint = { about: kept.about, name, email, phone, postalAddress, message };
  return { ...kept, complaint };
}
