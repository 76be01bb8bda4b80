import { insertAudit } from '#data/audit-repository.ts';
import { renameActor } from '#data/case-act-repository.ts';
import type { Transaction } from '#data/client.ts';
import { isOnHold } from '#data/hold-repository.ts';
import { deleteMessages } from '#data/message-repository.ts';
import { deleteDeskData } from '#data/subject-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { Subject } from '#domain/subject.ts';
import type { App } from '../app.ts';
import { lockCase } from '../cases/case.ts';
import { eraseCall } from '../cases/erase-call.ts';
import { eraseCase } from '../cases/erase-case.ts';
import { markOf, staffAddress } from '../desk/staff.ts';
import { isAtDesk, type SubjectData, subjectDataOf } from './subject-data.ts';

/** What an erasure came to. Staff who are on the staff list keep their way in; word of cancelled calls goes out first. */
export interface Erased {
  cases: number;
  calls: number;
  messages: number;
  desk: 'erased' | 'nothing' | 'on the staff list';
  /** The references of cases that are on hold, of which nothing was erased. */
  onHold: readonly string[];
}

/**
 * What the desk keeps of somebody who has left the staff list. Acts stay on the timelines of the cases
 * they belong to, by the mark that the audit knows staff by.
 */
async function eraseAtDesk(app: App, tx: Transaction, email: string, data: SubjectData) {
  if (!isAtDesk(data.desk)) return 'nothing';
  if (staffAddress(app, email)) return 'on the staff list';
  await deleteDeskData(tx, email);
  await renameActor(tx, email, markOf(app, email));
  await insertAudit(tx, { at: app.now(), act: 'desk data erased on request' });
  return 'erased';
}

/** Mail that waits for them and is about nothing of theirs; the audit keeps its ids, for when a backup brings it back. */
async function eraseMessages(app: App, tx: Transaction, ids: readonly string[]): Promise<void> {
  const at = app.now();
  const gone = await deleteMessages(tx, ids);
  await insertAudit(tx, ...gone.map((id) => ({ at, act: `message ${id} erased on request` })));
}

/** Every case that will change is taken first, in one order, so that two erasures never wait for each other. */
async function lockAll(tx: Transaction, { cases, calls }: SubjectData): Promise<void> {
  const ids = new Set([...cases.map(({ id }) => id), ...calls.map(({ caseId }) => caseId)]);
  for (const id of [...ids].sort()) await lockCase(tx, id);
}

async function eraseSubjectData(app: App, tx: Transaction, subject: Subject): Promise<Erased> {
  await lockAll(tx, await subjectDataOf(tx, subject));
  // Looked for again now that nobody else can change it.
  const data = await subjectDataOf(tx, subject);
  const onHold: string[] = [];
  let [cases, calls] = [0, 0];
  for (const found of data.cases) {
    const came = await eraseCase(app, tx, found, 'erased on request');
    if (came === 'erased') cases += 1;
    if (came === 'stays') onHold.push(found.reference);
  }
  for (const call of data.calls) {
    if (await isOnHold(tx, call.caseId)) onHold.push(call.reference);
    else if (await eraseCall(app, tx, call, { act: 'erased on request' })) calls += 1;
  }
  const messages = data.messages.filter(({ cancels }) => !cancels).map(({ id }) => id);
  await eraseMessages(app, tx, messages);
  return {
    cases,
    calls,
    messages: messages.length,
    desk: subject.by === 'email' ? await eraseAtDesk(app, tx, subject.email, data) : 'nothing',
    onHold: [...new Set(onHold)],
  };
}

/**
 * Erases what is held about a person in one transaction: their cases whole, their calls in other people’s
 * cases, mail that waits for their address. What is in a case on hold stays. Calls still to come are cancelled first, and the
 * audit keeps a line for each case with its reference alone.
 */
export const eraseAbout = (app: App, subject: Subject): Promise<Erased> =>
  transactionRetried(app, (tx) => eraseSubjectData(app, tx, subject));
