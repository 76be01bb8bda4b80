import { type BookingInCase, bookingPathOf, callPathOf } from '#services/bookings/booking.ts';
import { pathOf } from '#services/cases/case.ts';
import type { Call } from '../http/handler.ts';

/** Where somebody stands who changes a call: on its case's pages, or on the call's own. */
export interface CallHome {
  /** The page they came from and go back to. */
  path: string;
  /** The path below which the call is moved and cancelled. */
  callPath: string;
  /** What leads back there. */
  label: string;
}

/**
 * Calendars carry the key of one call, and show it to colleagues: who comes with that key alone stays on
 * the call's own page, and is never led to its case.
 */
export const homeOf = (
  { app, context }: Pick<Call, 'app' | 'context'>,
  about: BookingInCase,
): CallHome =>
  context.params['case'] === undefined
    ? {
        path: callPathOf(app, about.booking),
        callPath: callPathOf(app, about.booking),
        label: 'Go to the call',
      }
    : {
        path: pathOf(app, about.case),
        callPath: bookingPathOf(app, about.case, about.booking),
        label: 'Go to your own page',
      };
