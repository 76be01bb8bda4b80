import { type Case, deleteCase, lockCase, releaseFromQuarantine } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { findEnquiry, insertEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { findCaseByKey, openCase } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { recognise, rememberSubmission, type Submission } from '../cases/idempotency.ts';
import { enqueueAcknowledgement } from '../notifications/enquiry-notifications.ts';
import { correctInCase } from './correct-enquiry.ts';

/**
 * What came of posting an enquiry. `saved`: staff and the enquirer are notified; `repeat`: it was
 * saved before, and is as it was; `corrected`: it replaced the words of an earlier post of the same form;
 * `held`: it looked automatic, and nobody is told until the person presses once more.
 */
export type Submitted =
  | { kind: 'saved' | 'repeat' | 'corrected'; case: Case }
  | { kind: 'held' }
  | { kind: 'key-reused' }
  | NotJoined;

/** A case that cannot be joined: its key opens none, or there is an enquiry in it. */
type NotJoined = { kind: 'unknown-case' } | { kind: 'has-enquiry' };

/** One post of an enquiry: what it says, what it is recognised by, and whether it looks automatic. */
export interface PostedEnquiry {
  enquiry: Enquiry;
  /** The key of the case it is to join. */
  join: string | undefined;
  submission: Submission;
  automatic: boolean;
}

/** The case an enquiry joins: that of a call the person asked for before. */
async function caseToJoin(app: App, tx: Transaction, key: string): Promise<Case | NotJoined> {
  const found = await findCaseByKey(app, key, tx);
  const locked = found && (await lockCase(tx, found.id));
  if (!locked) return { kind: 'unknown-case' };
  return (await findEnquiry(tx, locked.id)) ? { kind: 'has-enquiry' } : locked;
}

/** Writes a new enquiry into the case it joins or one of its own, and its messages unless it is held. */
async function saveNew(
  app: App,
  tx: Transaction,
  { enquiry, join: key, submission, automatic }: PostedEnquiry,
): Promise<Submitted> {
  const join = key && !automatic ? await caseToJoin(app, tx, key) : undefined;
  if (join && 'kind' in join) return join;
  const about = join ?? (await openCase(app, tx, automatic));
  const acting = join ? appAtNextAct(app, join) : app;
  const row = { id: app.uuid(), caseId: about.id, createdAt: acting.now() };
  await insertEnquiry(tx, row, enquiry);
  await rememberSubmission(app, tx, submission, { caseId: about.id });
  if (!about.quarantinedAt) await enqueueAcknowledgement(acting, tx, about, enquiry);
  await personActed(acting, tx, about.id, { act: 'enquired' });
  return about.quarantinedAt ? { kind: 'held' } : { kind: 'saved', case: about };
}

/** Sends what had been held, as the person has it now: into the case it is to join, or its own out of quarantine. */
async function sendHeld(
  app: App,
  tx: Transaction,
  held: Case,
  posted: PostedEnquiry,
): Promise<Submitted> {
  if (posted.join) {
    const saved = await saveNew(app, tx, posted);
    if (saved.kind === 'saved') await deleteCase(tx, held.id);
    return saved;
  }
  const acting = appAtNextAct(app, held);
  const released = await releaseEnquiry(acting, tx, held, posted.enquiry);
  await rememberSubmission(app, tx, posted.submission, { caseId: held.id });
  await personActed(acting, tx, held.id, { act: 'confirmed' });
  return { kind: 'saved', case: released };
}

/** Takes the enquiry of a case out of quarantine with the words it has now, and enqueues its messages. */
async function releaseEnquiry(app: App, tx: Transaction, held: Case, enquiry: Enquiry) {
  await releaseFromQuarantine(tx, held.id);
  await writeEnquiry(tx, held.id, enquiry);
  await enqueueAcknowledgement(app, tx, held, enquiry);
  return { ...held, quarantinedAt: undefined };
}

/** A post that came before: the first again, with the words it has now. */
async function postedAgain(
  app: App,
  tx: Transaction,
  { id, sameWords }: { id: string; sameWords: boolean },
  posted: PostedEnquiry,
): Promise<Submitted> {
  const before = await lockCase(tx, id);
  if (!before) return saveNew(app, tx, posted);
  if (before.quarantinedAt) {
    if (!posted.automatic) return sendHeld(app, tx, before, posted);
    await writeEnquiry(tx, id, posted.enquiry);
    return { kind: 'held' };
  }
  if (sameWords) return { kind: 'repeat', case: before };
  // Nothing is written: the words come again with the press that sends them.
  if (posted.automatic) return { kind: 'held' };
  const corrected = await correctInCase(app, tx, before, posted.enquiry);
  if (!corrected) return saveNew(app, tx, posted);
  await rememberSubmission(app, tx, posted.submission, { caseId: id });
  return { kind: 'corrected', case: corrected };
}

/**
 * Saves an enquiry and every message it causes, in one transaction, in a case of its own or the one it
 * joins. The same form posted again is the first again: as it was, corrected, or sent at last. One that
 * looks automatic is kept in a case of its own, whichever it asked to join, and enqueues nothing.
 */
export const submitEnquiry = (app: App, posted: PostedEnquiry): Promise<Submitted> =>
  transactionRetried<Submitted>(app, async (tx, { before }) => {
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
