import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { answerCall } from '../lib/bookings/answer.ts';
import type { BookingInCase } from '../lib/bookings/booking.ts';
import { cancelBooking } from '../lib/bookings/cancel.ts';
import { cancelRefusal } from '../lib/bookings/refusals.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { type Call, handler, refuse } from '../lib/handler.ts';
import { type Accepted, takePost } from '../lib/http/accept-post.ts';
import type { Refusal } from '../lib/http/answer.ts';
import type { Fields } from '../lib/http/body.ts';

const ROUTE = {
  schema: z.strictObject({}),
  mayBeEmpty: true,
  fromForm: (fields: Fields) => fields,
  formAgain: ({ request }: Call, _typed: Fields, refusal: Refusal) => refuse(request, refusal),
};

async function cancel(call: Call, { booking }: BookingInCase, { from }: Accepted<object>) {
  const cancelled = await cancelBooking(call.app, booking);
  if (!('booking' in cancelled)) return cancelRefusal(cancelled);
  if (cancelled.kind === 'cancelled') deliverSoon(call);
  return answerCall(call.app, cancelled, { from, status: 200 });
}

/** `POST /api/bookings/{booking}/cancel`: cancels a call that has not begun. It needs no body. */
export default handler({
  POST: withBooking((call, about) =>
    takePost<object>(ROUTE, (_, post) => cancel(call, about, post))(call),
  ),
});

export const config: Config = { path: '/api/bookings/:booking/cancel' };
