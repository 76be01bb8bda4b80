import { UndoSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { latestOutcome, undoLatestOutcome } from '#services/desk/undo-outcome.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { undoView } from './undo-view.ts';

const NOTHING: Refusal = {
  status: 409,
  detail:
    'There is no such outcome to undo. It may have been undone, or another noted, since the page was shown.',
};

/** `/desk/cases/{reference}/undo/`: the outcome that was noted last, and then its undoing. */
export async function showUndo(c: DeskContext, found: Case): Promise<Response> {
  const latest = await latestOutcome(c.var.app, found.id);
  if (!latest) return showNotDone(c, found, NOTHING);
  const live = undoView({
    reference: found.reference,
    seen: latest.id,
    outcome: latest.outcome,
    actor: latest.actor,
    at: latest.at.getTime(),
    now: c.var.app.now().getTime(),
  });
  return deskPage(c, { heading: 'Undo this outcome?', live });
}

export const undo = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, UndoSchema, async ({ seen }) => {
    const came = await undoLatestOutcome(c.var.app, found.id, { staff: c.var.staff, seen });
    if (came === 'gone') return ERASED;
    return came === 'undone' ? flashPath(found.reference, 'undone') : NOTHING;
  });
