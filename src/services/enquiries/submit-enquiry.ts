import { type Case, deleteCase, releaseFromQuarantine } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { findEnquiry, insertEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { lockCaseByKey, openCase } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { rememberSubmission } from '../cases/idempotency.ts';
import { type Posted, type Submitted, submitOnce } from '../cases/submit-once.ts';
import { enqueueAcknowledgement } from '../notifications/enquiry-notifications.ts';
import { correctInCase } from './correct-enquiry.ts';

/** What came of posting an enquiry. */
export type EnquirySubmitted = Submitted | NotJoined;

/** A case that cannot be joined: its key opens none, or there is an enquiry in it. */
type NotJoined = { kind: 'unknown-case' } | { kind: 'has-enquiry' };

/** One post of an enquiry: what it says besides, and where it belongs. */
export interface PostedEnquiry extends Posted {
  enquiry: Enquiry;
  /** The key of the case it is to join. */
  join: string | undefined;
}

/** The case an enquiry joins: that of a call the person asked for before. */
async function caseToJoin(app: App, tx: Transaction, key: string): Promise<Case | NotJoined> {
  const locked = await lockCaseByKey(app, tx, key);
  if (!locked) return { kind: 'unknown-case' };
  return (await findEnquiry(tx, locked.id)) ? { kind: 'has-enquiry' } : locked;
}

/** Writes a new enquiry into the case it joins or one of its own, and its messages unless it is in quarantine. */
async function saveNew(
  app: App,
  tx: Transaction,
  { enquiry, join: key, submission, automatic }: PostedEnquiry,
): Promise<EnquirySubmitted> {
  const join = key && !automatic ? await caseToJoin(app, tx, key) : undefined;
  if (join && 'kind' in join) return join;
  const about = join ?? (await openCase(app, tx, automatic));
  const acting = join ? appAtNextAct(app, join) : app;
  const row = { id: app.uuid(), caseId: about.id, createdAt: acting.now() };
  await insertEnquiry(tx, row, enquiry);
  await rememberSubmission(app, tx, submission, { caseId: about.id });
  if (!about.quarantinedAt) await enqueueAcknowledgement(acting, tx, about, enquiry);
  await personActed(acting, tx, about.id, { act: 'enquired' });
  return about.quarantinedAt ? { kind: 'quarantined' } : { kind: 'saved', case: about };
}

/** Sends what was in quarantine, as the person has it now: into the case it is to join, or its own out of quarantine. */
async function sendQuarantined(
  app: App,
  tx: Transaction,
  quarantined: Case,
  posted: PostedEnquiry,
): Promise<EnquirySubmitted> {
  if (posted.join) {
    const saved = await saveNew(app, tx, posted);
    if (saved.kind === 'saved') await deleteCase(tx, quarantined.id);
    return saved;
  }
  const acting = appAtNextAct(app, quarantined);
  const released = await releaseEnquiry(acting, tx, quarantined, posted.enquiry);
  await rememberSubmission(app, tx, posted.submission, { caseId: quarantined.id });
  await personActed(acting, tx, quarantined.id, { act: 'confirmed' });
  return { kind: 'saved', case: released };
}

/** Takes the enquiry of a case out of quarantine with the words it has now, and enqueues its messages. */
async function releaseEnquiry(app: App, tx: Transaction, quarantined: Case, enquiry: Enquiry) {
  await releaseFromQuarantine(tx, quarantined.id);
  await writeEnquiry(tx, quarantined.id, enquiry);
  await enqueueAcknowledgement(app, tx, quarantined, enquiry);
  return { ...quarantined, quarantinedAt: undefined };
}

/** Writes other words over those of a case; one without an enquiry by now is given a new one. */
async function correct(
  app: App,
  tx: Transaction,
  about: Case,
  posted: PostedEnquiry,
): Promise<EnquirySubmitted> {
  const corrected = await correctInCase(app, tx, about, posted.enquiry);
  if (!corrected) return saveNew(app, tx, posted);
  await rememberSubmission(app, tx, posted.submission, { caseId: about.id });
  return { kind: 'corrected', case: corrected };
}

/**
 * Saves an enquiry and every message it causes, in one transaction, in a case of its own or the one it joins. One that
 * looks automatic is kept in a case of its own, whichever it asked to join, and enqueues nothing.
 */
export const submitEnquiry = (app: App, posted: PostedEnquiry): Promise<EnquirySubmitted> =>
  submitOnce<NotJoined>(app, posted, {
    saveNew: (tx) => saveNew(app, tx, posted),
    sendQuarantined: (tx, quarantined) => sendQuarantined(app, tx, quarantined, posted),
    correct: (tx, about) => correct(app, tx, about, posted),
    keepQuarantined: (tx, quarantined) => writeEnquiry(tx, quarantined.id, posted.enquiry),
  });
