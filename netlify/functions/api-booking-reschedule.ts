import type { Config } from '@netlify/functions';
import { type Reschedule, RescheduleSchema } from '#domain/booking/booking.ts';
import { answerCall } from '../lib/bookings/answer.ts';
import type { BookingInCase } from '../lib/bookings/booking.ts';
import { moveBooking } from '../lib/bookings/move.ts';
import { moveRefusal } from '../lib/bookings/refusals.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { type Call, handler, refuse } from '../lib/handler.ts';
import { type Accepted, takePost } from '../lib/http/accept-post.ts';
import type { Refusal } from '../lib/http/answer.ts';
import type { Fields } from '../lib/http/body.ts';

const ROUTE = {
  schema: RescheduleSchema,
  fromForm: (fields: Fields) => fields,
  formAgain: ({ request }: Call, _typed: Fields, refusal: Refusal) => refuse(request, refusal),
};

async function move(
  call: Call,
  { booking }: BookingInCase,
  { value: { start }, from }: Accepted<Reschedule>,
) {
  const moved = await moveBooking(call.app, booking, start);
  if (!('booking' in moved)) return moveRefusal(call.app, booking, start, moved);
  if (moved.kind === 'moved') deliverSoon(call);
  return answerCall(call.app, moved, { from, status: 200 });
}

/** `POST /api/bookings/{booking}/reschedule`: another time for a call. */
export default handler({
  POST: withBooking((call, about) =>
    takePost<Reschedule>(ROUTE, (_, post) => move(call, about, post))(call),
  ),
});

export const config: Config = { path: '/api/bookings/:booking/reschedule' };
