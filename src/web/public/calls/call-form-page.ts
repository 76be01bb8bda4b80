import { html } from 'hono/html';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '#services/app.ts';
import { readClosedDays } from '#services/availability/line-hours.ts';
import type { BookedBefore } from '#services/bookings/booked-before.ts';
import { formIdOf } from '../../http/form-id.ts';
import { type PageInit, page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import type { Refusal } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { bookedByForm, findBookedUnlessAway, ownCall } from './booked-before.ts';
import { bookedBeforeView } from './booked-before-view.ts';
import { type CallFormState, callFaults, callForm, type TimeOnForm } from './call-form-view.ts';
import { instantTyped, timeAgain } from './requested-time.ts';

const HEADING = 'Your details';

/** The details of a call, with everything typed still in them. */
export async function showCallForm(
  { var: { app } }: WebContext,
  {
    booked,
    ...state
  }: Omit<CallFormState, 'now' | 'settings'> & { booked?: BookedBefore | undefined },
  init?: PageInit,
): Promise<Response> {
  const now = app.now().getTime();
  const first = booked && bookedBeforeView(await bookedByForm(app, booked), now);
  const title = `${HEADING}: ${CALL_WORDS[state.kind].title}`;
  return page(
    app.site,
    'message-page',
    {
      title: state.faults.length > 0 ? `Error: ${title}` : title,
      heading: HEADING,
      above: callFaults(state.faults),
      live: html`${first}${callForm({ ...state, now, settings: app.site.settings })}`,
    },
    init,
  );
}

function faultsOf({ errors, status, detail }: Refusal, aboutTime: string | undefined) {
  const known = errors ?? [{ field: status === 409 ? 'start' : '', message: detail }];
  const said = aboutTime === undefined || known.some(({ field }) => field === 'start');
  return said ? known : [{ field: 'start', message: aboutTime }, ...known];
}

/** A key that opens nothing would stand in the way of every further try. */
const withoutLostCase = (typed: Fields, { status }: Refusal): Fields => {
  if (status !== 404) return typed;
  const { case: _lost, ...rest } = typed;
  return rest;
};

/** A time as it was asked for, whether or not it is free. */
function timeAsTyped(app: App, typed: unknown): TimeOnForm {
  const start = instantTyped(typed);
  if (start === undefined)
    return { kind: 'unread', start: typeof typed === 'string' ? typed : undefined };
  return { kind: 'chosen', slot: { start, end: start + app.site.settings.calls.minutes * MINUTE } };
}

/** The time in a form that comes back, and what is wrong with it. */
function timeFor(
  app: App,
  kind: CallKind,
  { typed, booked }: { typed: Fields; booked: BookedBefore | undefined },
  { status, slots, detail }: Refusal,
) {
  const { start } = typed;
  if (slots) {
    const wanted = instantTyped(start);
    return { time: { kind: 'others', slots, wanted } as const, message: detail };
  }
  // The try may have been saved all the same: the diary would call the time taken, by this very call.
  if (status === 503) return { time: timeAsTyped(app, start), message: undefined };
  return timeAgain(app, kind, typed, ownCall(app, booked));
}

/**
 * A call's form sent back: what to fix above it, everything typed still in it, and in place of a time
 * that is not free the nearest that are.
 */
export const callFormAgain =
  (kind: CallKind) =>
  async (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> => {
    const form = formIdOf(c.var.app, typed);
    const booked = await findBookedUnlessAway(c.var.app, kind, { form, typed });
    const { time, message } = await timeFor(c.var.app, kind, { typed, booked }, refusal);
    const faults = faultsOf(refusal, message);
    const isNoneFree = time.kind === 'others' && time.slots.length === 0;
    const closed = isNoneFree ? await readClosedDays(c.var.app) : undefined;
    // It is filled in for the reader now, so it is not judged by its age.
    const state = {
      kind,
      typed: withoutLostCase(typed, refusal),
      time,
      closed,
      faults,
      form,
      booked,
    };
    return showCallForm(c, state, refusal);
  };
