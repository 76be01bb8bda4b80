import type * as z from 'zod';
import { callAnswers } from '#domain/booking/answers.ts';
import { CALL_NAMES, type CallRequest } from '#domain/booking/booking.ts';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { createBooking } from '#services/bookings/create-booking.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { addressOf } from '../http/connection-address.ts';
import { type Accepted, identityOf, postForm } from '../http/post-form.ts';
import { answerQuarantined } from '../http/quarantine-page.ts';
import type { WebContext } from '../http/web-app.ts';
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
function answerQuarantinedCall(
  c: WebContext,
  { kind, path }: Pick<CallRoute<CallRequest>, 'kind' | 'path'>,
  post: Accepted<CallRequest>,
) {
  const { app } = c.var;
  const { start } = post.value;
  const slot = { start, end: start + app.site.settings.calls.minutes * MINUTE };
  return answerQuarantined(c, post, {
    what: `your ${CALL_NAMES[kind]}`,
    answers: [['Time', callInWords(slot, app.now().getTime())], ...callAnswers(post.value)],
    action: path,
    button: CALL_WORDS[kind].book,
  });
}

async function save(
  c: WebContext,
  route: Pick<CallRoute<CallRequest>, 'kind' | 'path'>,
  post: Accepted<CallRequest>,
) {
  const { kind, path } = route;
  const { value, automatic, from } = post;
  const outcome = await createBooking(c.var.app, {
    kind,
    value,
    submission: { route: path, identity: identityOf(post), value },
    automatic,
    address: addressOf(c),
  });
  if (outcome.kind === 'quarantined') return answerQuarantinedCall(c, route, post);
  if (!('booking' in outcome)) {
    return bookRefusal(c.var.app, { kind, start: value.start }, outcome);
  }
  // What a post before this one enqueued may still wait.
  deliverSoon(c.var.app, c.env.context);
  return answerCall(c.var.app, outcome, { from, came: outcome.kind });
}

/** Takes a call somebody asks for: booked with the messages it causes, then answered, then delivered. */
export const postBooking = <Value extends CallRequest>(route: CallRoute<Value>) =>
  postForm<Value>(
    {
      schema: route.schema,
      fromForm: (fields) => fields,
      formAgain: callFormAgain(route.kind),
    },
    (c, post) => save(c, route, post),
  );
