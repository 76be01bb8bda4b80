import type * as z from 'zod';
import type { CallRequest } from '#domain/booking/booking.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { deliverSoon } from '../delivery/deliver-soon.ts';
import type { Call } from '../handler.ts';
import { type Accepted, takePost } from '../http/accept-post.ts';
import { answerCall } from './answer.ts';
import { bookCall } from './book.ts';
import { callFormAgain } from './form-page.ts';
import { bookRefusal } from './refusals.ts';

/** One route that books calls of a kind. */
interface CallRoute<Value extends CallRequest> {
  kind: CallKind;
  path: string;
  schema: z.ZodType<Value>;
}

async function save(
  call: Call,
  { kind, path }: Pick<CallRoute<CallRequest>, 'kind' | 'path'>,
  { value, suspicious, idempotencyKey, from }: Accepted<CallRequest>,
) {
  const outcome = await bookCall(call.app, {
    kind,
    value,
    submission: { route: path, value, idempotencyKey },
    quarantined: suspicious,
  });
  if (!('booking' in outcome)) {
    return bookRefusal(call.app, { kind, start: value.start }, outcome);
  }
  if (outcome.kind === 'booked') deliverSoon(call);
  return answerCall(call.app, outcome, { from, status: 201, slot: outcome.slot });
}

/** Takes a call somebody asks for: booked with the messages it owes, then answered, then delivered. */
export const takeCall = <Value extends CallRequest>(route: CallRoute<Value>) =>
  takePost<Value>(
    {
      schema: route.schema,
      fromForm: (fields) => fields,
      formAgain: callFormAgain(route.kind),
    },
    (call, post) => save(call, route, post),
  );
