import type { Transaction } from '#data/client.ts';
import type { CaseAct } from '#domain/desk/actions.ts';
import { OUTCOMES, type Outcome } from '#domain/desk/outcomes.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { noteAct } from '../cases/case-status-service.ts';
import { auditAct } from './audit.ts';

/** An outcome that was undone: when, and by whom. */
interface Undone {
  at: Date;
  actor: string;
}

/** An act of staff as it stands on a case's timeline; `actor` is the address of who did it. */
export type ActDone = CaseAct & { id: string; at: Date; actor: string; undone?: Undone };

/** Acts by which we are in touch with the person, outcomes apart: each says so itself. */
const IN_TOUCH: readonly CaseAct['act'][] = [
  'times offered',
  'call moved',
  'call cancelled',
  'released',
];

const isInTouch = (done: CaseAct) =>
  done.act === 'outcome' ? OUTCOMES[done.outcome].inTouch : IN_TOUCH.includes(done.act);

/**
 * Writes in `tx` what somebody of the staff did about a case: a line on its timeline, and one in the audit.
 * How the case stands after it is to be written by `settleCase`, once everything else is.
 */
export async function writeAct(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  { staff, ...done }: CaseAct & { staff: string },
): Promise<void> {
  const outcome = done.act === 'outcome' ? done.outcome : null;
  const followUp = done.act === 'outcome' ? done.followUp : undefined;
  await tx.query(
    `INSERT INTO case_acts (case_id, at, actor, act, outcome, words, follow_up)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      app.now(),
      staff,
      done.act,
      outcome,
      done.words ?? null,
      followUp === undefined ? null : isoDate(followUp),
    ],
  );
  await noteAct(app, tx, id, { inTouch: isInTouch(done) });
  await auditAct(app, tx, { staff, act: `${done.act}, at the desk`, reference });
}

interface ActRow {
  id: string;
  at: Date;
  actor: string;
  act: CaseAct['act'];
  outcome: Outcome | null;
  words: string | null;
  follow_up: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

function fromRow({ outcome, words, follow_up, undone_at, undone_by, ...row }: ActRow): ActDone {
  return {
    ...row,
    ...(outcome !== null && { outcome }),
    ...(words !== null && { words }),
    ...(follow_up !== null && { followUp: dayFromIso(follow_up) }),
    ...(undone_at && { undone: { at: undone_at, actor: undone_by ?? '' } }),
  } as ActDone;
}

/** What staff did about a case, oldest first, outcomes that were undone included. */
export async function actsOf(tx: Transaction, caseId: string): Promise<ActDone[]> {
  const rows = await tx.query<ActRow>(
    `SELECT id::text AS id, at, actor, act, outcome, words, follow_up::text AS follow_up, undone_at, undone_by
     FROM case_acts WHERE case_id = $1 ORDER BY at, case_acts.id`,
    [caseId],
  );
  return rows.map(fromRow);
}

/** Marks in `tx` the latest outcome of a case as undone; false when there is none, or it is not the one that was seen. */
export async function undoOutcome(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  { staff, seen }: { staff: string; seen: string },
): Promise<boolean> {
  const undone = await tx.query(
    `UPDATE case_acts SET undone_at = $2, undone_by = $3 WHERE id::text = $4 AND id = (
       SELECT id FROM case_acts WHERE case_id = $1 AND act = 'outcome' AND undone_at IS NULL
       ORDER BY at DESC, id DESC LIMIT 1) RETURNING id`,
    [id, app.now(), staff, seen],
  );
  if (undone.length === 0) return false;
  await noteAct(app, tx, id, { inTouch: false });
  await auditAct(app, tx, { staff, act: 'outcome undone, at the desk', reference });
  return true;
}
