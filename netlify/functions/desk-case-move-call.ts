import type { Config } from '@netlify/functions';
import { type Reschedule, RescheduleSchema } from '#domain/booking/booking.ts';
import { donePath } from '#domain/desk/done.ts';
import { callFaults } from '#views/call-form.ts';
import { moveAtDeskView } from '#views/desk-move.ts';
import { noTimes } from '#views/times.ts';
import { askedFor, instantOf } from '../lib/bookings/asked.ts';
import type { Booking } from '../lib/bookings/booking.ts';
import { freeTimes } from '../lib/bookings/free-times.ts';
import { moveRefusal } from '../lib/bookings/refusals.ts';
import { type TimesAsked, weekOf } from '../lib/bookings/times-page.ts';
import type { Case } from '../lib/cases/case.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { showNotDone } from '../lib/desk/cases/confirm-page.ts';
import { moveAtDesk } from '../lib/desk/cases/move-call.ts';
import { callOnDesk } from '../lib/desk/cases/shown.ts';
import { type AboutCall, withDeskBooking } from '../lib/desk/cases/with-desk-booking.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import { type Call, handler } from '../lib/handler.ts';
import { takePost } from '../lib/http/accept-post.ts';
import { seeOther } from '../lib/http/answer.ts';

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
