import type * as z from 'zod';
import { callAnswers } from '#domain/booking/answers.ts';
import { CALL_NAMES, type CallRequest } from '#domain/booking/booking.ts';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { bookCall } from '#services/bookings/create-booking.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Call } from '../http/handler.ts';
import { type Accepted, identityOf, takePost } from '../http/post-form.ts';
import { answerHeld } from '../http/quarantine-page.ts';
import { bookRefusal } from '../public/calls/booking-refusals.ts';
import { answerCall } from '../public/calls/booking-response.ts';
import { callFormAgain } from '../public/calls/call-form-page.ts';

/** One route that books calls of a kind. */
interface CallRoute<Value extends CallRequest> {
  kind: CallKind;
  path: string;
  schema: z.ZodType<Value>;
}

/** A call that looks automatic: what was typed, and the button that books it. */
function answerHeldCall(
  call: Call,
  { kind, path }: Pick<CallRoute<CallRequest>, 'kind' | 'path'>,
  post: Accepted<CallRequest>,
) {
  const { app } = call;
  const { start } = post.value;
  const slot = { start, end: start + app.site.settings.calls.minutes * MINUTE };
  return answerHeld(call, post, {
    what: `your ${CALL_NAMES[kind]}`,
    answers: [['Time', callInWords(slot, app.now().getTime())], ...callAnswers(post.value)],
    action: path,
    button: CALL_WORDS[kind].book,
  });
}

async function save(
  call: Call,
  route: Pick<CallRoute<CallRequest>, 'kind' | 'path'>,
  post: Accepted<CallRequest>,
) {
  const { kind, path } = route;
  const { value, automatic, from } = post;
  const outcome = await bookCall(call.app, {
    kind,
    value,
    submission: { route: path, identity: identityOf(post), value },
    automatic,
  });
  if (outcome.kind === 'held') return answerHeldCall(call, route, post);
  if (!('booking' in outcome)) {
    return bookRefusal(call.app, { kind, start: value.start }, outcome);
  }
  // What a post before this one owed may still be owed.
  deliverSoon(call);
  return answerCall(call.app, outcome, { from, came: outcome.kind });
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
