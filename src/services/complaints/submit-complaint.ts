import { type Case, lockCase, releaseFromQuarantine } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { writeAcknowledged, writeComplaint } from '#data/complaint-repository.ts';
import { correctEnquiry, insertEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { changedFields } from '#domain/cases/changes.ts';
import type { Complaint } from '#domain/complaints/complaint.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { openCase } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { recognise, rememberSubmission, type Submission } from '../cases/idempotency.ts';
import { enquiryOfComplaint, readComplaint } from './complaint.ts';
import { enqueueComplaint, enqueueComplaintCorrection } from './complaint-notifications.ts';

/**
 * What came of posting a complaint. `saved`: staff and the person are notified; `repeat`: it was saved before, and is
 * as it was; `corrected`: it replaced the words of an earlier post of the same form; `held`: it looked automatic, and
 * waits in quarantine, where nothing erases it, until the person presses once more or staff release it.
 */
export type ComplaintSubmitted =
  | { kind: 'saved' | 'repeat' | 'corrected'; case: Case }
  | { kind: 'held' }
  | { kind: 'key-reused' };

/** One post of a complaint: what it says, what it is recognised by, and whether it looks automatic. */
export interface PostedComplaint {
  complaint: Complaint;
  submission: Submission;
  automatic: boolean;
}

async function saveNew(
  app: App,
  tx: Transaction,
  { complaint, submission, automatic }: PostedComplaint,
): Promise<ComplaintSubmitted> {
  const about = await openCase(app, tx, automatic);
  const receivedAt = app.now();
  const row = { id: app.uuid(), caseId: about.id, createdAt: receivedAt };
  await insertEnquiry(tx, row, enquiryOfComplaint(complaint));
  await writeComplaint(tx, about.id, { about: complaint.about, receivedAt });
  await rememberSubmission(app, tx, submission, { caseId: about.id });
  if (!automatic) {
    await writeAcknowledged(tx, about.id, receivedAt);
    await enqueueComplaint(app, tx, about, { complaint, receivedAt });
  }
  await personActed(app, tx, about.id, { act: 'complained' });
  return automatic ? { kind: 'held' } : { kind: 'saved', case: about };
}

/** Takes a complaint out of quarantine with the words it has now, because its person pressed once more. */
async function sendHeld(
  app: App,
  tx: Transaction,
  held: Case,
  { complaint, submission }: PostedComplaint,
): Promise<ComplaintSubmitted> {
  const acting = appAtNextAct(app, held);
  const released = { ...held, quarantinedAt: undefined };
  const receivedAt = held.createdAt;
  await releaseFromQuarantine(tx, held.id);
  await writeEnquiry(tx, held.id, enquiryOfComplaint(complaint));
  await writeComplaint(tx, held.id, { about: complaint.about, receivedAt });
  await writeAcknowledged(tx, held.id, acting.now());
  await enqueueComplaint(acting, tx, released, { complaint, receivedAt });
  await rememberSubmission(app, tx, submission, { caseId: held.id });
  await personActed(acting, tx, held.id, { act: 'confirmed' });
  return { kind: 'saved', case: released };
}

/** Writes other words over those of a complaint that staff know of, and tells them. */
async function correct(
  app: App,
  tx: Transaction,
  about: Case,
  { complaint, submission }: PostedComplaint,
): Promise<ComplaintSubmitted> {
  const before = await readComplaint(tx, about.id);
  if (!before) return { kind: 'repeat', case: about };
  const acting = appAtNextAct(app, about);
  const enquiry = enquiryOfComplaint(complaint);
  await correctEnquiry(tx, about.id, { enquiry, correctedAt: acting.now() });
  await writeComplaint(tx, about.id, { about: complaint.about, receivedAt: before.receivedAt });
  const { receivedAt } = before;
  await enqueueComplaintCorrection(acting, tx, about, { complaint, receivedAt });
  await personActed(acting, tx, about.id, {
    act: 'corrected',
    before: changedFields({ ...enquiryOfComplaint(before.complaint) }, { ...enquiry }),
  });
  await rememberSubmission(app, tx, submission, { caseId: about.id });
  return { kind: 'corrected', case: about };
}

/** A post that came before: the first again, with the words it has now. */
async function postedAgain(
  app: App,
  tx: Transaction,
  { id, sameWords }: { id: string; sameWords: boolean },
  posted: PostedComplaint,
): Promise<ComplaintSubmitted> {
  const before = await lockCase(tx, id);
  if (!before) return saveNew(app, tx, posted);
  const { complaint, automatic } = posted;
  if (before.quarantinedAt) {
    if (!automatic) return sendHeld(app, tx, before, posted);
    await writeEnquiry(tx, id, enquiryOfComplaint(complaint));
    await writeComplaint(tx, id, { about: complaint.about, receivedAt: before.createdAt });
    return { kind: 'held' };
  }
  if (sameWords) return { kind: 'repeat', case: before };
  // Nothing is written: the words come again with the press that sends them.
  return automatic ? { kind: 'held' } : correct(app, tx, before, posted);
}

/**
 * Saves a complaint and every message it causes, in one transaction and a case of its own. The same form posted again
 * is the first again: as it was, corrected, or sent at last.
 */
export const submitComplaint = (app: App, posted: PostedComplaint): Promise<ComplaintSubmitted> =>
  transactionRetried<ComplaintSubmitted>(app, async (tx, { before }) => {
    const { submission } = posted;
    const found = await recognise(app, tx, submission);
    if (found.kind === 'new') return saveNew(app, tx, posted);
    if (submission.identity.by === 'key' && !found.sameWords) return { kind: 'key-reused' };
    const { id } = found.case;
    const came = await postedAgain(app, tx, { id, sameWords: found.sameWords }, posted);
    if (came.kind !== 'repeat' || !before || !('case' in before)) return came;
    // The try before this one was committed after all, and this post came to what it came to then.
    return { kind: before.kind, case: came.case };
  });
