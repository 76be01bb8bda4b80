import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { findActsBy, findOwnedBy } from './case-act-repository.ts';
import type { Transaction } from './client.ts';
import { audit } from './schema.ts';
import { tablesOf } from './table-columns.ts';

// Rows of a person in whatever tables there are, so that one that is added later is looked through too.

/** A row as it is kept, by the names of its columns, in JSON’s terms. */
export type Row = Record<string, unknown>;

/** Rows by the name of their table. */
export type RowsByTable = Record<string, Row[]>;

/** Rows of a table that a condition picks out, in the order they came, without some columns. */
async function rowsOf(
  tx: Transaction,
  table: string,
  where: SQL,
  without: readonly string[] = [],
): Promise<Row[]> {
  const rows = await tx.execute<{ row: Row }>(sql`
    SELECT row FROM (
      SELECT to_jsonb(t) - ${sql.param(without)}::text[] AS row FROM ${sql.raw(table)} t WHERE ${where}
    ) rows
    ORDER BY coalesce(row ->> 'created_at', row ->> 'at'), row::text`);
  return rows.map(({ row }) => row);
}

/** Every row of every table that belongs to a case; keys and fingerprints, kept as bytes, are left out. */
export async function rowsOfCase(tx: Transaction, caseId: string): Promise<RowsByTable> {
  const whole: RowsByTable = {};
  for (const [table, columns] of await tablesOf(tx)) {
    const bytes = columns.filter(({ type }) => type === 'bytea').map(({ column }) => column);
    const belongs = columns.some(({ column }) => column === 'case_id');
    const where = table === 'cases' ? sql`id = ${caseId}` : belongs && sql`case_id = ${caseId}`;
    if (where) whole[table] = await rowsOf(tx, table, where, bytes);
  }
  const reports = sql`provider_id IN (SELECT provider_id FROM messages WHERE case_id = ${caseId})`;
  return { ...whole, delivery_reports: await rowsOf(tx, 'delivery_reports', reports) };
}

/** The rows that belong to one call. */
export const rowsOfCall = async (tx: Transaction, id: string): Promise<RowsByTable> => ({
  bookings: await rowsOf(tx, 'bookings', sql`id = ${id}`, ['key_hash', 'key_hash_before']),
  person_acts: await rowsOf(tx, 'person_acts', sql`booking_id = ${id}`),
  messages: await rowsOf(tx, 'messages', sql`booking_id = ${id}`),
});

/** The row of one message. */
export const rowsOfMessage = (tx: Transaction, id: string): Promise<Row[]> =>
  rowsOf(tx, 'messages', sql`id = ${id}`);

/** What the desk keeps of an address, given in lower case, and what the audit does of its mark. */
export async function rowsAtDesk(tx: Transaction, email: string, mark: string) {
  const theirs = sql`lower(email) = ${email}`;
  const { at, act, reference, actor, id } = audit;
  return {
    links: await rowsOf(tx, 'desk_links', theirs, ['hash', 'browser_hash', 'asked_from']),
    sessions: await rowsOf(tx, 'desk_sessions', theirs, ['hash']),
    passkeys: await rowsOf(tx, 'passkeys', theirs, ['public_key']),
    calendar: await rowsOf(tx, 'staff_calendars', theirs, ['address_sealed']),
    acts: await findActsBy(tx, email),
    sees_to: await findOwnedBy(tx, email),
    audit: await tx
      .select({ at, act, reference })
      .from(audit)
      .where(eq(actor, mark))
      .orderBy(asc(id)),
  };
}

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
const OWN = new Set([
  'desk_links.email',
  'desk_sessions.email',
  'passkeys.email',
  'passkey_challenges.email',
  'staff_calendars.email',
  'cases.owner',
  'case_acts.actor',
  'case_acts.undone_by',
  'case_acts.changed_by',
  'case_acts.owner',
]);

/** How a table says whose a row is. */
const whose = ({ caseIds, ids }: Theirs): Readonly<Record<string, SQL>> => ({
  case_id: sql`coalesce(case_id = ANY (${sql.param(caseIds)}::uuid[]), false)`,
  booking_id: sql`coalesce(booking_id = ANY (${sql.param(ids)}::uuid[]), false)`,
  id: sql`id = ANY (${sql.param(ids)}::uuid[])`,
});

const asText = (column: string, type: string) =>
  sql.raw(type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`);

/**
 * Where an address, given in lower case, stands besides the rows that are `theirs`: in words about
 * somebody else, which no rule can sort out. Every table is looked through, whenever it was added.
 */
export async function mentionsElsewhere(
  tx: Transaction,
  email: string,
  theirs: Theirs,
): Promise<Mention[]> {
  const known = whose(theirs);
  const mentions: Mention[] = [];
  for (const [table, columns] of await tablesOf(tx)) {
    const theirs = columns.flatMap(({ column, type }) => (type === 'uuid' && known[column]) || []);
    for (const { column, type } of columns) {
      if (OWN.has(`${table}.${column}`)) continue;
      const [found] = await tx.execute<{ rows: number }>(sql`
        SELECT count(*) AS rows FROM ${sql.raw(table)}
        WHERE strpos(lower(${asText(column, type)}), ${email}) > 0
          AND NOT (${sql.join([sql`false`, ...theirs], sql` OR `)})`);
      if (found && found.rows > 0) mentions.push({ where: `${table}.${column}`, rows: found.rows });
    }
  }
  return mentions;
}
