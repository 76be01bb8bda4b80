import { cleanLine } from '../clean.ts';
import { CASES_PATH } from './paths.ts';

/** The ways to narrow the list of cases, and how the page says each. */
export const CASE_FILTERS = {
  all: 'Every case',
  waiting: 'Waiting for us',
  quarantine: 'In quarantine',
  complaints: 'Complaints',
  'on-hold': 'On hold',
  closed: 'Closed',
} as const;

export type CaseFilter = keyof typeof CASE_FILTERS;

/**
 * Where a page of the list begins: with its first case, or next to one that was shown, which is known by when we
 * were last in touch (in microseconds since 1970) and its id. So no page is longer to find than the first, and
 * none shows a case again, or misses one, because others came before it meanwhile.
 */
export type PageStart = 'first' | { way: 'after' | 'before'; at: string; id: string };

/** Which cases somebody asks for, and where the page of them begins. An empty `q` asks for all. */
export interface CasesQuery {
  filter: CaseFilter;
  q: string;
  /** Whose cases: an address of the staff in lower case, or `nobody`; left out for everybody's. */
  owner?: string | undefined;
  start: PageStart;
}

/** What stands for nobody, where an owner is chosen or looked for. */
export const NOBODY = 'nobody';

const MOST_OWNER = 254;

/** Whose cases an address of a page asks for; what cannot be an address is passed over. */
export function readOwner(params: URLSearchParams): string | undefined {
  const owner = cleanLine(params.get('owner') ?? '').toLowerCase();
  const isOne = owner === NOBODY || (owner.includes('@') && owner.length <= MOST_OWNER);
  return isOne ? owner : undefined;
}

/** How many cases stand on one page of the list. */
export const PAGE_LENGTH = 25;

const MOST_TYPED = 200;

/** What was typed, cleaned; more than anybody looks for is left out. */
const oneLine = (typed: string) => cleanLine([...cleanLine(typed)].slice(0, MOST_TYPED).join(''));

const isFilter = (name: string): name is CaseFilter => Object.hasOwn(CASE_FILTERS, name);

const SHOWN_CASE = /^(\d{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readStart(params: URLSearchParams): PageStart {
  for (const way of ['after', 'before'] as const) {
    const [, at, id] = SHOWN_CASE.exec(params.get(way) ?? '') ?? [];
    if (at !== undefined && id !== undefined) return { way, at, id };
  }
  return 'first';
}

/** What an address asks for; whatever is not understood is passed over. */
export function readCasesQuery(params: URLSearchParams): CasesQuery {
  const filter = params.get('filter') ?? '';
  return {
    filter: isFilter(filter) ? filter : 'all',
    q: oneLine(params.get('q') ?? ''),
    owner: readOwner(params),
    start: readStart(params),
  };
}

/** The address of a list of cases, from the site's root; what goes without saying is left out. */
export function casesAddress({ filter, q, owner, start }: CasesQuery): string {
  const asked = {
    ...(q !== '' && { q }),
    ...(filter !== 'all' && { filter }),
    ...(owner !== undefined && { owner }),
    ...(start !== 'first' && { [start.way]: `${start.at}.${start.id}` }),
  };
  const query = String(new URLSearchParams(asked));
  return query === '' ? CASES_PATH : `${CASES_PATH}?${query}`;
}
