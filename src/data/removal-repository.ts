import { and, eq, getTableColumns, getTableName, isNotNull, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from './client.ts';
import {
  bookings,
  caseActs,
  complaints,
  enquiries,
  holds,
  messages,
  personActs,
  submissions,
  withheldMail,
} from './schema.ts';

// Where words that somebody wrote are kept about a case. What is neither a table with words nor one without is an
// error of a test: a table that is added must be one of them.

/** Tables about a case in which people’s words stand. */
const WORDED = [enquiries, bookings, personActs, caseActs, holds] as const;

/** Tables about a case in which they do not: rows of the outbox have a function of their own. */
export const WORDLESS: readonly string[] = [
  ...[complaints, withheldMail, submissions, messages].map(getTableName),
  ...['case_words', 'case_joins'],
];

/** The names of the tables in which words are looked for. */
export const WORDED_NAMES: readonly string[] = WORDED.map(getTableName);

/** Columns of text that hold no words: addresses and numbers, which are corrected, marks of machines, and who of the staff it was. */
const NO_WORDS: readonly string[] = [
  ...['email', 'phone', 'phone_number', 'folded', 'uid', 'staff_uid'],
  ...['actor', 'undone_by', 'changed_by', 'owner'],
];

/** A column of a list that a form offers has names of its own, and arrays hold them too. */
const holdsWords = (column: PgColumn): boolean =>
  ['text', 'json'].includes(column.getSQLType()) &&
  !column.enumValues?.length &&
  !NO_WORDS.includes(column.name) &&
  column.name !== 'rhythm';

/** One text, or value, in which words may stand: the table, its row and its column, and what it says. */
export interface Worded {
  table: string;
  column: string;
  /** The row, by its key as text. */
  row: string;
  value: unknown;
}

const keyOf = (table: PgTable): PgColumn => {
  const key = getTableConfig(table).columns.find(({ primary }) => primary);
  if (!key) throw new Error(`The table ${getTableName(table)} has no key of one column.`);
  return key;
};

const caseIdOf = (table: PgTable): PgColumn => {
  const found = Object.values(getTableColumns(table)).find(({ name }) => name === 'case_id');
  if (!found) throw new Error(`The table ${getTableName(table)} is about no case.`);
  return found;
};

/** Everything that people wrote about a case, table by table. */
export async function findWorded(tx: Transaction, caseId: string): Promise<Worded[]> {
  const all: Worded[] = [];
  for (const table of WORDED) {
    const name = getTableName(table);
    const columns = Object.values<PgColumn>(getTableColumns(table)).filter(holdsWords);
    const rows = await tx
      .select({
        row: sql<string>`${keyOf(table)}::text`,
        values: sql<Record<string, unknown>>`jsonb_build_object(${sql.join(
          columns.flatMap((column) => [sql`${sql.raw(`'${column.name}'`)}`, sql`${column}`]),
          sql`, `,
        )})`,
      })
      .from(table as PgTable)
      .where(eq(caseIdOf(table), caseId))
      .orderBy(keyOf(table));
    for (const { row, values } of rows) {
      for (const { name: column } of columns) {
        const value = values[column];
        if (value !== null && value !== undefined) all.push({ table: name, column, row, value });
      }
    }
  }
  return all;
}

/** Writes what a text, or value, says now over what it said. */
export async function writeWorded(
  tx: Transaction,
  { table: name, column: named, row, value }: Worded,
): Promise<void> {
  const table = WORDED.find((one) => getTableName(one) === name) as PgTable | undefined;
  const column =
    table && Object.values<PgColumn>(getTableColumns(table)).find((one) => one.name === named);
  if (!table || !column) throw new Error(`No words are kept in ${name}.${named}.`);
  const said = column.getSQLType() === 'json' ? JSON.stringify(value) : String(value);
  await tx.execute(sql`
    UPDATE ${table} SET ${sql.identifier(named)} = ${said}::${sql.raw(column.getSQLType())}
    WHERE ${keyOf(table)}::text = ${row}`);
}

/** Marks what a case is found by as not made: it is made again from what its rows say now. */
export async function clearFolded(tx: Transaction, caseId: string): Promise<void> {
  await tx.update(enquiries).set({ folded: null }).where(eq(enquiries.caseId, caseId));
  await tx.update(bookings).set({ folded: null }).where(eq(bookings.caseId, caseId));
  await tx.update(caseActs).set({ folded: null }).where(eq(caseActs.caseId, caseId));
}

/** Forgets by what posts of a case are recognised when they come again: nothing that says what they said is left. */
export async function forgetPosts(tx: Transaction, caseId: string): Promise<void> {
  await tx.delete(submissions).where(eq(submissions.caseId, caseId));
}

/** A message about a case that waits, and what it says. */
export type MessageWaiting = Pick<
  typeof messages.$inferSelect,
  'id' | 'payload' | 'invite' | 'attempts'
>;

/** The messages about a case that have not gone out. */
export const findMessagesWaiting = async (
  tx: Transaction,
  caseId: string,
): Promise<MessageWaiting[]> => {
  const { id, payload, invite, attempts } = messages;
  return tx
    .select({ id, payload, invite, attempts })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), isNotNull(messages.nextAttemptAt)))
    .for('update');
};

/** Writes what a message says now. One that was tried has a new `as` id, or the mail service would not take other words for it. */
export async function rewriteMessage(
  tx: Transaction,
  id: string,
  { as, payload, invite }: Pick<MessageWaiting, 'payload' | 'invite'> & { as: string },
): Promise<void> {
  const fresh = as === id ? {} : { id: as, attempts: 0, firstAttemptAt: null };
  await tx
    .update(messages)
    .set({ payload, invite, ...fresh })
    .where(eq(messages.id, id));
}
