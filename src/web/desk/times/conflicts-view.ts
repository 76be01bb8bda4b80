import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { type Conflict, conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { counted } from '#domain/count-words.ts';
import { cancelCallPath, deskCasePath, moveCallPath } from '#domain/desk/paths.ts';
import { OFFER_ALL_PATH, offerPath, TIMES_PATH } from '#domain/desk/times.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { flashView } from '../flash-view.ts';
import type { CallListed } from './preview-view.ts';

/** A call that cannot take place when it is booked for, and what has been done about it. */
export interface ConflictView extends CallListed {
  id: string;
  writable: boolean;
  because: Conflict;
  offeredAt: Date | undefined;
}

const offered = ({ offeredAt }: ConflictView, now: number): Html =>
  offeredAt
    ? html`<p>Other times were offered on ${instantInWords(offeredAt.getTime(), now)}, and none has been chosen yet.</p>`
    : html``;

const ways = ({ reference, id, writable, offeredAt, phone }: ConflictView): Html => html`
${writable ? '' : html`<p>They gave no email address. Ring ${callerLink(phone)} to agree another time, then move the call.</p>`}
<p class="actions">${
  writable
    ? html`<a class="button${offeredAt ? ' quiet' : ''}" href="${offerPath(reference, id)}">Offer other times</a> `
    : ''
}<a class="button${writable ? ' quiet' : ''}" href="${moveCallPath(reference, id)}">Move the call</a> <a class="button quiet" href="${cancelCallPath(reference, id)}">Cancel the call</a></p>`;

const item = (call: ConflictView, now: number): Html => html`<li class="conflicting-call">
<h2>${callTime(call, now)}</h2>
<p>A ${CALL_NAMES[call.kind]} with <a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a>. Reference ${call.reference}.</p>
<p>${conflictInWords(call.because)}</p>
${offered(call, now)}${ways(call)}</li>`;

/** Whether their callers know: an email goes to nobody before times are offered. */
function whoKnows(calls: readonly ConflictView[]): string {
  const offered = calls.filter(({ offeredAt }) => offeredAt !== undefined).length;
  if (offered === 0) return 'No email has gone out about it.';
  if (offered < calls.length) return `Other times have been offered for ${offered} of them.`;
  return offered === 1
    ? 'Other times have been offered for it.'
    : 'Other times have been offered for all of them.';
}

/** The calls that cannot take place when they are booked for, each with what can be done. */
export const conflictsView = (
  calls: readonly ConflictView[],
  { now, done }: { now: number; done: string | undefined },
): Html => html`
${flashView(done)}
${
  calls.length === 0
    ? html`<p class="lede">Every call to come can take place at the time it is booked for.</p>
<p><a href="${TIMES_PATH}">See the days that can be booked</a></p>`
    : html`<p class="lede">${counted(calls.length, 'call is', 'calls are')} booked at a time that has since been closed or blocked. ${whoKnows(calls)} A call stays where it is until you or the caller change it.</p>
${calls.length > 1 && calls.some(({ writable }) => writable) ? html`<p class="actions"><a class="button" href="${OFFER_ALL_PATH}">Offer everyone new times</a></p>` : ''}
<ul class="conflicting">${calls.map((call) => item(call, now))}</ul>`
}`;
