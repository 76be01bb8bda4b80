import { cleanLine } from '../clean.ts';
import { CASES_PATH } from './paths.ts';

/** The ways to narrow the list of cases, and how the page says each. */
export const CASE_FILTERS = {
  all: 'Every case',
  waiting: 'Waiting for us',
  quarantine: 'In quarantine',
  closed: 'Closed',
} as const;

export type CaseFilter = keyof typeof CASE_FILTERS;

/** Which cases somebody asks for, and which page of them, from 1. An empty `q` asks for all. */
export interface CasesQuery {
  filter: CaseFilter;
  q: string;
  page: number;
}

/** How many cases stand on one page of the list. */
export const PAGE_LENGTH = 25;

/** The last page that is shown: anyone who goes further back than 10,000 cases searches. */
export const LAST_PAGE = 400;

const MOST_TYPED = 200;

/** What was typed, cleaned; more than anybody looks for is left out. */
const oneLine = (typed: string) => cleanLine([...cleanLine(typed)].slice(0, MOST_TYPED).join(''));

const isFilter = (name: string): name is CaseFilter => Object.hasOwn(CASE_FILTERS, name);

function readPage(typed: string): number {
  const page = /^\d{1,4}$/.test(typed) ? Number(typed) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

/** What an address asks for; whatever is not understood is passed over. */
export function readCasesQuery(params: URLSearchParams): CasesQuery {
  const filter = params.get('filter') ?? '';
  return {
    filter: isFilter(filter) ? filter : 'all',
    q: oneLine(params.get('q') ?? ''),
    page: readPage(params.get('page') ?? ''),
  };
}

/** The address of a list of cases, from the site's root; what goes without saying is left out. */
export function casesAddress({ filter, q, page }: CasesQuery): string {
  const asked = {
    ...(q !== '' && { q }),
    ...(filter !== 'all' && { filter }),
    ...(page > 1 && { page: String(page) }),
  };
  const query = String(new URLSearchParams(asked));
  return query === '' ? CASES_PATH : `${CASES_PATH}?${query}`;
}
