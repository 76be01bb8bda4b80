import { html } from 'hono/html';
import { figure } from '#domain/count-words.ts';
import type { Period } from '#domain/desk/numbers.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { NUMBERS_PATH } from '#domain/desk/paths.ts';
import { dateOf, isoDate } from '#domain/time/day.ts';
import { lengthInWords, MONTH_NAMES } from '#domain/time/words.ts';
import type { Html } from '../../views/form-view.ts';

/** A month as an address carries it: 2026-11. */
export const monthNamed = ({ from }: Period): string => isoDate(from).slice(0, 7);

export function monthInWords({ from }: Period): string {
  const { year, month } = dateOf(from);
  return `${MONTH_NAMES[month - 1]} ${year}`;
}

/** The way to each month on a page by itself, the newest first. */
export const monthLinks = (months: readonly Period[]): Html => html`
<p class="numbers-months">One month on a page, to print: ${months
  .toReversed()
  .map(
    (month, index) =>
      html`${index === 0 ? '' : ', '}<a href="${NUMBERS_PATH}?month=${monthNamed(month)}">${monthInWords(month)}</a>`,
  )}.</p>`;

type Row = readonly [label: string, value: string];

const part = (heading: string, rows: readonly Row[]): Html => html`
<section class="numbers-part"><h2>${heading}</h2>
<dl class="answers">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>`;

const timeOf = (minutes: number | undefined) =>
  minutes === undefined ? 'None yet' : lengthInWords(minutes);

/** Every number of one month, on one page of paper. */
export function monthView(month: Period, today: number): Html {
  const { enquiries, byHand, answer, outcomes, complaints, complaintsEnded } = month;
  const { callbacksBooked, discoveryCallsBooked, callbacks, discoveryCalls, cancelled } = month;
  const noted = OUTCOME_NAMES.filter((name) => outcomes[name] > 0);
  return html`
<p class="off-paper"><a href="${NUMBERS_PATH}?by=month">Back to all months</a>. To keep it, print this page.</p>
${today < month.until ? html`<p>This month is not over. These are its numbers so far.</p>` : ''}
${part('Enquiries', [
  ['Sent on the site', figure(enquiries)],
  ['Written down at the desk', figure(byHand)],
])}
${part('Time to a first answer, of those sent on the site', [
  ['Answered', figure(answer.answered)],
  ['The middle one', timeOf(answer.median)],
  ['The slowest', timeOf(answer.slowest)],
  ['No answer yet', figure(answer.waiting)],
])}
${part(`Calls booked in ${monthInWords(month)}, for any day`, [
  ['Callbacks booked', figure(callbacksBooked)],
  ['Discovery calls booked', figure(discoveryCallsBooked)],
])}
${part(`Calls for a day in ${monthInWords(month)}`, [
  ['Callbacks', figure(callbacks)],
  ['Discovery calls', figure(discoveryCalls)],
  ['Cancelled', figure(cancelled)],
])}
${part(
  'Outcomes',
  noted.length === 0
    ? [['Noted', 'None']]
    : noted.map((name) => [OUTCOMES[name].label, figure(outcomes[name])]),
)}
${part('Complaints', [
  ['Received', figure(complaints)],
  ['Told the outcome', figure(complaintsEnded)],
])}
<p class="hint">Times to an answer are in hours in which the line is open. A call that was cancelled since counts as booked. A complaint is counted as a complaint alone, whichever way it came. What has been erased is counted nowhere, and nothing in quarantine is.</p>`;
}
