import type { Transaction } from '#data/client.ts';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { CALL_NAMES, type CallDetails } from '#domain/booking/booking.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { App } from '../app.ts';
import { checkAvailability, type NotOffered, takenAt } from '../availability/check-availability.ts';
import type { BookingInCase } from '../bookings/booking.ts';
import { bookingsOfCase, makeBooking, writeBooking } from '../bookings/booking-records.ts';
import { claimTime } from '../bookings/claim-time.ts';
import { transactionClaiming } from '../bookings/transaction-claiming.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { enqueueBookingMessages } from '../notifications/booking-notifications.ts';
import { writeAct } from './case-actions.ts';

/** A call that staff book for the person of a case, as they agreed. `start` is in milliseconds. */
export interface CallForThem {
  kind: CallKind;
  start: number;
  topic: string | undefined;
  staff: string;
}

/** Who a case is from, as far as a call needs to know: undefined when nothing says so. */
type Caller = Pick<CallDetails, 'name' | 'email' | 'organisation'> & { phone: string | undefined };

/** Who a call in a case would be with: as their enquiry says or, without one, their newest call. */
export async function callerOfCase(tx: Transaction, caseId: string): Promise<Caller | undefined> {
  const enquiry = (await findEnquiry(tx, caseId))?.enquiry;
  const calls = (await bookingsOfCase(tx, caseId)).toReversed();
  const known = enquiry ?? calls[0];
  if (!known) return undefined;
  const { name, email, organisation } = known;
  const phone = [known, ...calls].find((each) => each.phone !== undefined)?.phone;
  return { name, email, organisation, phone };
}

/** What came of booking a call for somebody. */
export type BookedForThem =
  | (BookingInCase & { kind: 'booked' | 'repeat' })
  | NotOffered
  | { kind: 'no-phone' | 'quarantined' | 'gone' };

/** The call of the same kind at the same time: the button was pressed twice. */
async function sameCall(tx: Transaction, about: Case, { kind, start }: CallForThem) {
  const calls = await bookingsOfCase(tx, about.id);
  return calls.find(
    (call) =>
      call.kind === kind && call.start === start && !call.cancelledAt && !call.quarantinedAt,
  );
}

async function book(
  app: App,
  tx: Transaction,
  { id }: Pick<Case, 'id'>,
  asked: CallForThem,
): Promise<BookedForThem> {
  const about = await lockCase(tx, id);
  if (!about) return { kind: 'gone' };
  if (about.quarantinedAt) return { kind: 'quarantined' };
  const same = await sameCall(tx, about, asked);
  if (same) return { kind: 'repeat', case: about, booking: same };
  const caller = await callerOfCase(tx, id);
  if (caller?.phone === undefined) return { kind: 'no-phone' };
  const { kind, start, topic, staff } = asked;
  const judged = await checkAvailability(app, tx, kind, { start, by: 'staff' });
  if (judged.kind !== 'offered') return judged;
  const acting = appAtNextAct(app, about);
  const details = { ...caller, phone: caller.phone, topic, start };
  const made = makeBooking(acting, kind, details, {
    caseId: id,
    slot: judged.slot,
    quarantined: false,
  });
  const booking = await claimTime(app, tx, judged.diary, { slot: judged.slot }, async (hold) => {
    await writeBooking(tx, made, hold);
    return made;
  });
  if (!booking) return takenAt(app, start);
  await enqueueBookingMessages(acting, tx, { case: about, booking }, { by: 'staff', staff });
  const words = `The ${CALL_NAMES[kind]} on ${callInWords(booking, app.now().getTime())}.`;
  await writeAct(acting, tx, about, { staff, act: 'call booked', words });
  await settleCase(tx, id);
  return { kind: 'booked', case: about, booking };
}

/**
 * Books a call for the person of a case because staff agreed on it with them, inside our notice too, but never outside
 * the hours or on another call. Everybody is told as of any other call; one who gave no email address is told nothing.
 */
export const bookForThem = (
  app: App,
  found: Pick<Case, 'id'>,
  asked: CallForThem,
): Promise<BookedForThem> => transactionClaiming(app, (tx) => book(app, tx, found, asked));
