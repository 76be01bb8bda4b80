import type { Transaction } from '#data/client.ts';

/** What reminders are kept as. */
export const REMINDER = 'reminder of a call';

/**
 * Takes back in `tx` a reminder of a call that has not gone out, because what it says is no longer so. The
 * call counts as not reminded of, so that it is, should its time be good again.
 */
export const forgetReminders = (tx: Transaction, bookingId: string): Promise<unknown> =>
  tx.query(
    `WITH taken_back AS (
       DELETE FROM messages WHERE booking_id = $1 AND kind = $2 AND next_attempt_at IS NOT NULL
       RETURNING booking_id
     )
     UPDATE bookings SET reminded_for = NULL FROM taken_back WHERE bookings.id = taken_back.booking_id`,
    [bookingId, REMINDER],
  );
