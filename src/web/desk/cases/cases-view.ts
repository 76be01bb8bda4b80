import { html } from 'hono/html';
import { STATUS_WORDS } from '#domain/cases/case-status.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { complaintClock } from '#domain/complaints/clock.ts';
import { counted } from '#domain/count-words.ts';
import {
  CASE_FILTERS,
  type CaseFilter,
  type CasesQuery,
  casesAddress,
  NOBODY,
  type PageStart,
} from '#domain/desk/cases-query.ts';
import {
  auditOfCasePath,
  CASES_PATH,
  deskCasePath,
  NEW_CASE_PATH,
  NEW_COMPLAINT_PATH,
} from '#domain/desk/paths.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { CaseListed } from '#services/desk/list-cases.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { flashView } from '../flash-view.ts';
import { ownersNav } from '../owners-nav-view.ts';
import { csvPath } from './csv-view.ts';

/** One page of cases, and what was asked for. */
export interface CasesList {
  asked: CasesQuery;
  cases: readonly CaseListed[];
  /** Where the pages before and after this one begin, if there are any. */
  newer: PageStart | undefined;
  older: PageStart | undefined;
  /** The result of what was just done, to be said once. */
  done: string | undefined;
  /** The instant it is, in milliseconds. */
  now: number;
  /** The addresses on the staff list, that of who looks first. */
  staff: readonly string[];
}

const searchForm = ({ q, filter, owner }: CasesQuery): Html => html`
<form class="case-search" method="get" action="${CASES_PATH}" role="search">
  <div class="field">
    <label for="q">Find a case</label>
    <p class="hint" id="q-hint">By reference, name, organisation, phone number (its last six digits will do), email address, or words of what they sent or of our notes.</p>
    <input id="q" name="q" type="search" value="${q}" aria-describedby="q-hint" autocomplete="off">
  </div>
  ${filter === 'all' ? '' : html`<input type="hidden" name="filter" value="${filter}">`}${hidden('owner', owner)}
  <button class="button">Search</button>
</form>`;

const FILTERS = Object.entries(CASE_FILTERS) as [CaseFilter, string][];

const filters = ({ q, filter, owner }: CasesQuery): Html => html`
<nav class="case-filters" aria-label="Which cases">
  <ul>${FILTERS.map(
    ([name, words]) =>
      html`<li><a href="${casesAddress({ q, filter: name, owner, start: 'first' })}"${name === filter ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}</ul>
</nav>`;

/** Which of the staff sees to the cases, where there is more than one to choose from. */
const owners = ({ asked, staff }: CasesList): Html =>
  ownersNav(asked.owner, staff, (owner) => casesAddress({ ...asked, owner, start: 'first' }));

/** Who a case is from, as far as they said. */
export const personOf = (about: Pick<CaseListed, 'name' | 'organisation'>) =>
  nameFirst(about) || 'No name given';

/** How a case is, with its next call, and when it is looked at again if that lies ahead. */
function statusOf({ status, nextCall, callsAhead, again }: CaseListed, now: number): string {
  const { day: today } = wallClockAt(now);
  const words =
    nextCall === undefined
      ? STATUS_WORDS[status]
      : `${STATUS_WORDS[status]}: ${instantInWords(nextCall, now)}${callsAhead > 1 ? `, and ${callsAhead - 1} more` : ''}`;
  return again === undefined || again <= today
    ? words
    : `${words}. Look at it again on ${dayInWords(again, today)}`;
}

/** How a complaint that is open is marked, by how its 30 days stand. */
const COMPLAINT_MARKS = {
  'in time': 'Complaint',
  warned: 'Complaint, answer it soon',
  overdue: 'Complaint, overdue',
} as const;

function complaintMark(complaint: CaseListed['complaint'], now: number): Html | '' {
  if (complaint === undefined) return '';
  if (complaint === 'ended') return html` <span class="case-mark">Complaint, answered</span>`;
  const { state } = complaintClock(complaint, now);
  return html` <span class="case-mark${state === 'in time' ? '' : ' is-pressing'}">${COMPLAINT_MARKS[state]}</span>`;
}

const marks = ({ complaint, onHold }: CaseListed, now: number): Html =>
  html`${complaintMark(complaint, now)}${onHold ? html` <span class="case-mark">On hold</span>` : ''}`;

const row = (listed: CaseListed, now: number): Html => html`
<li class="case-row">
  <span><a class="case-who" href="${deskCasePath(listed.reference)}">${personOf(listed)}</a>${marks(listed, now)}</span>
  <span class="case-ref"><span class="visually-hidden">Reference </span>${listed.reference}</span>
  <span class="case-standing is-${listed.status}">${statusOf(listed, now)}</span>
  <span class="case-contact">In touch ${instantInWords(listed.lastContactAt, now)}${listed.owner === undefined ? '' : html`. ${listed.owner} sees to it`}</span>
</li>`;

/** What a search was for, in words, narrowed as it was. */
const soughtInWords = ({ q, filter, owner }: CasesQuery): string => {
  const under = filter === 'all' ? '' : ` under “${CASE_FILTERS[filter]}”`;
  const whose = owner === undefined ? '' : `, which ${owner} sees to`;
  return `for “${q}”${under}${whose}`;
};

/** How many of those found are listed before this page, on it and after it: a count of all would take longer than the list. */
function howMany({ cases: { length }, newer, older }: CasesList): string {
  const cases = counted(length, 'case');
  if (newer === undefined) return older === undefined ? cases : `The first ${cases}`;
  if (older === undefined) return length === 1 ? 'The last case' : `The last ${cases}`;
  return `The next ${cases}`;
}

/** What was found and for what, for the title of the page and above its list; undefined where nothing was looked for. */
export function foundInWords(list: CasesList): string | undefined {
  const { asked, cases } = list;
  if (asked.q === '') return undefined;
  const sought = soughtInWords(asked);
  if (cases.length === 0) {
    return asked.start === 'first'
      ? `No case was found ${sought}`
      : `No more cases found ${sought}`;
  }
  return `${howMany(list)} found ${sought}`;
}

/** What stands above a list that was looked for. */
function found(list: CasesList): Html {
  const said = foundInWords(list);
  if (said === undefined || list.cases.length === 0) return html``;
  return html`<p class="lede as-typed">${said}.${list.older === undefined ? '' : ' There are more.'}</p>`;
}

/** What is said when a list is empty: nothing is there, or nothing was found. */
function nothing(asked: CasesQuery): Html {
  const { q, filter, owner, start } = asked;
  const all = html`<p><a href="${CASES_PATH}">Show every case</a></p>`;
  if (start !== 'first') return html`<p class="lede">There are no more cases.</p>${all}`;
  if (q !== '') {
    return html`<p class="lede">No case was found ${soughtInWords(asked)}.</p>
<p>A reference can be part of one, and the last six digits of a phone number are enough. Words are found by how they begin, with accents or without; every word must be found.</p>${all}`;
  }
  if (owner !== undefined) {
    return html`<p class="lede">${owner === NOBODY ? 'Every such case has an owner.' : `${owner} sees to no such case.`}</p>${all}`;
  }
  if (filter === 'all') return html`<p class="lede">There are no cases yet.</p>`;
  return html`<p class="lede">${EMPTY[filter]}</p>${all}`;
}

const QUARANTINE = html`<p>In quarantine is what looked automatic. No notice of it went out, nothing was sent, and no time is held, until you release it.</p>`;

const EMPTY: Readonly<Record<Exclude<CaseFilter, 'all'>, string>> = {
  waiting: 'Nothing is waiting for us.',
  quarantine: 'Nothing is in quarantine.',
  complaints: 'There is no complaint.',
  'on-hold': 'No case is on hold.',
  closed: 'No case is closed.',
};

const pages = ({ asked, newer, older }: CasesList): Html => html`
<nav class="actions case-pages" aria-label="Pages">
  ${newer === undefined ? '' : html`<a class="button quiet" href="${casesAddress({ ...asked, start: newer })}">Newer cases</a>`}
  ${older === undefined ? '' : html`<a class="button quiet" href="${casesAddress({ ...asked, start: older })}">Older cases</a>`}
</nav>`;

const download = (asked: CasesQuery): Html => html`
<p class="case-download"><a href="${csvPath(asked)}">Download ${asked.q === '' && asked.filter === 'all' && asked.owner === undefined ? 'every case' : 'these cases'} for a spreadsheet</a></p>`;

/** The list of cases: what to look for, which to show, and those there are, last in touch first. */
export function casesView(list: CasesList): Html {
  const { asked, cases, newer, older, done, now } = list;
  return html`${flashView(done)}
<p class="actions"><a class="button" href="${NEW_CASE_PATH}">Write down a new case</a> <a class="button quiet" href="${NEW_COMPLAINT_PATH}">Write down a complaint</a></p>
${searchForm(asked)}${filters(asked)}${owners(list)}
${asked.filter === 'quarantine' ? QUARANTINE : ''}
${found(list)}
${cases.length === 0 ? nothing(asked) : html`<ul class="case-list">${cases.map((listed) => row(listed, now))}</ul>`}
${newer === undefined && older === undefined ? '' : pages(list)}
${cases.length === 0 ? '' : download(asked)}`;
}

/** What is said of a reference that no case has; what was asked for may be none, and then the audit cannot be asked of it. */
export const unknownCaseView = (reference: string | undefined): Html => html`
<p class="lede">No case has this reference. It may have been mistyped, or the case has been erased.</p>
<p><a href="${CASES_PATH}">Find a case</a></p>
${reference === undefined ? '' : html`<p><a href="${auditOfCasePath(reference)}">See what the audit has of ${reference}</a>: whether a case was erased, when, and by whom.</p>`}`;
