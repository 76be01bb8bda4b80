import { html } from 'hono/html';
import * as z from 'zod';
import { CALL_FIELDS } from '#domain/booking/answers.ts';
import {
  CALL_NAMES,
  CallbackSchema,
  type CallRequest,
  DiscoveryCallSchema,
} from '#domain/booking/booking.ts';
import { CALL_WORDS, callPagePath } from '#domain/booking/call-words.ts';
import { FORM_FIELD } from '#domain/forms/automatic.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import { isoInstant, readStart } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import type { BookedBefore } from '#services/bookings/booked-before.ts';
import { bookingPathOf } from '#services/bookings/booking.ts';
import { callsToComeIn } from '#services/bookings/booking-records.ts';
import { type Case, findCaseByKey, keyOf, pathOf } from '#services/cases/case.ts';
import { withoutStray } from '#services/keys.ts';
import { invitedBy } from '../../account/call-view-model.ts';
import { UNKNOWN_KEY } from '../../account/with-case.ts';
import { formIdOf } from '../../http/form-id.ts';
import { OPEN_HEADERS, page } from '../../http/page-shell.ts';
import { type Accepted, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import type { Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import type { WebContext } from '../../http/web-app.ts';
import { joinedKey } from '../joined-case.ts';
import { prefillOf } from '../prefill.ts';
import { type AlreadyBooked, alreadyBookedView, besidesView } from './already-booked-view.ts';
import { findBookedByForm, ownCall, sentAgain } from './booked-before.ts';
import { callFormAgain, showCallForm } from './call-form-page.ts';
import { checkCall } from './check-call-view.ts';
import {
  instantOf,
  type RequestedTime,
  readRequestedTime,
  wantedIn,
  withoutWanted,
} from './requested-time.ts';
import { dayAsked, dayTyped, showTimes, showTimesAgain, withStart } from './times-page.ts';

/** How each kind of call is checked. */
export const CALL_SCHEMAS: Readonly<Record<CallKind, z.ZodType<CallRequest>>> = {
  callback: CallbackSchema,
  'discovery-call': DiscoveryCallSchema,
};

type Unfit = Exclude<RequestedTime, { kind: 'free' }>;

/** The details of a call at a time that is free, with what its case says already. */
async function showDetails(c: WebContext, kind: CallKind, slot: Slot, found: Case | undefined) {
  const { app } = c.var;
  const { req } = c;
  const state = {
    kind,
    typed: found ? { ...(await prefillOf(app, found)), case: keyOf(app, found) } : {},
    time: { kind: 'chosen', slot } as const,
    faults: [],
    form: formInQuery(c),
    // Of a form that a case fills in, and of anyone who holds its key, nothing is said by its age.
    token: found ? undefined : tokenForEmptyForm(req.raw, app.environment.LINK_SECRET, app.now()),
  };
  // Back from a later step brings it again as it was left: its time is not looked up, which may be booked by then.
  return showCallForm(c, state, found ? {} : { headers: OPEN_HEADERS });
}

/** The id a form has had since its first step, or a new one. */
const formInQuery = ({ var: { app }, req }: WebContext) =>
  formIdOf(app, { [FORM_FIELD]: new URL(req.url).searchParams.get(FORM_FIELD) });

/** The times again, because the one in the address cannot be had. */
const showTimesInstead = (
  c: WebContext,
  kind: CallKind,
  asked: Unfit,
  joins: string | undefined,
) => {
  const status = asked.kind === 'taken' ? 409 : 400;
  const day = dayAsked(new URL(c.req.url).searchParams);
  return showTimes(
    c,
    kind,
    { day, near: instantOf(asked), fault: asked.message, status, form: formInQuery(c) },
    joins,
  );
};

/** The calls of a kind that a case has to come, each with where it is moved. */
async function alreadyBooked(app: App, kind: CallKind, found: Case): Promise<AlreadyBooked> {
  const toCome = await callsToComeIn(app, app.database, found.id);
  const calls = toCome.filter((call) => call.kind === kind);
  return {
    kind,
    now: app.now().getTime(),
    calls: calls.map((call) => ({
      slot: { start: call.start, end: call.end },
      path: bookingPathOf(app, found, call),
      invitation: invitedBy(call),
    })),
  };
}

/** The field by which a person says that a call is to be another, beside the one they have. */
const ANOTHER = 'another';

/**
 * The page that says which call of the kind the case has to come, before another is asked for at `start`: times are
 * offered several in one email. Undefined when there is none, or the person wants another beside it.
 */
async function showAlready(c: WebContext, kind: CallKind, start: unknown, found: Case) {
  const { app } = c.var;
  const query = new URL(c.req.url).searchParams;
  if (query.has(ANOTHER) || typeof start !== 'string') return undefined;
  const read = readStart(start.trim());
  if (read.outcome !== 'read') return undefined;
  const about = await alreadyBooked(app, kind, found);
  const to = { start: read.at, end: read.at + app.site.settings.calls.minutes * MINUTE };
  if (about.calls.length === 0) return undefined;
  query.set(ANOTHER, 'yes');
  const another = `${callPagePath(kind, pathOf(app, found))}?${query}`;
  const heading = `You have a ${CALL_NAMES[kind]} already`;
  const live = alreadyBookedView(about, { to, another, home: pathOf(app, found) });
  return page(app.site, 'message-page', { title: heading, heading, live });
}

/**
 * `GET` of a call's page: the free times or, with `start`, the details of a call at that time. Below a case, the
 * call joins it.
 */
export const showCallPage =
  (kind: CallKind) =>
  async (c: WebContext, found?: Case): Promise<Response> => {
    const query = new URL(c.req.url).searchParams;
    const joins = found && keyOf(c.var.app, found);
    const { start } = withStart(Object.fromEntries(query));
    if (!start && !query.has('step')) {
      const asked = { day: dayAsked(query), form: formInQuery(c) };
      return showTimes(c, kind, asked, joins);
    }
    const already = found && (await showAlready(c, kind, start, found));
    if (already) return already;
    const asked = await readRequestedTime(c.var.app, kind, start);
    return asked.kind === 'free'
      ? showDetails(c, kind, asked.slot, found)
      : showTimesInstead(c, kind, asked, joins);
  };

const toFix = ({ kind, message }: Unfit): Refusal => ({
  status: kind === 'taken' ? 409 : 422,
  detail: message,
  errors: [{ field: 'start', message }],
});

async function showCheck(
  { var: { app } }: WebContext,
  kind: CallKind,
  { value, automatic, form }: Accepted<CallRequest>,
): Promise<Response | Refusal> {
  const joined = value.case ? await findCaseByKey(app, value.case) : undefined;
  if (value.case && !joined) return UNKNOWN_KEY;
  const before = await findBookedByForm(app, kind, { form, typed: value });
  const own = ownCall(app, before);
  const asked = await readRequestedTime(app, kind, isoInstant(value.start), { own });
  if (asked.kind !== 'free') return toFix(asked);
  const already = joined && !before && (await alreadyBooked(app, kind, joined));
  const heading = 'Check your answers';
  return page(app.site, 'message-page', {
    title: `${heading}: ${CALL_WORDS[kind].title}`,
    heading,
    live: html`${already && besidesView(already, asked.slot)}${checkCall({
      kind,
      slot: asked.slot,
      value,
      now: app.now().getTime(),
      form,
      automatic,
      again: before && (await sentAgain(app, before, value)),
    })}`,
  });
}

/** What was posted joins the case it was posted below, whatever it says itself. */
const joining =
  (joins: string | undefined) =>
  (fields: Fields): Fields =>
    joins === undefined ? fields : { ...fields, case: joins };

/** How the posts of a call's page are read, and its form shown again. */
const formOf = (kind: CallKind, joins: string | undefined) => {
  const join = joining(joins);
  const again = callFormAgain(kind);
  const formAgain = (c: WebContext, typed: Fields, refusal: Refusal) =>
    again(c, join(typed), refusal);
  return { fromForm: (fields: Fields) => join(withoutWanted(fields)), formAgain };
};

const check = (kind: CallKind, joins: string | undefined) =>
  postForm<CallRequest>({ schema: CALL_SCHEMAS[kind], ...formOf(kind, joins) }, (c, post) =>
    showCheck(c, kind, post),
  );

/** What a call's form carries; anything else that was posted is left behind. */
const CARRIED = [...CALL_FIELDS, 'case', FORM_FIELD];

/** Whatever a form can hold: it is shown again, and not judged. */
const TypedSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const carriedOf = (typed: Fields) =>
  CARRIED.flatMap((name): [string, string][] =>
    typeof typed[name] === 'string' ? [[name, typed[name]]] : [],
  );

/** With a new time: on to the check where the details are whole, else back to them, with nothing held against them. */
async function goOn(
  c: WebContext,
  kind: CallKind,
  post: Accepted<Fields>,
  { slot, booked }: { slot: Slot; booked: BookedBefore | undefined },
) {
  const { value: typed, form } = post;
  const whole = CALL_SCHEMAS[kind].safeParse(typed);
  if (whole.success) return showCheck(c, kind, { ...post, value: whole.data });
  return showCallForm(c, { kind, typed, time: { kind: 'chosen', slot }, faults: [], form, booked });
}

/** Goes back to the time or the details with everything typed, or on with another time, and judges nothing else. */
const change = (kind: CallKind, query: URLSearchParams, joins: string | undefined) =>
  postForm<Fields>({ schema: TypedSchema, ...formOf(kind, joins) }, async (c, post) => {
    const value = withStart(post.value);
    const typed: Fields = { ...value, [FORM_FIELD]: post.form };
    const booked = await findBookedByForm(c.var.app, kind, { form: post.form, typed: value });
    const own = ownCall(c.var.app, booked);
    const asked = await readRequestedTime(c.var.app, kind, typed['start'], { own });
    const step = query.get('change');
    if (step === 'time' && asked.kind === 'free')
      return goOn(c, kind, { ...post, value }, { slot: asked.slot, booked });
    if (step !== 'start' && asked.kind === 'free') {
      const time = { kind: 'chosen', slot: asked.slot } as const;
      return showCallForm(c, { kind, typed, time, faults: [], form: post.form, booked });
    }
    const where = {
      day: dayAsked(query) ?? dayTyped(post.value),
      near: instantOf(asked) ?? wantedIn(post.typed),
    };
    const why = step === 'time' && asked.kind !== 'free' ? toFix(asked) : undefined;
    const fault = why && { fault: why.detail, status: why.status };
    return showTimesAgain(c, kind, { ...where, ...fault, booked }, carriedOf(typed));
  });

/** `POST` to a call's page: the check page, with nothing saved; with `change` in the address, one step back. */
export const takeCallDetails =
  (kind: CallKind) =>
  (c: WebContext): Promise<Response> => {
    const query = new URL(c.req.url).searchParams;
    const joins = joinedKey({ case: withoutStray(c.req.param('case') ?? '') });
    return query.has('change') ? change(kind, query, joins)(c) : check(kind, joins)(c);
  };
