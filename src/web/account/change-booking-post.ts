import * as z from 'zod';
import {
  CALL_DETAILS_SCHEMAS,
  type CallDetails,
  type Reschedule,
  RescheduleSchema,
} from '#domain/booking/booking.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { cancelBooking } from '#services/bookings/cancel-booking.ts';
import { correctBooking } from '#services/bookings/correct-booking.ts';
import { moveBooking } from '#services/bookings/reschedule-booking.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Call, refuse } from '../http/handler.ts';
import { type PostRoute, takePost } from '../http/post-form.ts';
import type { Fields } from '../http/request-body.ts';
import type { Refusal } from '../http/responses.ts';
import { fixedRefusal, moveRefusal } from '../public/calls/booking-refusals.ts';
import { answerCall } from '../public/calls/booking-response.ts';
import { homeOf } from './call-home.ts';

type FormAgain = PostRoute<unknown>['formAgain'];

const asTheyCame = (fields: Fields) => fields;

/** A form that stands on another page is not shown again: the refusal is a page of its own. */
const refused: FormAgain = ({ request }: Call, _typed: Fields, refusal: Refusal) =>
  refuse(request, refusal);

const homeLink = (call: Call, about: BookingInCase) =>
  call.app.environment.URL + homeOf(call, about).path;

/** Takes another time for a call: moved with the messages it owes, then answered, then delivered. */
export const takeMove = ({ booking }: BookingInCase, formAgain = refused) =>
  takePost<Reschedule>(
    { schema: RescheduleSchema, fromForm: asTheyCame, formAgain },
    async (call, { value: { start }, from }) => {
      const moved = await moveBooking(call.app, booking, start);
      if (!('booking' in moved)) return moveRefusal(call.app, booking, start, moved);
      deliverSoon(call);
      return answerCall(call.app, moved, { from, came: 'changed', link: homeLink(call, moved) });
    },
  );

/** Takes the cancellation of a call that has not begun. It needs no body. */
export const takeCancellation = ({ booking }: BookingInCase, formAgain = refused) =>
  takePost<object>(
    { schema: z.strictObject({}), mayBeEmpty: true, fromForm: asTheyCame, formAgain },
    async (call, { from }) => {
      const cancelled = await cancelBooking(call.app, booking);
      if (!('booking' in cancelled)) return fixedRefusal(cancelled);
      deliverSoon(call);
      return answerCall(call.app, cancelled, {
        from,
        came: 'changed',
        link: homeLink(call, cancelled),
      });
    },
  );

/** How the corrected details of a kind of call are read. */
export const correctionRoute = (kind: CallKind, formAgain: FormAgain): PostRoute<CallDetails> => ({
  schema: CALL_DETAILS_SCHEMAS[kind],
  fromForm: asTheyCame,
  formAgain,
});

/** Takes corrected details of a call: saved with the messages they owe, then answered, then delivered. */
export const takeCorrection = ({ booking }: BookingInCase, formAgain: FormAgain) =>
  takePost<CallDetails>(correctionRoute(booking.kind, formAgain), async (call, { value, from }) => {
    const corrected = await correctBooking(call.app, booking, value);
    if (!('booking' in corrected)) return fixedRefusal(corrected);
    deliverSoon(call);
    return answerCall(call.app, corrected, { from, came: 'changed' });
  });
