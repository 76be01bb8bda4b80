import { html } from 'hono/html';
import { counted, figure } from '#domain/count-words.ts';
import type { Period, PeriodLength } from '#domain/desk/numbers.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { DIARY_PATH, NUMBERS_PATH } from '#domain/desk/paths.ts';
import { dateOf } from '#domain/time/day.ts';
import { lengthInWords } from '#domain/time/words.ts';
import type { Html } from '../../views/form-view.ts';
import { type Bars, barsView } from './bars-view.ts';
import { monthLinks } from './month-view.ts';

/** What there was in each period, oldest first, the last of which is not over. `today` counts from 1 January 1970. */
interface NumbersView {
  length: PeriodLength;
  periods: readonly Period[];
  today: number;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function labelOf({ from }: Period, length: PeriodLength): string {
  const { year, month, date } = dateOf(from);
  const name = MONTHS[month - 1] ?? '';
  return length === 'week' ? `${date} ${name}` : `${name} ${year}`;
}

const shortLabelOf = (period: Period, length: PeriodLength) =>
  length === 'week' ? labelOf(period, length) : labelOf(period, length).slice(0, 3);

/** A length of open time, short enough to stand above a bar. */
const shortLength = (minutes: number): string => {
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 || hours >= 10 ? `${hours}h` : `${hours}h ${minutes % 60}m`;
};

const sumOf = (periods: readonly Period[], value: (period: Period) => number) =>
  periods.reduce((all, period) => all + value(period), 0);

/** What a column of the tables is called, and what stands in it for a period. */
type Column = readonly [head: string, value: (period: Period) => string];

const number = (value: (period: Period) => number) => (period: Period) => figure(value(period));

const lengthOf = (minutes: number | undefined) =>
  minutes === undefined ? 'None yet' : lengthInWords(minutes);

const table = (
  caption: string,
  columns: readonly Column[],
  { periods, length }: NumbersView,
): Html => html`
<details class="numbers-table"><summary>${caption}</summary>
<div class="wide-table" tabindex="0" role="region" aria-label="${caption}"><table class="table">
<thead><tr><th scope="col">${length === 'week' ? 'Week from' : 'Month'}</th>${columns.map(([head]) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${periods.toReversed().map((period) => html`<tr><th scope="row">${labelOf(period, length)}</th>${columns.map(([, value]) => html`<td>${value(period)}</td>`)}</tr>`)}</tbody>
</table></div></details>`;

/** One thing that is counted: drawn, said in words, and as a table; words alone where there is nothing to draw. */
interface Part {
  drawing: Omit<Bars, 'bars'>;
  heights: (period: Period) => readonly number[];
  columns: readonly Column[];
}

function part({ drawing, heights, columns }: Part, view: NumbersView): Html {
  const { periods, length } = view;
  const bars = periods.map((period) => ({
    label: shortLabelOf(period, length),
    parts: heights(period),
  }));
  const isEmpty = bars.every(({ parts }) => parts.every((value) => value === 0));
  return html`<section class="numbers-part" aria-labelledby="${drawing.id}">${
    isEmpty
      ? html`<h2 id="${drawing.id}">${drawing.title}</h2><p>${drawing.said}</p>`
      : html`${barsView({ ...drawing, bars })}${table(`${drawing.title}, as a table`, columns, view)}`
  }</section>`;
}

const enquiries = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'enquiries',
    title: 'Enquiries',
    said: `${counted(
      sumOf(periods, (one) => one.enquiries),
      'was sent',
      'were sent',
    )} on the site, and ${counted(
      sumOf(periods, (one) => one.byHand),
      'case was',
      'cases were',
    )} written down at the desk. Complaints are counted below.`,
    parts: ['Sent on the site', 'Written down at the desk'],
  },
  heights: ({ enquiries, byHand }) => [enquiries, byHand],
  columns: [
    ['Sent on the site', number((one) => one.enquiries)],
    ['Written down at the desk', number((one) => one.byHand)],
  ],
});

const booked = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'booked',
    title: 'Calls booked',
    said: `By when they were booked, whatever day they are for: ${counted(
      sumOf(periods, (one) => one.callbacksBooked),
      'callback',
    )} and ${counted(
      sumOf(periods, (one) => one.discoveryCallsBooked),
      'discovery call',
    )}, those cancelled since among them.`,
    parts: ['Callbacks booked', 'Discovery calls booked'],
  },
  heights: ({ callbacksBooked, discoveryCallsBooked }) => [callbacksBooked, discoveryCallsBooked],
  columns: [
    ['Callbacks booked', number((one) => one.callbacksBooked)],
    ['Discovery calls booked', number((one) => one.discoveryCallsBooked)],
  ],
});

const calls = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'calls',
    title: 'Calls by the day they are for',
    said: `By when they take place, whenever they were booked: ${counted(
      sumOf(periods, (one) => one.callbacks),
      'callback',
    )} and ${counted(
      sumOf(periods, (one) => one.discoveryCalls),
      'discovery call',
    )}; ${counted(
      sumOf(periods, (one) => one.cancelled),
      'more was',
      'more were',
    )} cancelled.`,
    parts: ['Callbacks', 'Discovery calls', 'Cancelled'],
  },
  heights: ({ callbacks, discoveryCalls, cancelled }) => [callbacks, discoveryCalls, cancelled],
  columns: [
    ['Callbacks', number((one) => one.callbacks)],
    ['Discovery calls', number((one) => one.discoveryCalls)],
    ['Cancelled', number((one) => one.cancelled)],
  ],
});

const allOutcomes = ({ outcomes }: Period) =>
  OUTCOME_NAMES.reduce((all, name) => all + outcomes[name], 0);

const outcomes = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'outcomes',
    title: 'Outcomes',
    said: `${counted(sumOf(periods, allOutcomes), 'outcome was', 'outcomes were')} noted and not undone, of which ${counted(
      sumOf(periods, ({ outcomes: all }) => all.commissioned),
      'is',
      'are',
    )} that they have commissioned us.`,
    parts: ['Commissioned', 'Everything else'],
  },
  heights: (period) => [
    period.outcomes.commissioned,
    allOutcomes(period) - period.outcomes.commissioned,
  ],
  columns: OUTCOME_NAMES.map((name) => [
    OUTCOMES[name].label,
    number(({ outcomes: all }) => all[name]),
  ]),
});

const NOT_BY_HAND = 'A case written down at the desk has no time of its own here.';

/** How soon we answered, in words that say how few there are where there are few. */
function answeredInWords(periods: readonly Period[]): string {
  const answered = sumOf(periods, ({ answer }) => answer.answered);
  const waiting = sumOf(periods, ({ answer }) => answer.waiting);
  const slowest = Math.max(...periods.map(({ answer }) => answer.slowest ?? 0));
  const still = waiting === 0 ? '' : ` ${counted(waiting, 'has', 'have')} had no answer yet.`;
  if (answered + waiting === 0) return `No enquiry was sent on the site. ${NOT_BY_HAND}`;
  if (answered === 0)
    return `No enquiry sent on the site has had an answer yet.${still} ${NOT_BY_HAND}`;
  return `The middle one of each period, in hours in which the line is open. ${counted(answered, 'enquiry was', 'enquiries were')} answered, the slowest in ${lengthInWords(slowest)}.${still}`;
}

const answers = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'answers',
    title: 'Time to a first answer',
    said: answeredInWords(periods),
    parts: [],
    inWords: shortLength,
  },
  heights: ({ answer }) => [answer.median ?? 0],
  columns: [
    ['Answered', number(({ answer }) => answer.answered)],
    ['The middle one', ({ answer }) => lengthOf(answer.median)],
    ['The slowest', ({ answer }) => lengthOf(answer.slowest)],
    ['No answer yet', number(({ answer }) => answer.waiting)],
  ],
});

const complaints = (periods: readonly Period[]): Part => ({
  drawing: {
    id: 'complaints',
    title: 'Complaints',
    said: `${counted(
      sumOf(periods, (one) => one.complaints),
      'complaint was',
      'complaints were',
    )} received, and ${counted(
      sumOf(periods, (one) => one.complaintsEnded),
      'person was',
      'people were',
    )} told the outcome of one.`,
    parts: [],
  },
  heights: (period) => [period.complaints],
  columns: [
    ['Received', number((one) => one.complaints)],
    ['Told the outcome', number((one) => one.complaintsEnded)],
  ],
});

const PARTS = [enquiries, answers, booked, calls, outcomes, complaints] as const;

const LENGTHS = [
  ['week', 'By week', NUMBERS_PATH],
  ['month', 'By month', `${NUMBERS_PATH}?by=month`],
] as const;

const lengths = ({ length }: NumbersView): Html => html`
<nav class="case-filters" aria-label="How long a period">
  <ul>${LENGTHS.map(([name, words, path]) => html`<li><a href="${path}"${name === length ? html` aria-current="page"` : ''}>${words}</a></li>`)}</ul>
</nav>`;

/** How many enquiries, calls and outcomes there were, and how soon we answered: drawn, and as tables. */
export const numbersView = (view: NumbersView): Html => html`
<p class="lede">The last ${view.periods.length} ${view.length === 'week' ? 'weeks' : 'months'}, this one so far among them.</p>
${lengths(view)}
${view.length === 'month' ? monthLinks(view.periods) : ''}
${PARTS.map((of) => part(of(view.periods), view))}
<p class="hint">What has been erased is counted nowhere, and nothing in quarantine is. A call for a ${view.length} to come is booked in the one in which it was made, and is in the <a href="${DIARY_PATH}">diary</a>; among calls by the day they are for it counts once its ${view.length} has begun. A complaint is counted as a complaint alone, whichever way it came. The time to a first answer is that of enquiries sent on the site, and not of cases written down at the desk. An answer is the first time we spoke, left a message, wrote, offered times or booked, moved or cancelled a call for them; “Nobody answered” is none. Open hours are counted by the hours as they are now. Of an even number the middle one is the quicker of two.</p>`;
