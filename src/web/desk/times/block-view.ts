import { html } from 'hono/html';
import { blockInWords } from '#domain/blocks/block.ts';
import { BLOCK_STEP } from '#domain/blocks/block-form.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { BLOCK_PATH, TIMES_PATH } from '#domain/desk/times.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Interval } from '#domain/hours/openings.ts';
import { WIDEST_HOURS } from '#domain/settings/line.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { clockInWords, isoClock } from '#domain/time/words.ts';
import { choices, type Html, hidden, selectField, textField } from '../../views/form-view.ts';

/** What stands in the form: values as typed, and what to fix. */
export interface BlockForm {
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
}

const textIn = (typed: BlockForm['typed'], name: string) =>
  typeof typed[name] === 'string' ? typed[name] : undefined;

const { opens, closes } = WIDEST_HOURS;

const quarters = Array.from({ length: (closes - opens) / BLOCK_STEP + 1 }, (_, index) => {
  const minute = opens + index * BLOCK_STEP;
  return { value: isoClock(minute), label: clockInWords(minute) };
});

const HOW_MUCH = [
  { value: 'day', label: 'The whole day' },
  { value: 'part', label: 'Part of it, from one time to another' },
];

/** The form that asks for time to block. Nothing is done before the page that follows it. */
export const blockForm = ({ typed, faults }: BlockForm): Html => html`
<form method="post" action="${BLOCK_PATH}" novalidate>
  ${textField({ name: 'date', type: 'date', label: 'Which day?', value: textIn(typed, 'date'), fault: faultOf(faults, 'date') })}
  ${choices({ name: 'much', type: 'radio', label: 'How much of it?', options: HOW_MUCH, chosen: [textIn(typed, 'much') ?? ''], fault: faultOf(faults, 'much') })}
  <div class="block-times">
  ${selectField({ name: 'from', label: 'From (for part of a day)', options: quarters.slice(0, -1), chosen: textIn(typed, 'from'), fault: faultOf(faults, 'from') })}
  ${selectField({ name: 'to', label: 'To (for part of a day)', options: quarters.slice(1), chosen: textIn(typed, 'to'), fault: faultOf(faults, 'to') })}
  </div>
  ${textField({ name: 'why', label: 'Why? (optional)', hint: 'For the people at the desk. The public sees only that these times are not free.', value: textIn(typed, 'why'), takes: FIELDS.why, fault: faultOf(faults, 'why') })}
  <p class="actions"><button class="button">See what that changes</button> <a class="button quiet" href="${TIMES_PATH}">Back to times</a></p>
</form>`;

/** A call as a list for staff names it. */
export interface CallListed extends Slot {
  kind: CallKind;
  reference: string;
  name: string;
  organisation: string | undefined;
}

/** Time that could be blocked as it stands, and the calls it would strand; nothing of it is done. */
export interface BlockToCheck {
  stretch: Interval;
  why: string | undefined;
  calls: readonly CallListed[];
  /** The form's fields, to go on with. */
  typed: readonly (readonly [name: string, value: string])[];
  now: number;
}

const callItem = (call: CallListed, now: number): Html =>
  html`<li>${callInWords(call, now)}: ${CALL_NAMES[call.kind]} with <a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a>, reference ${call.reference}</li>`;

const strands = ({ calls, now }: BlockToCheck): Html =>
  calls.length === 0
    ? html`<p>No call is booked in that time.</p>`
    : html`<h2>${calls.length === 1 ? '1 call is' : `${calls.length} calls are`} booked then</h2>
<p>Blocking does not cancel ${calls.length === 1 ? 'it' : 'them'}, and no notice goes out. The next page lists ${calls.length === 1 ? 'it' : 'them'}, and lets you offer other times or cancel.</p>
<ul class="block-calls">${calls.map((call) => callItem(call, now))}</ul>`;

/** What blocking some time changes, and the button that blocks it. */
export const checkBlockView = (check: BlockToCheck): Html => html`
<p class="lede">Nothing is blocked yet. You are about to block ${blockInWords(check.stretch, check.now)}.</p>
<p>Nobody can book a call in it from then on.${check.why === undefined ? '' : html` The people at the desk see why: ${check.why}.`}</p>
${strands(check)}
<form method="post" action="${BLOCK_PATH}">
  ${check.typed.map(([name, value]) => hidden(name, value))}
  <p class="actions"><button class="button" name="step" value="set">Block this time</button> <button class="button quiet" name="step" value="change">Change it</button> <a class="button quiet" href="${TIMES_PATH}">Block nothing</a></p>
</form>`;
