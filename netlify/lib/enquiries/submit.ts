import type { Enquiry, EnquiryRequest } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { type Case, findCaseByKey, lockCase, openCase, touchCase } from '../cases/case.ts';
import { findRepeat, rememberSubmission, type Submission } from '../cases/repeat.ts';
import type { Transaction } from '../database.ts';
import type { Refusal } from '../http/answer.ts';
import { oweAcknowledgement } from './messages.ts';
import { findEnquiry, insertEnquiry } from './record.ts';

export type Submitted =
  | { kind: 'saved' | 'repeat'; case: Case }
  | { kind: 'key-reused' }
  | NotJoined;

/** A case that cannot be joined: its key opens none, or there is an enquiry in it. */
type NotJoined = { kind: 'unknown-case' } | { kind: 'has-enquiry' };

/** A case holds one enquiry. */
export const HAS_ENQUIRY: Refusal = {
  status: 409,
  detail:
    'You have sent an enquiry with this link already, and can correct it there. Send this once more to make it an enquiry of its own.',
};

/** The case an enquiry joins: that of a call somebody asked for before. */
async function caseToJoin(app: App, tx: Transaction, key: string): Promise<Case | NotJoined> {
  const found = await findCaseByKey(app, key, tx);
  const locked = found && (await lockCase(tx, found.id));
  if (!locked) return { kind: 'unknown-case' };
  return (await findEnquiry(tx, locked.id)) ? { kind: 'has-enquiry' } : locked;
}

interface Submitting {
  enquiry: Enquiry;
  submission: Submission;
  quarantined: boolean;
}

async function save(
  app: App,
  tx: Transaction,
  { enquiry, submission, quarantined }: Submitting,
  join: Case | undefined,
): Promise<Submitted> {
  const about = join ?? (await openCase(app, tx, quarantined));
  await insertEnquiry(app, tx, about.id, enquiry);
  await rememberSubmission(app, tx, submission, { caseId: about.id });
  if (join) await touchCase(app, tx, join.id);
  if (!about.quarantinedAt) await oweAcknowledgement(app, tx, about, enquiry);
  return { kind: 'saved', case: about };
}

/**
 * Saves an enquiry and every message it owes, in one transaction, in a case of its own or the one it
 * joins; a post that was made before is given the case it made. One in quarantine is kept in a case of
 * its own, whichever it asked to join, and owes nothing until staff release it.
 */
export const submitEnquiry = (
  app: App,
  { case: key, ...enquiry }: EnquiryRequest,
  submission: Submission,
  quarantined: boolean,
): Promise<Submitted> =>
  app.database.transaction(async (tx) => {
    const repeat = await findRepeat(app, tx, submission);
    if (repeat.kind !== 'new') return repeat;
    const join = key && !quarantined ? await caseToJoin(app, tx, key) : undefined;
    if (join && 'kind' in join) return join;
    return save(app, tx, { enquiry, submission, quarantined }, join);
  });
