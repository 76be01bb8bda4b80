import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import { CASE_FILTERS, type CasesQuery, casesAddress } from '#domain/desk/cases-query.ts';
import { CASES_PATH } from '#domain/desk/paths.ts';
import type { Download } from '#services/desk/cases-csv.ts';
import { type Html, hidden } from '../../views/form-view.ts';

/** Where the cases are downloaded. */
const CSV_PATH = `${CASES_PATH}cases.csv`;

/** The page that says what a download holds, for the cases asked for. */
export const csvPath = (asked: CasesQuery): string =>
  CSV_PATH + casesAddress({ ...asked, start: 'first' }).slice(CASES_PATH.length);

const whichOf = ({ filter, q, owner }: CasesQuery): Html =>
  html`${filter === 'all' ? '' : html` under “${CASE_FILTERS[filter]}”`}${q === '' ? '' : html` found for “${q}”`}${owner === undefined ? '' : html` seen to by ${owner}`}`;

const hiddenOf = (asked: CasesQuery) =>
  html`${hidden('filter', asked.filter === 'all' ? undefined : asked.filter)}
  ${hidden('q', asked.q === '' ? undefined : asked.q)}${hidden('owner', asked.owner)}`;

const back = (asked: CasesQuery) =>
  html`<a class="button quiet" href="${casesAddress(asked)}">Back to the cases</a>`;

/** One button, or where there is too much for one file a button for each year. */
const buttons = (asked: CasesQuery, years: Download['years']): Html =>
  years.length === 0
    ? html`<p class="actions"><button class="button">Download the file</button> ${back(asked)}</p>`
    : html`<p>There is too much for one file. Choose the year in which people were first in touch.</p>
  <p class="actions">${years.map(({ year, cases }) => html`<button class="button" name="year" value="${year}">${year}: ${counted(cases, 'case')}</button> `)}${back(asked)}</p>`;

/** What a download holds and asks of anyone who takes it, and the button that does it. */
export const csvView = (asked: CasesQuery, { cases, years }: Download): Html => html`
<p class="lede">You are about to download ${years.length === 0 ? 'a file' : 'files'} for a spreadsheet, with ${counted(cases, 'case')}${whichOf(asked)}.</p>
<ul class="case-will">
  <li>${years.length === 0 ? 'It holds' : 'They hold'} personal data: names, addresses, phone numbers and what people wrote. Notes of staff and links to people’s own pages are left out.</li>
  <li>The site cannot erase what you have downloaded. Keep it where only staff can read it, and delete it when you have used it.</li>
  <li>The audit notes that you downloaded it, and when.</li>
</ul>
<form method="post" action="${CSV_PATH}">
  ${hiddenOf(asked)}
  ${buttons(asked, years)}
</form>`;
