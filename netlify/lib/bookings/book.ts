import type { CallRequest } from '#domain/booking/booking.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { type Case, findCaseByKey, lockCase, openCase, touchCase } from '../cases/case.ts';
import { findRepeat, type Repeat, rememberSubmission, type Submission } from '../cases/repeat.ts';
import { transactionRetried } from '../collisions.ts';
import type { Transaction } from '../database.ts';
import type { BookingInCase } from './booking.ts';
import { claimTime, type Hold } from './claim.ts';
import { judgeNow, type NotOffered, type Offered, TAKEN } from './judge-now.ts';
import { oweBooked } from './messages.ts';
import { findBooking } from './record.ts';
import { insertBooking, makeBooking } from './write.ts';

/** A call somebody asks for; `submission` is how the post is recognised when it comes again. */
export interface Asked {
  kind: CallKind;
  value: CallRequest;
  submission: Submission;
  quarantined: boolean;
}

/** What came of asking for a call. `slot` is the time that was asked for and given. */
export type Booked =
  | (BookingInCase & { kind: 'booked' | 'repeat'; slot: Slot })
  | NotOffered
  | { kind: 'unknown-case' }
  | { kind: 'key-reused' };

/** What a post made before, answered as it was then, whatever has become of it since. */
async function sameAgain(
  tx: Transaction,
  repeat: Repeat,
  start: number,
): Promise<Booked | undefined> {
  if (repeat.kind !== 'repeat' || repeat.bookingId === undefined) return undefined;
  const booking = await findBooking(tx, repeat.bookingId);
  if (!booking) return undefined;
  const slot = { start, end: start + booking.end - booking.start };
  return { kind: 'repeat', case: repeat.case, booking, slot };
}

/** The case a call is to join; undefined when its key opens none. */
async function caseToJoin(app: App, tx: Transaction, key: string): Promise<Case | undefined> {
  const found = await findCaseByKey(app, key, tx);
  return found && lockCase(tx, found.id);
}

/** Writes the call into the case it joins or one of its own, with a hold on its time or without. */
async function insertInCase(
  app: App,
  tx: Transaction,
  { kind, value, quarantined }: Asked,
  { slot, join, hold }: { slot: Slot; join: Case | undefined; hold?: Hold },
): Promise<BookingInCase> {
  const joined = join ?? (await openCase(app, tx, quarantined));
  const booking = makeBooking(app, kind, value, { caseId: joined.id, slot, quarantined });
  await insertBooking(app, tx, booking, hold);
  return { case: joined, booking };
}

/** Writes the call, the memory of the post, and every message they owe. */
async function write(
  app: App,
  tx: Transaction,
  asked: Asked,
  { diary, slot, join }: Omit<Offered, 'kind'> & { join: Case | undefined },
): Promise<Booked> {
  const about = asked.quarantined
    ? await insertInCase(app, tx, asked, { slot, join })
    : await claimTime(tx, diary, { slot }, (hold) =>
        insertInCase(app, tx, asked, { slot, join, hold }),
      );
  if (!about) return TAKEN;
  const made = { caseId: about.case.id, bookingId: about.booking.id };
  await rememberSubmission(app, tx, asked.submission, made);
  if (!asked.quarantined) {
    if (join) await touchCase(app, tx, join.id);
    await oweBooked(app, tx, about);
  }
  return { kind: 'booked', ...about, slot };
}

async function book(app: App, tx: Transaction, asked: Asked): Promise<Booked> {
  const { kind, value } = asked;
  const repeat = await findRepeat(app, tx, asked.submission);
  if (repeat.kind === 'key-reused') return repeat;
  const again = await sameAgain(tx, repeat, value.start);
  if (again) return again;
  const join = value.case === undefined ? undefined : await caseToJoin(app, tx, value.case);
  if (value.case !== undefined && !join) return { kind: 'unknown-case' };
  const judged = await judgeNow(app, tx, kind, value);
  if (judged.kind !== 'offered') return judged;
  // What joins a case in quarantine is released with it.
  const quarantined = asked.quarantined || join?.quarantinedAt !== undefined;
  return write(app, tx, { ...asked, quarantined }, { ...judged, join });
}

/**
 * Books a call with everything it owes, in one transaction, in its own case or the one it joins. A post
 * that was made before is given what it made. A time somebody else has, or that is not offered, is
 * refused and nothing is written. One in quarantine holds no time and owes nothing.
 */
export const bookCall = (app: App, asked: Asked): Promise<Booked> =>
  transactionRetried(app, (tx) => book(app, tx, asked));
