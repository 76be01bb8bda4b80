import { type CallCancellation, CallCancellationSchema } from '#domain/desk/call-cancellation.ts';
import { type Done, flashPath } from '#domain/desk/flash-messages.ts';
import { faultOf } from '#domain/faults.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { Case } from '#services/cases/case.ts';
import { type CancelledByUs, cancelBookingByStaff } from '#services/desk/cancel-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { cancelCallView } from './cancel-call-view.ts';
import { callOnDesk } from './case-view-model.ts';
import { ERASED, showNotDone } from './confirm-page.ts';
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

const HEADING = 'Cancel this call?';

/** What cancelling a call will bring about, or why it cannot be cancelled; `refusal` is what its form is to fix. */
function showCancellation(c: WebContext, found: Case, booking: Booking, refusal?: Refusal) {
  const now = c.var.app.now().getTime();
  const call = callOnDesk(booking, now);
  if (call.state !== 'to-come') return showNotDone(c, found, FIXED[call.state]);
  const faults = refusal ? faultsIn(refusal) : [];
  const live = cancelCallView({
    reference: found.reference,
    call,
    now,
    fault: faultOf(faults, 'wantedBy'),
  });
  if (!refusal) return deskPage(c, { heading: HEADING, live });
  const above = errorSummary(faults);
  return deskPage(c, { title: `Error: ${HEADING}`, heading: HEADING, above, live }, refusal);
}

/** `/desk/cases/{reference}/calls/{id}/cancel/`: what will happen, and then the cancellation by us. */
export const showCancelCall: AboutCall = (c, found, booking) => showCancellation(c, found, booking);

/** Where each outcome leads: back to the case with what was done, or to why it was not. */
const OUTCOMES: Readonly<Record<CancelledByUs, Done | Refusal>> = {
  cancelled: 'cancelled',
  already: 'cancelled-before',
  over: FIXED['under-way'],
  moved: MOVED,
  quarantined: FIXED.quarantine,
  gone: ERASED,
};

/** Only a choice that is missing can be put right in the form. */
const isToChoose = (refusal: Refusal) => faultOf(faultsIn(refusal), 'wantedBy') !== undefined;

export const cancelCall: AboutCall = (c, found, booking) =>
  postForm<CallCancellation>(
    {
      schema: CallCancellationSchema,
      fromForm: (fields) => fields,
      formAgain: (again, _typed, refusal) =>
        isToChoose(refusal)
          ? showCancellation(again, found, booking, refusal)
          : showNotDone(again, found, refusal),
    },
    async (_, { value }) => {
      const { app, staff } = c.var;
      const outcome = await cancelBookingByStaff(app, booking, { staff, ...value });
      if (outcome === 'cancelled') deliverSoon(app, c.env.context);
      const leads = OUTCOMES[outcome];
      return typeof leads === 'string' ? seeOther(flashPath(found.reference, leads)) : leads;
    },
  )(c);
