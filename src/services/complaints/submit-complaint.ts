import { type Case, releaseFromQuarantine } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { writeAcknowledged, writeComplaint } from '#data/complaint-repository.ts';
import { correctEnquiry, insertEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { changedFields } from '#domain/cases/changes.ts';
import type { Complaint } from '#domain/complaints/complaint.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { openCase } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { rememberSubmission } from '../cases/idempotency.ts';
import { type Posted, type Submitted, submitOnce } from '../cases/submit-once.ts';
import { enquiryOfComplaint, readComplaint } from './complaint.ts';
import { enqueueComplaint, enqueueComplaintCorrection } from './complaint-notifications.ts';

/** One post of a complaint: what it says besides. */
export interface PostedComplaint extends Posted {
  complaint: Complaint;
}

async function saveNew(
  app: App,
  tx: Transaction,
  { complaint, submission, automatic }: PostedComplaint,
): Promise<Submitted> {
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
  return automatic ? { kind: 'quarantined' } : { kind: 'saved', case: about };
}

/** Takes a complaint out of quarantine with the words it has now, because its person pressed once more. */
async function sendQuarantined(
  app: App,
  tx: Transaction,
  quarantined: Case,
  { complaint, submission }: PostedComplaint,
): Promise<Submitted> {
  const acting = appAtNextAct(app, quarantined);
  const released = { ...quarantined, quarantinedAt: undefined };
  const receivedAt = quarantined.createdAt;
  await releaseFromQuarantine(tx, quarantined.id);
  await writeEnquiry(tx, quarantined.id, enquiryOfComplaint(complaint));
  await writeComplaint(tx, quarantined.id, { about: complaint.about, receivedAt });
  await writeAcknowledged(tx, quarantined.id, acting.now());
  await enqueueComplaint(acting, tx, released, { complaint, receivedAt });
  await rememberSubmission(app, tx, submission, { caseId: quarantined.id });
  await personActed(acting, tx, quarantined.id, { act: 'confirmed' });
  return { kind: 'saved', case: released };
}

/** Writes other words over those of a complaint that staff know of, and tells them. */
async function correct(
  app: App,
  tx: Transaction,
  about: Case,
  { complaint, submission }: PostedComplaint,
): Promise<Submitted> {
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

/**
 * Saves a complaint and every message it causes, in one transaction and a case of its own. One in quarantine is erased by
 * nothing until it is read.
 */
export const submitComplaint = (app: App, posted: PostedComplaint): Promise<Submitted> =>
  submitOnce(app, posted, {
    saveNew: (tx) => saveNew(app, tx, posted),
    sendQuarantined: (tx, quarantined) => sendQuarantined(app, tx, quarantined, posted),
    correct: (tx, about) => correct(app, tx, about, posted),
    async keepQuarantined(tx, quarantined) {
      const { complaint } = posted;
      await writeEnquiry(tx, quarantined.id, enquiryOfComplaint(complaint));
      await writeComplaint(tx, quarantined.id, {
        about: complaint.about,
        receivedAt: quarantined.createdAt,
      });
    },
  });
