import type { Booking } from '#data/booking-repository.ts';
import type { App } from '../app.ts';
import { type Case, pathOf } from '../cases/case.ts';
import { keyFor } from '../keys.ts';

export type { Booking };

/** A call with the case it belongs to. */
export interface BookingInCase {
  case: Case;
  booking: Booking;
}

/** The key of a call: anyone who has it can move or cancel the call. */
export const bookingKeyOf = (
  app: App,
  { id, keyGeneration }: Pick<Booking, 'id' | 'keyGeneration'>,
): string => keyFor(app.environment.LINK_SECRET, 'booking', id, keyGeneration);

/** The path below which a call is rescheduled (`reschedule/`) and cancelled (`cancel/`). */
export const bookingPathOf = (
  app: App,
  about: Pick<Case, 'id' | 'keyGeneration'>,
  booking: Pick<Booking, 'id' | 'keyGeneration'>,
): string => `${pathOf(app, about)}bookings/${bookingKeyOf(app, booking)}/`;

/** The path of a call's own page, which shows, moves and cancels this one call and nothing of its case. */
export const callPathOf = (app: App, booking: Pick<Booking, 'id' | 'keyGeneration'>): string =>
  `/your-call/${bookingKeyOf(app, booking)}/`;

/** The path of a call's current invitation. */
export const invitePathOf = (app: App, booking: Pick<Booking, 'id' | 'keyGeneration'>): string =>
  `/api/bookings/${bookingKeyOf(app, booking)}/invite.ics`;
