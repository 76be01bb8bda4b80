import { type CallerRow, callerOf, PERSON, PERSON_COLUMNS } from '#data/contact-person.ts';
import type { CaseStatus } from '#domain/cases/case-status.ts';
import { type CaseFilter, type CasesQuery, PAGE_LENGTH } from '#domain/desk/cases-query.ts';
import type { App } from '../app.ts';
import { NEXT_CALL, STATUS, WAITS } from '../cases/case-status-service.ts';
import { type Found, newestFoundBy } from './find-cases.ts';

/** A case as a list tells of it. Instants are in milliseconds. */
export interface CaseListed {
  reference: string;
  name: string | undefined;
  organisation: string | undefined;
  status: CaseStatus;
  lastContactAt: number;
  /** The start of its next call, or of the one under way. */
  nextCall: number | undefined;
}

/** One page of a list, and whether another follows. */
export interface CasesPage {
  cases: readonly CaseListed[];
  more: boolean;
}

interface ListedRow extends CallerRow {
  status: CaseStatus;
  last_contact_at: Date;
  next_call: Date | null;
}

/** Each filter as SQL about a case `c` with NEXT_CALL. */
const FILTERED: Readonly<Record<CaseFilter, string>> = {
  all: 'true',
  waiting: WAITS,
  quarantine: `(c.quarantined_at IS NOT NULL OR EXISTS (SELECT FROM bookings b
    WHERE b.case_id = c.id AND b.quarantined_at IS NOT NULL AND b.cancelled_at IS NULL))`,
  closed: `(${STATUS}) = 'closed'`,
};

/** What narrows the cases to those asked for and found, as SQL about a case `c` with NEXT_CALL, and the values it speaks of; $1 is now. */
export const narrowing = (app: App, filter: CaseFilter, found: Found | undefined) => ({
  where: found ? `${FILTERED[filter]} AND ${found.where}` : FILTERED[filter],
  values: [app.now(), ...(found?.values ?? [])],
});

/** The SQL of a page, and its values: the page's cases are found first, and only they are told of. */
export async function pageQuery(app: App, { page, filter, q }: CasesQuery) {
  const found = q === '' ? undefined : await newestFoundBy(app, q);
  const { where, values } = narrowing(app, filter, found);
  const sql = `WITH listed AS (
      SELECT c.id FROM cases c ${filter === 'all' ? '' : NEXT_CALL} WHERE ${where}
      ORDER BY c.last_contact_at DESC, c.id
      LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}
    )
    SELECT ${PERSON_COLUMNS}, c.last_contact_at, ${STATUS} AS status, next_call.at AS next_call
    FROM listed JOIN cases c USING (id) ${NEXT_CALL} ${PERSON}
    ORDER BY c.last_contact_at DESC, c.id`;
  return { sql, values };
}

const fromRow = (row: ListedRow): CaseListed => ({
  ...callerOf(row),
  status: row.status,
  lastContactAt: row.last_contact_at.getTime(),
  nextCall: row.next_call?.getTime(),
});

/** A page of the cases asked for, those we were last in touch with first. */
export async function listCases(app: App, query: CasesQuery): Promise<CasesPage> {
  const { sql, values } = await pageQuery(app, query);
  const rows = await app.database.query<ListedRow>(sql, values);
  return {
    cases: rows.slice(0, PAGE_LENGTH).map(fromRow),
    more: rows.length > PAGE_LENGTH,
  };
}
