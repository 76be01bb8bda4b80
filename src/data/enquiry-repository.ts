import { eq } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Enquiry, EnquiryField } from '#domain/enquiry/enquiry.ts';
import type { Transaction } from './client.ts';
import { withNulls, withoutNulls } from './nulls.ts';
import { enquiries } from './schema.ts';
import { SEARCHED_TEXTS, searchColumns } from './search-repository.ts';

/** An enquiry as it is, when it was sent, and when it was last corrected. */
export interface RecordedEnquiry {
  enquiry: Enquiry;
  createdAt: Date;
  correctedAt: Date | undefined;
}

/** Where each field is kept: a field without a column is an error of types. */
const FIELDS = {
  organisation: enquiries.organisation,
  name: enquiries.name,
  role: enquiries.role,
  email: enquiries.email,
  phone: enquiries.phone,
  postalAddress: enquiries.postalAddress,
  interests: enquiries.interests,
  people: enquiries.people,
  rhythm: enquiries.rhythm,
  sessions: enquiries.sessions,
  when: enquiries.when,
  message: enquiries.message,
} satisfies Record<EnquiryField, PgColumn>;

const searchedOf = (enquiry: Enquiry) =>
  searchColumns(
    SEARCHED_TEXTS.enquiries.map((name) => enquiry[name]),
    enquiry.phone,
  );

/** Everything an enquiry says, over what a row says. */
const rewritten = async (enquiry: Enquiry) => ({
  ...withNulls(Object.keys(FIELDS) as EnquiryField[], enquiry),
  ...(await searchedOf(enquiry)),
});

/** Writes a new enquiry into its case. */
export async function insertEnquiry(
  tx: Transaction,
  { id, caseId, createdAt }: { id: string; caseId: string; createdAt: Date },
  enquiry: Enquiry,
): Promise<void> {
  const searched = await searchedOf(enquiry);
  await tx.insert(enquiries).values({ id, caseId, createdAt, ...enquiry, ...searched });
}

/** Writes what an enquirer corrected over what was there. */
export async function correctEnquiry(
  tx: Transaction,
  caseId: string,
  { enquiry, correctedAt }: { enquiry: Enquiry; correctedAt: Date },
): Promise<void> {
  await tx
    .update(enquiries)
    .set({ correctedAt, ...(await rewritten(enquiry)) })
    .where(eq(enquiries.caseId, caseId));
}

/** Writes an enquiry that nobody was notified of yet over what was there: no correction, since it was never sent. */
export async function writeEnquiry(
  tx: Transaction,
  caseId: string,
  enquiry: Enquiry,
): Promise<void> {
  await tx
    .update(enquiries)
    .set(await rewritten(enquiry))
    .where(eq(enquiries.caseId, caseId));
}

/** The enquiry of a case, if it has one. */
export async function findEnquiry(
  tx: Transaction,
  caseId: string,
): Promise<RecordedEnquiry | undefined> {
  const { createdAt, correctedAt } = enquiries;
  const [row] = await tx
    .select({ enquiry: FIELDS, createdAt, correctedAt })
    .from(enquiries)
    .where(eq(enquiries.caseId, caseId));
  return (
    row && {
      enquiry: withoutNulls(row.enquiry),
      createdAt: row.createdAt,
      correctedAt: row.correctedAt ?? undefined,
    }
  );
}
