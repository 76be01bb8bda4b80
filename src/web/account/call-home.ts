import { type BookingInCase, bookingPathOf, callPathOf } from '#services/bookings/booking.ts';
import { pathOf } from '#services/cases/case.ts';
import type { WebContext } from '../http/web-app.ts';

/** Where somebody stands who changes a call: on its case's pages, or on the call's own. */
export interface CallHome {
  /** The page they came from and go back to. */
  path: string;
  /** The path below which the call is moved and cancelled. */
  callPath: string;
  /** What leads back there. */
  label: string;
  /** Colleagues may see it too: nothing that was typed stands on it. */
  isShared: boolean;
}

/**
 * Calendars carry the key of one call, and show it to colleagues: who comes with that key alone stays on
 * the call's own page, and is never led to its case.
 */
export const homeOf = ({ var: { app }, req }: WebContext, about: BookingInCase): CallHome =>
  req.param('case') === undefined
    ? {
        path: callPathOf(app, about.booking),
        callPath: callPathOf(app, about.booking),
        label: 'Go to the call',
        isShared: true,
      }
    : {
        path: pathOf(app, about.case),
        callPath: bookingPathOf(app, about.case, about.booking),
        label: 'Go to your own page',
        isShared: false,
      };
