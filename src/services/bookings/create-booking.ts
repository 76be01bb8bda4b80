import { isDeepStrictEqual } from 'node:util';
import type { Reservation } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { CallRequest } from '#domain/booking/booking.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import {
  checkAvailability,
  type NotOffered,
  type Offered,
  takenAt,
} from '../availability/check-availability.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCaseByKey, openCase } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { recognise, rememberSubmission, type Submission } from '../cases/idempotency.ts';
import { type NewCall, newCallLimit, type OverLimit } from '../limits/call-budget.ts';
import { enqueueBookingMessages } from '../notifications/booking-notifications.ts';
import { staysAsItIs } from './booked-before.ts';
import { type BookingInCase, isToCome } from './booking.ts';
import { bookingsOfCase, lockBooking, makeBooking, writeBooking } from './booking-records.ts';
import { claimTime } from './claim-time.ts';
import { correctIn, correctionLimit, detailsOf } from './correct-booking.ts';
import { bookQuarantined, keepQuarantined } from './quarantined-booking.ts';
import { moveIn } from './reschedule-booking.ts';
import { transactionClaiming } from './transaction-claiming.ts';

/** A call somebody asks for: what it is recognised by, and whether its post looks automatic. */
export interface BookingRequest {
  kind: CallKind;
  value: CallRequest;
  submission: Submission;
  automatic: boolean;
  /** The address of the connection it came from. */
  address: string;
}

/**
 * What came of asking for a call. `booked`: its time is taken, and everybody is notified; `repeat`:
 * it was booked before, and is as it was; `corrected`: an earlier post of the same form has other details or
 * another time now; `quarantined`: it looked automatic, holds no time, and nobody is told until the person presses
 * once more.
 */
export type Booked =
  | (BookingInCase & { kind: 'booked' | 'repeat' | 'corrected' })
  | { kind: 'quarantined' }
  | NotOffered
  | OverLimit
  | { kind: 'unknown-case' }
  | { kind: 'key-reused' };

/** Writes the call into the case it joins or one of its own, with a hold on its time or without. */
async function insertInCase(
  app: App,
  tx: Transaction,
  { kind, value, automatic }: BookingRequest,
  { slot, join, hold }: { slot: Slot; join: Case | undefined; hold?: Reservation },
): Promise<BookingInCase> {
  const joined = join ?? (await openCase(app, tx, automatic));
  const booking = makeBooking(app, kind, value, {
    caseId: joined.id,
    slot,
    quarantined: automatic,
  });
  await writeBooking(tx, booking, hold);
  return { case: joined, booking };
}

/** Who a call is asked for, as limits count it. */
export const limitSubjectOf = ({ value: { email, phone }, address }: BookingRequest): NewCall => ({
  email,
  phone,
  address,
});

/** Writes a new call, the memory of the post, and every message they cause. */
async function write(
  app: App,
  tx: Transaction,
  asked: BookingRequest,
  { diary, slot, join }: Omit<Offered, 'kind'> & { join: Case | undefined },
): Promise<Booked> {
  const acting = join ? appAtNextAct(app, join) : app;
  const room = asked.automatic ? undefined : await newCallLimit(app, tx, limitSubjectOf(asked));
  if (room?.kind === 'over-limit') return room;
  const about = asked.automatic
    ? await insertInCase(acting, tx, asked, { slot, join })
    : await claimTime(app, tx, diary, { slot }, (hold) =>
        insertInCase(acting, tx, asked, { slot, join, hold }),
      );
  if (!about) return takenAt(app, slot.start);
  await room?.count();
  const made = { caseId: about.case.id, bookingId: about.booking.id };
  await rememberSubmission(app, tx, asked.submission, made);
  if (!asked.automatic) await enqueueBookingMessages(acting, tx, about);
  await personActed(acting, tx, about.case.id, {
    act: 'booked',
    booking: about.booking,
  });
  return asked.automatic ? { kind: 'quarantined' } : { kind: 'booked', ...about };
}

/** A call of the same kind at the same time in a case: asked for again below it, it is the same call. */
async function sameCallIn(app: App, tx: Transaction, join: Case, { kind, value }: BookingRequest) {
  const calls = await bookingsOfCase(tx, join.id);
  return calls.find(
    (call) => call.kind === kind && call.start === value.start && isToCome(app, call),
  );
}

async function bookNew(app: App, tx: Transaction, asked: BookingRequest): Promise<Booked> {
  const { kind, value } = asked;
  const join = value.case === undefined ? undefined : await lockCaseByKey(app, tx, value.case);
  if (value.case !== undefined && !join) return { kind: 'unknown-case' };
  const same = join && (await sameCallIn(app, tx, join, asked));
  if (join && same) {
    await rememberSubmission(app, tx, asked.submission, { caseId: join.id, bookingId: same.id });
    return { kind: 'repeat', case: join, booking: same };
  }
  const judged = await checkAvailability(app, tx, kind, value);
  if (judged.kind !== 'offered') return judged;
  // What joins a case in quarantine is released with it.
  const automatic = asked.automatic || join?.quarantinedAt !== undefined;
  return write(app, tx, { ...asked, automatic }, { ...judged, join });
}

/** A post of the same form with other words: the call has another time, or other details. */
async function correctBooked(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  asked: BookingRequest,
): Promise<Booked> {
  const details = detailsOf(asked.value);
  const isCorrection = !isDeepStrictEqual(detailsOf(about.booking), details);
  // Judged before anything is written: what is refused leaves nothing behind.
  const over = isCorrection && (await correctionLimit(app, tx, about.booking, asked.value));
  if (over) return over;
  const moved = await moveIn(app, tx, about.booking, { start: asked.value.start });
  if (moved.kind === 'taken' || moved.kind === 'refused' || moved.kind === 'over-limit') {
    return moved;
  }
  if (!('booking' in moved)) return { kind: 'repeat', ...about };
  const corrected = await correctIn(app, tx, moved.booking, asked.value);
  if (!('booking' in corrected)) return { kind: 'repeat', ...about };
  const { booking } = corrected;
  await rememberSubmission(app, tx, asked.submission, {
    caseId: booking.caseId,
    bookingId: booking.id,
  });
  const changed = moved.kind === 'moved' || corrected.kind === 'corrected';
  return { kind: changed ? 'corrected' : 'repeat', case: corrected.case, booking };
}

/** A post that came before: the call it asked for then, with the words it has now. */
async function askedAgain(
  app: App,
  tx: Transaction,
  { bookingId, sameWords }: { bookingId: string; sameWords: boolean },
  { about, asked }: { about: Case; asked: BookingRequest },
): Promise<Booked> {
  const before = await lockBooking(tx, { id: bookingId, caseId: about.id });
  if (!before) return bookNew(app, tx, asked);
  if (before.booking.quarantinedAt) {
    return asked.automatic
      ? keepQuarantined(app, tx, before, asked)
      : bookQuarantined(app, tx, before, asked);
  }
  if (staysAsItIs(app, before.booking, { value: asked.value, sameWords }))
    return { kind: 'repeat', ...before };
  // Nothing is written: the words come again with the press that sends them.
  return asked.automatic ? { kind: 'quarantined' } : correctBooked(app, tx, before, asked);
}

async function book(app: App, tx: Transaction, asked: BookingRequest): Promise<Booked> {
  const { submission } = asked;
  const found = await recognise(app, tx, submission);
  if (found.kind === 'new') return bookNew(app, tx, asked);
  if (submission.identity.by === 'key' && !found.sameWords) return { kind: 'key-reused' };
  const { bookingId, sameWords } = found;
  if (bookingId === undefined) return bookNew(app, tx, asked);
  return askedAgain(app, tx, { bookingId, sameWords }, { about: found.case, asked });
}

/**
 * Books a call with every message it causes, in one transaction, in its own case or the one it joins. The same
 * form posted again is the first again: as it was, corrected, or booked at last. A time that is taken, or
 * not offered, is refused and nothing is written. One that looks automatic holds no time and enqueues nothing.
 */
export const createBooking = (app: App, asked: BookingRequest): Promise<Booked> =>
  transactionClaiming<Booked>(app, async (tx, { before }) => {
    const came = await book(app, tx, asked);
    if (came.kind !== 'repeat' || !before || !('booking' in before)) return came;
    // The try before this one was committed after all, and this post came to what it came to then.
    return { ...came, kind: before.kind };
  });
