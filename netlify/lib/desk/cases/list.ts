import type { CaseStatus } from '#domain/cases/case-status.ts';
import {
  type CaseFilter,
  type CasesQuery,
  PAGE_LENGTH,
  soughtIn,
} from '#domain/desk/cases-query.ts';
import type { CaseListed } from '#views/desk-cases.ts';
import type { App } from '../../app.ts';
import { NEXT_CALL, STATUS, WAITS } from '../../cases/status.ts';
import { type CallerRow, callerOf, PERSON, PERSON_COLUMNS } from '../../cases/who.ts';

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

/** The cases that a search finds, by reference ($2) or by every pattern ($3) in a name and organisation. */
const FOUND = `c.id IN (
  SELECT id FROM cases WHERE reference = $2
  UNION SELECT case_id FROM enquiries WHERE concat_ws(' ', name, organisation) ILIKE ALL ($3::text[])
  UNION SELECT case_id FROM bookings WHERE concat_ws(' ', name, organisation) ILIKE ALL ($3::text[]))`;

/** What narrows the cases to those asked for, as SQL about a case `c` with NEXT_CALL, and the values it speaks of; $1 is now. */
export function narrowing(app: App, { filter, q }: Pick<CasesQuery, 'filter' | 'q'>) {
  const sought = soughtIn(q);
  if (!sought) return { where: FILTERED[filter], values: [app.now()] };
  const { reference, patterns } = sought;
  return {
    where: `${FILTERED[filter]} AND ${FOUND}`,
    values: [app.now(), reference ?? null, [...patterns]],
  };
}

/** The SQL of a page, and its values: the page's cases are found first, and only they are told of. */
export function pageQuery(app: App, { page, ...asked }: CasesQuery) {
  const { where, values } = narrowing(app, asked);
  const sql = `WITH listed AS (
      SELECT c.id FROM cases c ${NEXT_CALL} WHERE ${where}
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
  const { sql, values } = pageQuery(app, query);
  const rows = await app.database.query<ListedRow>(sql, values);
  return {
    cases: rows.slice(0, PAGE_LENGTH).map(fromRow),
    more: rows.length > PAGE_LENGTH,
  };
}
