import type { Booking } from '#data/booking-repository.ts';
import type { App } from '../app.ts';
import { type Case, pathOf } from '../cases/case.ts';
import { type Linked, linkKeyOf } from '../cases/link-key.ts';

export type { Booking };

/** A call with the case it belongs to. */
export interface BookingInCase {
  case: Case;
  booking: Booking;
}

/** Whether a call is still to come, and certain to be kept for its person: neither cancelled nor in quarantine. */
export const isToCome = (app: App, { start, cancelledAt, quarantinedAt }: Booking): boolean =>
  start > app.now().getTime() && !cancelledAt && !quarantinedAt;

/** The key of a call: anyone who has it can move or cancel the call. */
export const bookingKeyOf = (app: App, booking: Linked): string =>
  linkKeyOf(app, 'booking', booking);

/** The path below which a call is rescheduled (`reschedule/`) and cancelled (`cancel/`). */
export const bookingPathOf = (app: App, about: Linked, booking: Linked): string =>
  `${pathOf(app, about)}bookings/${bookingKeyOf(app, booking)}/`;

/** The path of a call's own page, which shows, moves and cancels this one call and nothing of its case. */
export const callPathOf = (app: App, booking: Linked): string =>
  `/your-call/${bookingKeyOf(app, booking)}/`;

/** The path of a call's current invitation. */
export const invitePathOf = (app: App, booking: Linked): string =>
  `/api/bookings/${bookingKeyOf(app, booking)}/invite.ics`;
