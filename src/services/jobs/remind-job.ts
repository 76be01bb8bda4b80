import { holdOpenTimes } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';
import { callsNotReminded, markReminded, REMINDER } from '#data/reminder-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import { isReminderDue, type Remindable } from '#domain/booking/reminder.ts';
import { reminderEmail } from '#emails/reminder-emails.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import type { Booking } from '../bookings/booking.ts';
import { lockBooking } from '../bookings/booking-records.ts';
import { eachAlone } from '../each-alone.ts';
import { mayTellOfCall } from '../limits/mail-budget.ts';
import { bookingEmail } from '../notifications/booking-messages.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

const isDue = (app: App, call: Remindable) => isReminderDue(call, app.now().getTime());

const isStillDue = (app: App, { start, movedAt, createdAt, releasedAt }: Booking) =>
  isDue(app, { start, setAt: Math.max(+createdAt, +(movedAt ?? 0), +(releasedAt ?? 0)) });

/** Whether a call can take place when it is booked for, as open times are inside `tx`. */
const canTakePlace = async (app: App, tx: Transaction, call: Booking) =>
  conflictOf(await takenAway(app, tx), call) === undefined;

/**
 * The mark and the message are written together, after the case is locked: nobody moves the call meanwhile.
 * Nobody closes or blocks its time meanwhile either; of a call that cannot take place nobody is reminded.
 */
const remindOf = (app: App, { id, caseId }: Pick<Booking, 'id' | 'caseId'>): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const about = await lockBooking(tx, { id, caseId });
    if (!about?.booking.email || !isStillDue(app, about.booking)) return false;
    await holdOpenTimes(tx);
    if (!(await canTakePlace(app, tx, about.booking))) return false;
    if (!(await markReminded(tx, id))) return false;
    const to = about.booking.email;
    if (!(await mayTellOfCall(app, tx, { to, kind: REMINDER, caseId, bookingId: id })))
      return false;
    await enqueueMessage(app, tx, {
      kind: REMINDER,
      audience: 'enquirer',
      caseId,
      bookingId: id,
      to,
      words: reminderEmail(bookingEmail(app, about)),
    });
    return true;
  });

/**
 * Enqueues a reminder of every call that is due one, once for each call and start however often and however
 * many at once this runs; returns how many. A call whose reminder fails holds up no other; what it met is thrown at the end.
 */
export async function remind(app: App): Promise<number> {
  let reminded = 0;
  const calls = await callsNotReminded(app.database, app.now());
  const due = calls.filter((call) => isDue(app, call));
  const fault = await eachAlone(app, due, async (call) => {
    if (await remindOf(app, call)) reminded += 1;
  });
  if (fault) throw fault.error;
  return reminded;
}
