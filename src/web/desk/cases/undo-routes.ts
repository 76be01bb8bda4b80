import type { Config } from '@netlify/functions';
import { UndoSchema } from '#domain/desk/actions.ts';
import { donePath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { latestOutcome, undoLatestOutcome } from '#services/desk/undo-outcome.ts';
import { handler } from '../../http/handler.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskCall } from '../with-staff.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { undoView } from './undo-view.ts';
import { withDeskCase } from './with-desk-case.ts';

const NOTHING: Refusal = {
  status: 409,
  detail:
    'There is no such outcome to undo. It may have been undone, or another noted, since the page was shown.',
};

async function showUndo(call: DeskCall, found: Case): Promise<Response> {
  const latest = await latestOutcome(call.app, found.id);
  if (!latest) return showNotDone(call, found, NOTHING);
  const live = undoView({
    reference: found.reference,
    seen: latest.id,
    outcome: latest.outcome,
    actor: latest.actor,
    at: latest.at.getTime(),
    now: call.app.now().getTime(),
  });
  return deskPage(call, { heading: 'Undo this outcome?', live });
}

const take = (call: DeskCall, found: Case) =>
  takeConfirmed(call, found, UndoSchema, async ({ seen }) => {
    const came = await undoLatestOutcome(call.app, found.id, { staff: call.staff, seen });
    if (came === 'gone') return ERASED;
    return came === 'undone' ? donePath(found.reference, 'undone') : NOTHING;
  });

/** `/desk/cases/{reference}/undo/`: the outcome that was noted last, and then its undoing. */
export default handler({ GET: withDeskCase(showUndo), POST: withDeskCase(take) });

export const config: Config = {
  path: ['/desk/cases/:reference/undo', '/desk/cases/:reference/undo/'],
};
