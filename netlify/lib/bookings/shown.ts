import type { CallShown } from '#views/calls.ts';
import type { App } from '../app.ts';
import { type BookingInCase, bookingPathOf } from './booking.ts';
import { addLinksOf } from './invitation.ts';

const stateOf = ({ booking }: BookingInCase, now: number): CallShown['state'] => {
  if (booking.cancelledAt) return 'cancelled';
  if (booking.end <= now) return 'past';
  return booking.start <= now ? 'under-way' : 'to-come';
};

/** A call as its enquirer sees it. One in quarantine looks like any other. */
export const callShown = (app: App, about: BookingInCase): CallShown => ({
  kind: about.booking.kind,
  slot: { start: about.booking.start, end: about.booking.end },
  phone: about.booking.phone,
  state: stateOf(about, app.now().getTime()),
  invited: about.booking.email !== undefined,
  path: bookingPathOf(app, about.case, about.booking),
  addLinks: addLinksOf(app, about),
});
