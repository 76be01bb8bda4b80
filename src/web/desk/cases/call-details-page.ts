import { html } from 'hono/html';
import { type DeskCallDetails, DeskCallDetailsSchema } from '#domain/booking/booking.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Booking } from '#services/bookings/booking.ts';
import {
  callChangedMeanwhile,
  correctBooking,
  detailsOf,
} from '#services/bookings/correct-booking.ts';
import type { Case } from '#services/cases/case.ts';
import { printOfValues } from '#services/cases/meanwhile.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import { errorSummary, type Html } from '../../views/form-view.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { callDetailsForm } from './call-details-view.ts';
import { callOnDesk } from './case-view-model.ts';
import { ERASED, showNotDone } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';
import type { AboutCall } from './with-desk-booking.ts';

const HEADING = 'Correct the details of this call';

const NOT_TO_COME: Refusal = {
  status: 409,
  detail:
    'Only the details of a call that is still to come can be corrected: this one has begun, or holds no time.',
};

function showForm(
  c: DeskContext,
  { reference }: Case,
  booking: Booking,
  { typed, refusal, first }: { typed: Fields; refusal?: Refusal; first?: Html },
): Promise<Response> {
  const now = c.var.app.now().getTime();
  const faults = refusal ? faultsIn(refusal) : [];
  const filling = {
    title: refusal ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: errorSummary(faults),
    live: html`${first}${callDetailsForm({ reference, call: callOnDesk(booking, now), typed, faults, now })}`,
  };
  return deskPage(c, filling, refusal);
}

const isToCome = (c: DeskContext, booking: Booking) =>
  callOnDesk(booking, c.var.app.now().getTime()).state === 'to-come';

/** `/desk/cases/{reference}/calls/{id}/details/`: who a call is with, to be corrected for them. */
export const showCallDetails: AboutCall = async (c, found, booking) =>
  isToCome(c, booking)
    ? showForm(c, found, booking, {
        typed: { ...detailsOf(booking), [SEEN_FIELD]: printOfValues(detailsOf(booking)) },
      })
    : showNotDone(c, found, NOT_TO_COME);

/** The form again after somebody changed the details meanwhile: what they changed, and what was typed. */
async function showMeanwhile(
  c: DeskContext,
  found: Case,
  seenBooking: Booking,
  correction: { value: DeskCallDetails; seen: string },
): Promise<Response> {
  const came = await callChangedMeanwhile(c.var.app.database, seenBooking, correction);
  if (!came) return showNotDone(c, found, ERASED);
  return showForm(c, found, came.booking, meanwhileForm(came.changed, DETAILS_MEANWHILE));
}

export const takeCallDetails: AboutCall = (c, found, booking) =>
  postForm<DeskCallDetails>(
    {
      schema: DeskCallDetailsSchema,
      fromForm: withoutSeen,
      formAgain: (_, typed, refusal) => showForm(c, found, booking, { typed, refusal }),
    },
    async (_, { value, typed }) => {
      const { app, staff } = c.var;
      if (booking.quarantinedAt) return showNotDone(c, found, NOT_TO_COME);
      const seen = seenIn(typed);
      const came = await correctBooking(app, booking, value, { staff, seen });
      if (came.kind === 'gone') return showNotDone(c, found, ERASED);
      if (came.kind === 'meanwhile') {
        return showMeanwhile(c, found, booking, { value, seen: seen ?? '' });
      }
      if (!('booking' in came)) return showNotDone(c, found, NOT_TO_COME);
      if (came.kind === 'unchanged') return seeOther(flashPath(found.reference, 'details-before'));
      deliverSoon(app, c.env.context);
      return seeOther(flashPath(found.reference, 'call-details'));
    },
  )(c);
