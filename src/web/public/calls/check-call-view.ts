import { html } from 'hono/html';
import { CALL_FIELDS, CALL_LABELS, type CallField } from '#domain/booking/answers.ts';
import type { CallRequest } from '#domain/booking/booking.ts';
import { CALL_WORDS, callPagePath } from '#domain/booking/call-words.ts';
import { callStateWords } from '#domain/cases/state-words.ts';
import { FORM_FIELD, TRAP_FIELD } from '#domain/forms/automatic.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { casePathOf, joinedKey } from '../joined-case.ts';
import { type SentAgain, sendAgainWords, sentAgainView } from './booked-before-view.ts';

/** A call that could be booked as it stands; nothing of it is saved. */
export interface CallToCheck {
  kind: CallKind;
  slot: Slot;
  value: CallRequest;
  now: number;
  /** The form's own id. */
  form: string;
  /** It looks automatic, and goes on to look so: the post that books goes into quarantine, and sent with one press more. */
  automatic: boolean;
  /** What sending the form does where it has booked a call before. */
  again?: SentAgain | undefined;
}

const FORM = 'to-book';

/** Goes back to one answer with every answer in the post, so that nothing typed stands in an address. */
const change = ({ kind, value }: CallToCheck, field: string, what: string): Html =>
  html`<button class="button-link" form="${FORM}" formaction="${callPagePath(kind, casePathOf(joinedKey(value)))}?change=${field}${field === 'start' ? '' : `#${field}`}">Change<span class="visually-hidden"> ${what}</span></button>`;

const NAMES: Readonly<Record<CallField, string>> = {
  name: 'your name',
  phone: 'your phone number',
  email: 'your email address',
  organisation: 'your organisation',
  topic: 'what you would like to talk about',
};

const answer = (call: CallToCheck, field: CallField) =>
  html`<div><dt>${CALL_LABELS[field]}</dt><dd>${call.value[field] ?? 'Not given'} ${change(call, field, NAMES[field])}</dd></div>`;

/** What is said of a call that could be booked. */
const unbooked = ({ kind, slot, value, now }: CallToCheck) =>
  callStateWords('call-unbooked', {
    ...slot,
    kind,
    phone: value.phone,
    email: value.email,
    now,
    quarantineDays: 0,
  });

const carried = ({ slot, value, form, automatic }: CallToCheck): Html => html`
  ${hidden('start', isoInstant(slot.start))}
  ${CALL_FIELDS.map((field) => hidden(field, value[field]))}
  ${hidden('case', value.case)}
  ${hidden(FORM_FIELD, form)}
  ${automatic ? hidden(TRAP_FIELD, 'filled in') : ''}`;

/** Whether anything is booked yet. */
const first = (call: CallToCheck): Html =>
  call.again
    ? sentAgainView(call.again, call.slot, call.now)
    : html`<p class="lede" data-state="call-unbooked">${unbooked(call).happened}</p>`;

/** Of a call that is booked, what happens is said at its time. */
const next = (call: CallToCheck): Html =>
  call.again
    ? html`<p>${call.again.moves ? unbooked(call).next : call.again.words.next}</p>`
    : html`<p>${unbooked(call).next}</p>
<p>${unbooked(call).can} The next page has your reference, and ways to move or cancel the call.</p>`;

const button = ({ again, kind, slot, now }: CallToCheck): string =>
  again ? sendAgainWords(again, slot, now) : CALL_WORDS[kind].book;

/** Every answer with a way to change it, what will happen, and the button that books. */
export const checkCall = (call: CallToCheck): Html => html`
${first(call)}
<dl class="answers">
  <div><dt>Time</dt><dd>${callTime(call.slot, call.now)} ${change(call, 'start', 'the time')}</dd></div>
  ${CALL_FIELDS.map((field) => answer(call, field))}
</dl>
<h2>What happens next</h2>
${next(call)}
<form id="${FORM}" method="post" action="${CALL_WORDS[call.kind].api}">${carried(call)}
  <p class="actions"><button class="button">${button(call)}</button></p>
</form>`;
