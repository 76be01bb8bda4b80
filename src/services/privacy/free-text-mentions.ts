import type { Transaction } from '#data/client.ts';
import { tablesOf } from '#data/table-columns.ts';

/** How many rows hold an address in one column of one table. */
export interface Mention {
  where: string;
  rows: number;
}

/** Rows that are known to be somebody’s, by the ids of their cases, calls and messages. */
export interface Theirs {
  caseIds: readonly string[];
  ids: readonly string[];
}

/** Where an address stands as itself, which is told apart from its being mentioned. */
const OWN = new Set(['desk_links.email', 'desk_sessions.email', 'case_acts.actor']);

/** How a table says whose a row is: `$2` are cases, `$3` calls and messages. */
const WHOSE: Readonly<Record<string, string>> = {
  case_id: 'coalesce(case_id = ANY ($2::uuid[]), false)',
  booking_id: 'coalesce(booking_id = ANY ($3::uuid[]), false)',
  id: 'id = ANY ($3::uuid[])',
};

const asText = (column: string, type: string) =>
  type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`;

/**
 * Where an address, given in lower case, stands besides the rows that are `theirs`: in words about
 * somebody else, which no rule can sort out. Every table is looked through, whenever it was added.
 */
export async function mentionsElsewhere(
  tx: Transaction,
  email: string,
  { caseIds, ids }: Theirs,
): Promise<Mention[]> {
  const mentions: Mention[] = [];
  for (const [table, columns] of await tablesOf(tx)) {
    const theirs = columns.flatMap(({ column, type }) =>
      type === 'uuid' && WHOSE[column] ? [WHOSE[column]] : [],
    );
    for (const { column, type } of columns) {
      if (OWN.has(`${table}.${column}`)) continue;
      const [found] = await tx.query<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM ${table}
         WHERE strpos(lower(${asText(column, type)}), $1) > 0
           AND NOT (${['$2::uuid[] IS NULL', '$3::uuid[] IS NULL', ...theirs].join(' OR ')})`,
        [email, caseIds, ids],
      );
      if (found && found.rows > 0) mentions.push({ where: `${table}.${column}`, rows: found.rows });
    }
  }
  return mentions;
}
