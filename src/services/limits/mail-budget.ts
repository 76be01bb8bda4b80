import { lockName } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';
import {
  deleteUse,
  insertUse,
  insertWithheld,
  lastEmailOfCall,
  usesAfter,
} from '#data/limit-repository.ts';
import type { MailKindTo } from '#domain/cases/mail-kinds.ts';
import { waitFor } from '#domain/limits/budget.ts';
import { mailboxOf } from '#domain/limits/mailbox.ts';
import { DAY, MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { dailyHashes, lockNameOf } from './daily-hash.ts';

/** One email counted for an address, to be taken back with `use` where none is written; and whether there was room. */
interface MailCounted {
  use: number;
  hasRoom: boolean;
}

const nowOf = (app: App) => (app.running ?? app.now)();

async function hasRoomFor(app: App, tx: Transaction, mailbox: string): Promise<boolean> {
  const { 'an-hour': hour, 'a-day': day } = app.site.settings.limits['emails-to-one-address'];
  const now = nowOf(app).getTime();
  const used = await usesAfter(tx, dailyHashes(app, 'mail', mailbox), new Date(now - DAY));
  const windows = [
    { most: hour, within: 60 * MINUTE },
    { most: day, within: DAY },
  ];
  return waitFor(used, now, windows) === 0;
}

/**
 * Counts for an address one email that begins something, in `tx`, and says whether it has had as many as it gets in
 * an hour or a day, whoever asked for them. Others who would write to the same mailbox wait until `tx` ends.
 */
export async function countMail(app: App, tx: Transaction, email: string): Promise<MailCounted> {
  const mailbox = mailboxOf(email);
  await lockName(tx, lockNameOf(app, 'mailbox', mailbox));
  const hasRoom = await hasRoomFor(app, tx, mailbox);
  const use = await insertUse(tx, dailyHashes(app, 'mail', mailbox)[0], nowOf(app));
  return { use, hasRoom };
}

/** Takes one email from what an address gets. One that has had them all waits for nobody: a flood must not hold every connection. */
async function takeMail(app: App, tx: Transaction, email: string): Promise<boolean> {
  if (!(await hasRoomFor(app, tx, mailboxOf(email)))) return false;
  const { use, hasRoom } = await countMail(app, tx, email);
  if (!hasRoom) await deleteUse(tx, use);
  return hasRoom;
}

/** An email that is to begin something: to whom, about which case and call, and what it is called. */
interface Beginning {
  to: string;
  kind: MailKindTo<'enquirer'>;
  caseId: string;
  bookingId?: string | undefined;
}

/**
 * Whether an email that begins something may be written, in `tx`. One that may not is noted: the person’s page and
 * the desk say that it did not come.
 */
export async function mayBegin(
  app: App,
  tx: Transaction,
  { to, kind, caseId, bookingId }: Beginning,
): Promise<boolean> {
  if (await takeMail(app, tx, to)) return true;
  await insertWithheld(tx, { caseId, bookingId, kind, at: app.now() });
  return false;
}

/** Whether the last email about a call to its person was withheld. */
export const isEmailWithheld = async (app: App, { id }: { id: string }): Promise<boolean> =>
  (await lastEmailOfCall(app.database, id)) === 'withheld';

/**
 * Whether an email about a call may be written, in `tx`: always while the one before it was, since it goes on with
 * what that began; else as one that begins something.
 */
export async function mayTellOfCall(
  app: App,
  tx: Transaction,
  about: Beginning & { bookingId: string },
): Promise<boolean> {
  return (await lastEmailOfCall(tx, about.bookingId)) === 'written' || mayBegin(app, tx, about);
}
