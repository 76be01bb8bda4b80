import { html } from 'hono/html';
import { dayOutPath, NARROWING_PATHS, TIMES_PATH } from '#domain/desk/times.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import { TIME_STEP } from '#domain/narrowings/narrowing-form.ts';
import { timesSeenOf } from '#domain/narrowings/narrowing-seen.ts';
import { whenInSentence, whyInBrackets } from '#domain/narrowings/narrowing-words.ts';
import { WIDEST_HOURS } from '#domain/settings/line.ts';
import { clockInWords, isoClock, weekdayName } from '#domain/time/words.ts';
import { textIn } from '../../http/request-body.ts';
import { SEEN_FIELD } from '../../http/seen.ts';
import { choices, type Html, hidden, selectField, textField } from '../../views/form-view.ts';

/** What stands in a form: values as typed, what to fix, and where it posts to. */
export interface NarrowingForm {
  kind: NarrowingKind;
  action: string;
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  /** What helps to find a date: "Good Friday is Friday 26 March 2027". */
  dates: string | undefined;
  /** Where one of its days is taken out instead, when that can be done. */
  dayOut?: string | undefined;
  /** What is set, when that is to be changed, as the page has it. */
  seen: string | undefined;
}

/** What each page is called, when something is set and when it is changed. */
export const NARROWING_HEADINGS: Readonly<Record<NarrowingKind, { set: string; change: string }>> =
  {
    closure: { set: 'Close for whole days', change: 'Change this closure' },
    'dated hours': { set: 'Shorten the hours for a while', change: 'Change these hours' },
    block: { set: 'Block some time', change: 'Change this block' },
  };

const listIn = ({ typed }: NarrowingForm, name: string) =>
  [typed[name]].flat().filter((value) => typeof value === 'string');

const { opens, closes } = WIDEST_HOURS;

const quarters = Array.from({ length: (closes - opens) / TIME_STEP + 1 }, (_, index) => {
  const minute = opens + index * TIME_STEP;
  return { value: isoClock(minute), label: clockInWords(minute) };
});

const days = (form: NarrowingForm): Html => html`<div class="form-pair">
${textField({ name: 'from', type: 'date', label: 'First day', value: textIn(form.typed, 'from'), fault: faultOf(form.faults, 'from') })}
${textField({ name: 'to', type: 'date', label: 'Last day (if not the same)', value: textIn(form.typed, 'to'), fault: faultOf(form.faults, 'to') })}
</div>`;

/** The days of what may go on "until Easter". */
const dates = (form: NarrowingForm): Html =>
  html`${days(form)}${form.dates === undefined ? '' : html`<p class="hint">${form.dates}</p>`}`;

const times = (form: NarrowingForm, labels: { opens: string; closes: string }): Html => html`
<div class="form-pair">
${selectField({ name: 'opens', label: labels.opens, options: quarters.slice(0, -1), chosen: textIn(form.typed, 'opens'), fault: faultOf(form.faults, 'opens') })}
${selectField({ name: 'closes', label: labels.closes, options: quarters.slice(1), chosen: textIn(form.typed, 'closes'), fault: faultOf(form.faults, 'closes') })}
</div>`;

const why = (form: NarrowingForm, label: string): Html =>
  textField({
    name: 'why',
    label,
    hint: 'For the people at the desk. The public sees when we are closed, and never why.',
    value: textIn(form.typed, 'why'),
    takes: FIELDS.why,
    fault: faultOf(form.faults, 'why'),
  });

const HOW_MUCH = [
  { value: 'day', label: 'Whole days' },
  { value: 'part', label: 'Part of each day, from one time to another' },
];

const WEEKDAYS = Array.from({ length: 5 }, (_, weekday) => ({
  value: String(weekday),
  label: weekdayName(weekday),
}));

const FIELDS_OF: Readonly<Record<NarrowingKind, (form: NarrowingForm) => Html>> = {
  closure: (form) => html`${days(form)}${why(form, 'Why are we closed?')}`,
  'dated hours': (form) =>
    html`${dates(form)}${times(form, { opens: 'Open from', closes: 'Until' })}${why(form, 'Why? (optional)')}`,
  block: (form) => html`${dates(form)}
${choices({ name: 'much', type: 'radio', label: 'How much?', options: HOW_MUCH, chosen: listIn(form, 'much'), fault: faultOf(form.faults, 'much') })}
${times(form, { opens: 'From (for part of a day)', closes: 'To (for part of a day)' })}
${choices({ name: 'weekdays', type: 'checkbox', label: 'Every week on (optional)', options: WEEKDAYS, chosen: listIn(form, 'weekdays'), hint: 'For example every Friday until the last day. Tick nothing, and every day from the first to the last is meant.', fault: faultOf(form.faults, 'weekdays') })}
${why(form, 'Why? (optional)')}`,
};

const ABOUT: Readonly<Record<NarrowingKind, string>> = {
  closure: 'Nobody answers the telephone on these days, and no call can be booked on them.',
  'dated hours':
    'On these days the telephone is answered only at these times. On days that are shorter already, it stays as it is. For one day of the week, such as every Friday, use “Block some time”.',
  block: 'Nobody takes calls at these times, and none can be booked.',
};

/** The form that asks for something to be set. Nothing is done before the page that follows it. */
export const narrowingForm = (form: NarrowingForm): Html => html`
<p>${ABOUT[form.kind]} Bank holidays are closed already.</p>
${form.dayOut === undefined ? '' : html`<p>If only one of its days is to be open again, <a href="${form.dayOut}">take out one day of it</a>.</p>`}
<form method="post" action="${form.action}" novalidate>
  ${FIELDS_OF[form.kind](form)}${hidden(SEEN_FIELD, form.seen)}
  <p class="actions"><button class="button">See what that changes</button> <a class="button quiet" href="${TIMES_PATH}">Back to times</a></p>
</form>`;

/** What stands in the form that takes one day out of what is set. */
interface DayOutForm {
  set: Narrowing;
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  today: number;
}

/** The form that asks which day to take out. Nothing is done before the page that follows it. */
export const dayOutForm = ({ set, typed, faults, today }: DayOutForm): Html => html`
<p>Set for ${whenInSentence(set, today)}${whyInBrackets(set)}. The day that you take out is open again as if this were not set. The other days stay as they are.</p>
<form method="post" action="${dayOutPath(set)}" novalidate>
  ${textField({
    name: 'date',
    type: 'date',
    label: 'Day to take out',
    value: typeof typed['date'] === 'string' ? typed['date'] : undefined,
    fault: faultOf(faults, 'date'),
  })}
  ${hidden(SEEN_FIELD, timesSeenOf(set))}
  <p class="actions"><button class="button">See what that changes</button> <a class="button quiet" href="${TIMES_PATH}">Back to times</a></p>
</form>`;

/** The ways to set something, for the page of times. */
export const narrowingLinks = (): Html =>
  html`<p class="actions">${(['closure', 'dated hours', 'block'] as const).map(
    (kind) =>
      html`<a class="button quiet" href="${NARROWING_PATHS[kind]}">${NARROWING_HEADINGS[kind].set}</a> `,
  )}</p>`;
