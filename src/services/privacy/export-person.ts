import type { Transaction } from '#data/client.ts';
import { tablesOf } from '#data/table-columns.ts';
import type { App } from '../app.ts';
import { markOf } from '../desk/staff.ts';
import { mentionsBesides, type SubjectData } from './subject-data.ts';

type Row = Record<string, unknown>;

/** Keys open a case to anyone who has them: 43 characters of base64url, wherever they stand. */
const KEY = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** What a message said while it waits; afterwards it is scrubbed, and when it went is all that is kept. */
function waitingWords(payload: unknown): Row | null {
  if (!payload) return null;
  const { to, subject, text } = payload as Row;
  return { to, subject, text: String(text).replace(KEY, '(a private key)') };
}

/** A row as it is held, without what only machines use; staff are not named to the person who asks for their own data. */
function told({ payload, invite: _, ...row }: Row): Row {
  return {
    ...row,
    ...('actor' in row && { actor: 'staff' }),
    ...(payload !== undefined && { waiting: waitingWords(payload) }),
  };
}

/** Rows of `table` that a condition picks out, in JSON’s terms and in the order they came; keys and fingerprints, kept as bytes, are left out. */
async function rowsOf(
  tx: Transaction,
  table: string,
  bytes: readonly string[],
  where: string,
  value: unknown,
): Promise<Row[]> {
  const rows = await tx.query<{ row: Row }>(
    `SELECT row FROM (SELECT to_jsonb(t) - $2::text[] AS row FROM ${table} t WHERE ${where}) rows
     ORDER BY coalesce(row ->> 'created_at', row ->> 'at'), row::text`,
    [value, bytes],
  );
  return rows.map(({ row }) => told(row));
}

const REPORTS = `provider_id IN (SELECT provider_id FROM messages WHERE case_id = $1)`;

/** Every row of every table that belongs to a case, by table: a table added later is exported too. */
async function wholeCase(tx: Transaction, caseId: string): Promise<Row> {
  const whole: Row = {};
  for (const [table, columns] of await tablesOf(tx)) {
    const bytes = columns.filter(({ type }) => type === 'bytea').map(({ column }) => column);
    const belongs = columns.some(({ column }) => column === 'case_id');
    const where = table === 'cases' ? 'id = $1' : belongs && 'case_id = $1';
    if (where) whole[table] = await rowsOf(tx, table, bytes, where, caseId);
  }
  return { ...whole, delivery_reports: await rowsOf(tx, 'delivery_reports', [], REPORTS, caseId) };
}

async function callElsewhere(tx: Transaction, id: string): Promise<Row> {
  return {
    bookings: await rowsOf(tx, 'bookings', ['key_hash'], 'id = $1', id),
    person_acts: await rowsOf(tx, 'person_acts', [], 'booking_id = $1', id),
    messages: await rowsOf(tx, 'messages', [], 'booking_id = $1', id),
  };
}

/** What the desk keeps of somebody who signs in there; the audit knows them by their mark. */
async function deskOf(app: App, tx: Transaction, email: string): Promise<Row> {
  const mark = markOf(app, email);
  return {
    links: await rowsOf(tx, 'desk_links', ['hash'], 'lower(email) = $1', email),
    sessions: await rowsOf(tx, 'desk_sessions', ['hash'], 'lower(email) = $1', email),
    acts: await tx.query(
      `SELECT c.reference, a.at, a.act, a.outcome FROM case_acts a JOIN cases c ON c.id = a.case_id
       WHERE lower(a.actor) = $1 ORDER BY a.at`,
      [email],
    ),
    audit: await tx.query('SELECT at, act, reference FROM audit WHERE actor = $1 ORDER BY id', [
      mark,
    ]),
  };
}

/** Everything held about an address, given in lower case, as JSON can write it: rows by table, as they are kept. */
export async function exportOf(
  app: App,
  tx: Transaction,
  email: string,
  held: SubjectData,
): Promise<Row> {
  const cases: Row[] = [];
  for (const { id } of held.cases) cases.push(await wholeCase(tx, id));
  const calls: Row[] = [];
  for (const { id } of held.calls) calls.push(await callElsewhere(tx, id));
  const messages: Row[] = [];
  for (const { id } of held.messages)
    messages.push(...(await rowsOf(tx, 'messages', [], 'id = $1', id)));
  return {
    email,
    exported: app.now(),
    cases,
    callsInOtherCases: calls,
    otherMessages: messages,
    desk: await deskOf(app, tx, email),
    mentionedElsewhere: await mentionsBesides(tx, email, held),
  };
}
