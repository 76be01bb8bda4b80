import type { Case } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { writeComplaint } from '#data/complaint-repository.ts';
import { insertEnquiry } from '#data/enquiry-repository.ts';
import type { Complaint } from '#domain/complaints/complaint.ts';
import { receivedAtOf } from '#domain/complaints/received.ts';
import { cameInWords, type NewComplaint } from '#domain/desk/new-complaint.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { appsInOrder } from '../cases/act-clock.ts';
import { openCase } from '../cases/case.ts';
import { personActed, settleCase } from '../cases/case-status-service.ts';
import { writeAct } from '../desk/case-actions.ts';
import { idempotentOpening } from '../desk/idempotent-action.ts';
import { noteAcknowledged } from './acknowledge-complaint.ts';
import { enquiryOfComplaint } from './complaint.ts';

/** What the person complains of, without how it came and what staff chose. */
const complaintIn = ({
  about,
  message,
  name,
  phone,
  email,
  postalAddress,
}: NewComplaint): Complaint => ({ about, message, name, phone, email, postalAddress });

async function open(app: App, tx: Transaction, given: NewComplaint, staff: string): Promise<Case> {
  const complaint = complaintIn(given);
  const now = app.now().getTime();
  const receivedAt = new Date(receivedAtOf(given.received, now));
  const about = await openCase(app, tx, false, { byHand: true });
  await insertEnquiry(
    tx,
    { id: app.uuid(), caseId: about.id, createdAt: app.now() },
    enquiryOfComplaint(complaint),
  );
  await writeComplaint(tx, about.id, { about: complaint.about, receivedAt });
  await personActed(app, tx, about.id, { act: 'got in touch' });
  const atNext = appsInOrder(app);
  const words = cameInWords(given, wallClockAt(now).day);
  await writeAct(atNext(), tx, about, { staff, act: 'opened', words });
  const { acknowledged: told } = given;
  if (told !== 'later') {
    await noteAcknowledged(atNext(), tx, about, { complaint, receivedAt, staff, told });
  }
  await settleCase(tx, about.id);
  return about;
}

/**
 * Opens a case for a complaint that was not sent on the site, as staff wrote it down: its 30 days count from the day it
 * came. Its person is emailed that we have it where staff say so. The same form pressed again is the first again.
 */
export const openComplaintAtDesk = (
  app: App,
  given: NewComplaint,
  staff: string,
): Promise<Case> => {
  const { once, ...value } = given;
  const pressed = { act: 'new-complaint', staff, value, once };
  return idempotentOpening(app, pressed, (tx) => open(app, tx, given, staff));
};
