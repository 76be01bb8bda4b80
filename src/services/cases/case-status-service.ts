import {
  readAnswers,
  readTurns,
  writeActMoment,
  writeSettled,
} from '#data/case-status-repository.ts';
import type { Transaction } from '#data/client.ts';
import { insertPersonActs } from '#data/person-act-repository.ts';
import { firstAnswer, settle } from '#domain/cases/case-status.ts';
import { contactCall } from '#domain/cases/contact-person.ts';
import type { PersonAct } from '#domain/cases/person-act.ts';
import type { App } from '../app.ts';

/**
 * Writes in `tx` how a case stands after everything done about it, and which call says who it is from. To be
 * called last by whatever changes a case, its enquiry, its calls, or what staff did about it.
 */
export async function settleCase(tx: Transaction, caseId: string): Promise<void> {
  const { turns, replies, enquired, enquiredAt, calls } = await readTurns(tx, caseId);
  const contactBookingId = contactCall(enquired, calls)?.id;
  const answeredAt = firstAnswer(replies, enquiredAt);
  await writeSettled(tx, caseId, { ...settle(turns), contactBookingId, enquiredAt, answeredAt });
}

/** Notes that something was done about a case at the moment of `app`; `extendsKeeping`: it is kept for its whole time from then. */
export const recordActMoment = (
  app: App,
  tx: Transaction,
  caseId: string,
  { extendsKeeping }: { extendsKeeping: boolean },
): Promise<void> => writeActMoment(tx, caseId, { at: app.now(), extendsKeeping });

/** Writes in `tx` what the person did, that we were in touch, and how their case stands after it. */
export async function personActed(
  app: App,
  tx: Transaction,
  caseId: string,
  ...acts: readonly PersonAct[]
): Promise<void> {
  await insertPersonActs(tx, { caseId, at: app.now() }, acts);
  await recordActMoment(app, tx, caseId, { extendsKeeping: true });
  await settleCase(tx, caseId);
}

/** Whether staff have answered everything the person did in a case: nothing of theirs waits, and they have had a reply. */
export async function isAnswered(tx: Transaction, caseId: string): Promise<boolean> {
  const { because, replied } = await readAnswers(tx, caseId);
  return because !== 'wrote' && replied;
}
