import type { Transaction } from '#data/client.ts';
import { lockDays } from '#data/day-lock.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import { isReminderDue, type Remindable } from '#domain/booking/reminder.ts';
import { reminderEmail } from '#emails/reminder-emails.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import type { Booking } from '../bookings/booking.ts';
import { lockBooking } from '../bookings/booking-records.ts';
import { REMINDER } from '../bookings/forget-reminders.ts';
import { bookingEmail } from '../notifications/booking-messages.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

interface Candidate {
  id: string;
  case_id: string;
  starts_at: Date;
  set_at: Date;
}

/** Calls to come that somebody can be reminded of and was not: what holds time is neither cancelled nor in quarantine. */
const CANDIDATES = `SELECT id, case_id, starts_at, greatest(created_at, moved_at, released_at) AS set_at FROM bookings
  WHERE during IS NOT NULL AND starts_at > $1 AND email IS NOT NULL
    AND reminded_for IS DISTINCT FROM starts_at
  ORDER BY starts_at`;

const isDue = (app: App, call: Remindable) => isReminderDue(call, app.now().getTime());

const isStillDue = (app: App, { start, movedAt, createdAt, releasedAt }: Booking) =>
  isDue(app, { start, setAt: Math.max(+createdAt, +(movedAt ?? 0), +(releasedAt ?? 0)) });

async function dueNow(app: App): Promise<Candidate[]> {
  const candidates = await app.database.query<Candidate>(CANDIDATES, [app.now()]);
  return candidates.filter(({ starts_at, set_at }) =>
    isDue(app, { start: starts_at.getTime(), setAt: set_at.getTime() }),
  );
}

/** Marks a call as reminded of; false when it was already, or no longer takes place. */
async function mark(tx: Transaction, id: string): Promise<boolean> {
  const marked = await tx.query(
    `UPDATE bookings SET reminded_for = starts_at
     WHERE id = $1 AND during IS NOT NULL AND reminded_for IS DISTINCT FROM starts_at RETURNING id`,
    [id],
  );
  return marked.length > 0;
}

/** Whether a call can take place when it is booked for, as the line and its blocks are inside `tx`. */
const canTakePlace = async (app: App, tx: Transaction, call: Booking) =>
  conflictOf(await takenAway(app, tx), call) === undefined;

/**
 * The mark and the message are written together, after the case is locked: nobody moves the call meanwhile.
 * Nobody blocks its time meanwhile either; of a call that cannot take place nobody is reminded.
 */
const remindOf = (app: App, { id, case_id }: Candidate): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const about = await lockBooking(tx, { id, caseId: case_id });
    if (!about?.booking.email || !isStillDue(app, about.booking)) return false;
    await lockDays(tx, [about.booking.start]);
    if (!(await canTakePlace(app, tx, about.booking))) return false;
    if (!(await mark(tx, id))) return false;
    await enqueueMessage(app, tx, {
      kind: REMINDER,
      audience: 'enquirer',
      caseId: case_id,
      bookingId: id,
      to: about.booking.email,
      words: reminderEmail(bookingEmail(app, about)),
    });
    return true;
  });

/**
 * Enqueues a reminder of every call that is due one, once for each call and start however often and however
 * many at once this runs; returns how many.
 */
export async function remind(app: App): Promise<number> {
  let reminded = 0;
  for (const candidate of await dueNow(app)) {
    if (await remindOf(app, candidate)) reminded += 1;
  }
  return reminded;
}
