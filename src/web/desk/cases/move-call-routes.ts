import type { Config } from '@netlify/functions';
import { type Reschedule, RescheduleSchema } from '#domain/booking/booking.ts';
import { donePath } from '#domain/desk/flash-messages.ts';
import { freeTimes } from '#services/availability/available-slots.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { Case } from '#services/cases/case.ts';
import { moveAtDesk } from '#services/desk/move-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Call, handler } from '../../http/handler.ts';
import { takePost } from '../../http/post-form.ts';
import { seeOther } from '../../http/responses.ts';
import { moveRefusal } from '../../public/calls/booking-refusals.ts';
import { callFaults } from '../../public/calls/call-form-view.ts';
import { askedFor, instantOf } from '../../public/calls/requested-time.ts';
import { type TimesAsked, weekOf } from '../../public/calls/times-page.ts';
import { noTimes } from '../../views/times-view.ts';
import { deskPage } from '../desk-page.ts';
import { callOnDesk } from './case-view-model.ts';
import { showNotDone } from './confirm-page.ts';
import { moveAtDeskView } from './move-call-view.ts';
import { type AboutCall, withDeskBooking } from './with-desk-booking.ts';

const HEADING = 'Move this call';

const NOT_TO_COME = {
  status: 409,
  detail: 'Only a call that is still to come can be moved: this one has begun, or holds no time.',
} as const;

/** A week of times for a call, and what is wrong with the one that was asked for, if anything. */
async function showTimes(
  call: Call,
  found: Case,
  booking: Booking,
  asked: TimesAsked,
): Promise<Response> {
  const { app } = call;
  const now = app.now().getTime();
  const shown = callOnDesk(booking, now);
  if (shown.state !== 'to-come') return showNotDone(call, found, NOT_TO_COME);
  const { near = booking.start, fault, status = 200 } = asked;
  const week = weekOf(await freeTimes(app, booking.kind, { except: booking.id }), {
    ...asked,
    near,
  });
  const about = { reference: found.reference, call: shown, now, chosen: near, fault };
  const filling = {
    title: fault ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
    live: week ? moveAtDeskView({ ...about, shown: week }) : noTimes(app.site.settings.line),
  };
  return deskPage(call, filling, { status });
}

const showMove: AboutCall = (call, found, booking) => {
  const from = new URL(call.request.url).searchParams.get('from') ?? undefined;
  return showTimes(call, found, booking, { from });
};

const move: AboutCall = (call, found, booking) =>
  takePost<Reschedule>(
    {
      schema: RescheduleSchema,
      fromForm: (fields) => fields,
      formAgain: async (again, typed, { errors, detail, status }) => {
        const asked = await askedFor(again.app, booking.kind, typed['start'], booking.id);
        const fault = errors?.[0]?.message ?? detail;
        return showTimes(again, found, booking, { near: instantOf(asked), fault, status });
      },
    },
    async (_, { value: { start } }) => {
      const { app, staff } = call;
      const moved = await moveAtDesk(app, booking, { staff, start });
      if (!('booking' in moved)) return moveRefusal(app, booking, start, moved);
      if (moved.kind === 'moved') deliverSoon(call);
      return seeOther(donePath(found.reference, 'moved'));
    },
  )(call);

/** `/desk/cases/{reference}/calls/{id}/move/`: the times a call could have, and then the move by us. */
export default handler({ GET: withDeskBooking(showMove), POST: withDeskBooking(move) });

export const config: Config = {
  path: [
    '/desk/cases/:reference/calls/:booking/move',
    '/desk/cases/:reference/calls/:booking/move/',
  ],
};
