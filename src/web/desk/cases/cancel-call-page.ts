import * as z from 'zod';
import { StartSchema } from '#domain/booking/start.ts';
import { type Done, flashPath } from '#domain/desk/flash-messages.ts';
import { type CancelledByUs, cancelBookingByStaff } from '#services/desk/cancel-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import { callOnDesk } from './case-view-model.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { cancelCallView } from './confirm-view.ts';
import type { AboutCall } from './with-desk-booking.ts';

const changed = (detail: string): Refusal => ({ status: 409, detail });

/** Why a call cannot be cancelled here, by how it stands. */
const FIXED = {
  cancelled: changed('This call is cancelled already.'),
  past: changed('This call has passed.'),
  'under-way': changed('This call has begun, so it can no longer be cancelled. Note the outcome.'),
  quarantine: changed(
    'This call is in quarantine: it holds no time, and no notice of it went out. Release it, or erase the case.',
  ),
} as const;

const MOVED = changed(
  'This call has been moved meanwhile, and was not cancelled. Look at its new time first.',
);

/** `/desk/cases/{reference}/calls/{id}/cancel/`: what will happen, and then the cancellation by us. */
export const showCancelCall: AboutCall = async (c, found, booking) => {
  const now = c.var.app.now().getTime();
  const shown = callOnDesk(booking, now);
  if (shown.state !== 'to-come') return showNotDone(c, found, FIXED[shown.state]);
  const live = cancelCallView(found.reference, shown, now);
  return deskPage(c, { heading: 'Cancel this call?', live });
};

/** Where each outcome leads: back to the case with what was done, or to why it was not. */
const OUTCOMES: Readonly<Record<CancelledByUs, Done | Refusal>> = {
  cancelled: 'cancelled',
  already: 'cancelled-before',
  over: FIXED['under-way'],
  moved: MOVED,
  quarantined: FIXED.quarantine,
  gone: ERASED,
};

const SeenSchema = z.strictObject({ start: StartSchema });

export const cancelCall: AboutCall = (c, found, booking) =>
  takeConfirmed(c, found, SeenSchema, async ({ start }) => {
    const { app, staff } = c.var;
    const outcome = await cancelBookingByStaff(app, booking, { staff, start });
    if (outcome === 'cancelled') deliverSoon(c.var.app, c.env.context);
    const leads = OUTCOMES[outcome];
    return typeof leads === 'string' ? flashPath(found.reference, leads) : leads;
  });
