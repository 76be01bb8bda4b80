import { conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { type CallAbout, callStateOf, callStateWords } from '#domain/cases/state-words.ts';
import type { App } from '#services/app.ts';
import { type Booking, type BookingInCase, bookingPathOf } from '#services/bookings/booking.ts';
import { addLinksOf } from '#services/notifications/booking-invitation.ts';
import type { CallView } from './calls-view.ts';

/** A number as a sentence has it: it is read as one thing, and stays on one line. */
export const onOneLine = (phone: string): string => phone.replaceAll(' ', '\u00A0');

/** A call as far as words about its state go. */
export const callAbout = (app: App, booking: Booking): CallAbout => ({
  kind: booking.kind,
  start: booking.start,
  end: booking.end,
  phone: onOneLine(booking.phone),
  email: booking.email,
  now: app.now().getTime(),
  quarantineDays: app.site.settings.retention['quarantine-days'],
});

/**
 * A call as its enquirer sees it, when nobody takes calls in time that is `taken`; `path` is where it is moved
 * and cancelled.
 */
export function callViewOf(
  app: App,
  about: BookingInCase,
  taken: TakenAway,
  path = bookingPathOf(app, about.case, about.booking),
): CallView {
  const { booking } = about;
  const stranded = conflictOf(taken, booking) !== undefined;
  const state = callStateOf(booking, app.now().getTime(), stranded);
  return {
    kind: booking.kind,
    slot: { start: booking.start, end: booking.end },
    phone: booking.phone,
    email: booking.email,
    state,
    words: callStateWords(state, callAbout(app, booking)),
    invitation: booking.email === undefined ? 'no address' : 'by email',
    moved: booking.movedAt !== undefined,
    path,
    addLinks: addLinksOf(app, about),
  };
}
