import type { Transaction } from '#data/client.ts';
import {
  type Row,
  type RowsByTable,
  rowsAtDesk,
  rowsOfCall,
  rowsOfCase,
  rowsOfMessage,
} from '#data/subject-rows-repository.ts';
import type { Subject } from '#domain/subject.ts';
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

/** Everything held in one case, as its person may have it: rows by table, as they are kept. */
export const exportOfCase = async (tx: Transaction, caseId: string): Promise<RowsByTable> =>
  allTold(await rowsOfCase(tx, caseId));

/** How an export says whose it is. */
const askedBy = (subject: Subject): Row => {
  if (subject.by === 'email') return { email: subject.email };
  return subject.by === 'reference'
    ? { reference: subject.reference }
    : { phone: subject.phoneNumber };
};

/** Everything held about a person, as JSON can write it: rows by table, as they are kept. */
export async function exportOf(
  app: App,
  tx: Transaction,
  subject: Subject,
  data: SubjectData,
): Promise<Row> {
  const cases: RowsByTable[] = [];
  for (const { id } of data.cases) cases.push(await exportOfCase(tx, id));
  const calls: RowsByTable[] = [];
  for (const { id } of data.calls) calls.push(allTold(await rowsOfCall(tx, id)));
  const messages: Row[] = [];
  for (const { id } of data.messages) messages.push(...(await rowsOfMessage(tx, id)).map(told));
  return {
    ...askedBy(subject),
    exported: app.now(),
    cases,
    callsInOtherCases: calls,
    otherMessages: messages,
    ...(subject.by === 'email' && {
      // Staff are known to the audit by their mark.
      desk: await rowsAtDesk(tx, subject.email, markOf(app, subject.email)),
      mentionedElsewhere: await mentionsBesides(tx, subject, data),
    }),
  };
}
