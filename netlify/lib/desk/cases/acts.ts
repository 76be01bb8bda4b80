import type { CaseAct } from '#domain/desk/acts.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import type { App } from '../../app.ts';
import type { Case } from '../../cases/case.ts';
import type { Transaction } from '../../database.ts';
import { auditAct } from '../audit.ts';

/** An act of staff as it stands on a case's timeline; `actor` is the address of who did it. */
export type ActDone = CaseAct & { at: Date; actor: string };

/** Writes in `tx` what somebody of the staff did about a case: a line on its timeline, and one in the audit. */
export async function writeAct(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  { staff, ...done }: CaseAct & { staff: string },
): Promise<void> {
  const outcome = done.act === 'outcome' ? done.outcome : null;
  await tx.query(
    'INSERT INTO case_acts (case_id, at, actor, act, outcome, words) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, app.now(), staff, done.act, outcome, done.words ?? null],
  );
  await auditAct(app, tx, { staff, act: `${done.act}, at the desk`, reference });
}

interface ActRow {
  at: Date;
  actor: string;
  act: CaseAct['act'];
  outcome: Outcome | null;
  words: string | null;
}

/** What staff did about a case, oldest first. */
export async function actsOf(tx: Transaction, caseId: string): Promise<ActDone[]> {
  const rows = await tx.query<ActRow>(
    'SELECT at, actor, act, outcome, words FROM case_acts WHERE case_id = $1 ORDER BY at, id',
    [caseId],
  );
  return rows.map(
    ({ outcome, words, ...row }) =>
      ({
        ...row,
        ...(outcome !== null && { outcome }),
        ...(words !== null && { words }),
      }) as ActDone,
  );
}
