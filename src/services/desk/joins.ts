import { lockName } from '#data/advisory-locks.ts';
import type { CaseSummary } from '#data/case-fragments.ts';
import type { Transaction } from '#data/client.ts';
import { deleteJoin, findJoined, insertJoin } from '#data/join-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { CaseAct } from '#domain/desk/acts.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { lockCases } from '../cases/lock-cases.ts';
import { writeAct } from './case-actions.ts';

/** The cases that a case is joined with, last in touch first. */
export const joinedWith = (app: App, { id }: Pick<Case, 'id'>): Promise<CaseSummary[]> =>
  findJoined(app.database, id, app.now());

/** What came of joining or unjoining: `already` when it was so before, `gone` when a case was erased meanwhile. */
export type JoinResult = 'done' | 'already' | 'gone';

/** Writes on the timeline of each case that it was joined or unjoined, by whom; never with which, which is no word of its own. */
async function writeActs(
  app: App,
  tx: Transaction,
  about: readonly Case[],
  done: CaseAct & { staff: string },
): Promise<void> {
  for (const one of about) await writeAct(appAtNextAct(app, one), tx, one, done);
}

/** Joins two cases about the same matter, one person’s or those of colleagues, and with them all that either was joined with. For the eyes of staff: nothing else of either changes. */
export const joinCases = (
  app: App,
  { id: one }: Pick<Case, 'id'>,
  { id: other }: Pick<Case, 'id'>,
  staff: string,
): Promise<JoinResult> =>
  transactionRetried(app, async (tx) => {
    const both = await lockCases(tx, [one, other]);
    if (!both || one === other) return 'gone';
    await lockName(tx, 'case joins');
    const groupId = app.uuid();
    if (!(await insertJoin(tx, [one, other], { groupId, at: app.now() }))) return 'already';
    await writeActs(app, tx, both, { staff, act: 'joined' });
    return 'done';
  });

/** Takes a case apart from those it is joined with; they stay joined with one another. */
export const unjoinCase = (
  app: App,
  { id }: Pick<Case, 'id'>,
  staff: string,
): Promise<JoinResult> =>
  transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    if (!about) return 'gone';
    await lockName(tx, 'case joins');
    if (!(await deleteJoin(tx, id))) return 'already';
    await writeActs(app, tx, [about], { staff, act: 'unjoined' });
    return 'done';
  });
