import type { Transaction } from '#data/client.ts';
import {
  type Row,
  type RowsByTable,
  rowsAtDesk,
  rowsOfCall,
  rowsOfCase,
  rowsOfMessage,
} from '#data/subject-rows-repository.ts';
import type { App } from '../app.ts';
import { markOf } from '../desk/staff.ts';
import { mentionsBesides, type SubjectData } from './subject-data.ts';

/** Keys open a case to anyone who has them: 43 characters of base64url, wherever they stand. */
const KEY = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** What a message said while it waits; afterwards it is scrubbed, and when it went is all that is kept. */
function waitingWords(payload: unknown): Row | null {
  if (!payload) return null;
  const { to, subject, text } = payload as Row;
  return { to, subject, text: String(text).replace(KEY, '(a private key)') };
}

/** Where a row names one of the staff. */
const STAFF_NAMED = ['actor', 'undone_by', 'changed_by', 'owner'] as const;

/** A row as it is held, without what only machines use; staff are not named to the person who asks for their own data. */
function told({ payload, invite: _, ...row }: Row): Row {
  const named = STAFF_NAMED.filter((column) => (row[column] ?? null) !== null);
  return {
    ...row,
    ...Object.fromEntries(named.map((column) => [column, 'staff'])),
    ...(payload !== undefined && { waiting: waitingWords(payload) }),
  };
}

const allTold = (rows: RowsByTable): RowsByTable =>
  Object.fromEntries(Object.entries(rows).map(([table, each]) => [table, each.map(told)]));

/** Everything held about an address, given in lower case, as JSON can write it: rows by table, as they are kept. */
export async function exportOf(
  app: App,
  tx: Transaction,
  email: string,
  held: SubjectData,
): Promise<Row> {
  const cases: RowsByTable[] = [];
  for (const { id } of held.cases) cases.push(allTold(await rowsOfCase(tx, id)));
  const calls: RowsByTable[] = [];
  for (const { id } of held.calls) calls.push(allTold(await rowsOfCall(tx, id)));
  const messages: Row[] = [];
  for (const { id } of held.messages) messages.push(...(await rowsOfMessage(tx, id)).map(told));
  return {
    email,
    exported: app.now(),
    cases,
    callsInOtherCases: calls,
    otherMessages: messages,
    // Staff are known to the audit by their mark.
    desk: await rowsAtDesk(tx, email, markOf(app, email)),
    mentionedElsewhere: await mentionsBesides(tx, email, held),
  };
}
