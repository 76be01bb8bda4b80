import { type Undoing, UndoSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { undoneOutcomePath } from '#domain/desk/paths.ts';
import { type Case, findCaseByReference } from '#services/cases/case.ts';
import { joinedWith } from '#services/desk/joins.ts';
import { type StandingRefusal, standingRefusal } from '#services/desk/standing.ts';
import { latestOutcome, undoLatestOutcome, undoneOutcome } from '#services/desk/undo-outcome.ts';
import { postForm } from '../../http/post-form.ts';
import { faultsIn, type Refusal, seeOther, toFixIn } from '../../http/responses.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { ERASED, showNotDone } from './confirm-page.ts';
import { NO_OTHER } from './move-note-page.ts';
import { undoView } from './undo-view.ts';

const HEADING = 'Undo this outcome?';

const NOTHING: Refusal = {
  status: 409,
  detail:
    'There is no such outcome to undo. It may have been undone, or another noted, since the page was shown.',
};

/** The outcome that was noted last, with what was typed beside it and what to fix, if anything. */
async function showLatest(
  c: DeskContext,
  found: Case,
  { typed = {}, refusal }: { typed?: { seen?: unknown; to?: unknown }; refusal?: Refusal } = {},
): Promise<Response> {
  const { id, reference } = found;
  const latest = await latestOutcome(c.var.app, id);
  const isSeen = typed.seen === undefined || typed.seen === latest?.id;
  if (!latest || !isSeen) return showNotDone(c, { reference }, NOTHING);
  const faults = refusal ? faultsIn(refusal) : [];
  const live = undoView({
    reference,
    seen: latest.id,
    outcome: latest.outcome,
    words: latest.words,
    actor: latest.actor,
    at: latest.at.getTime(),
    now: c.var.app.now().getTime(),
    joined: await joinedWith(c.var.app, found),
    to: typeof typed.to === 'string' ? typed.to : undefined,
    faults,
  });
  const title = refusal ? `Error: ${HEADING}` : HEADING;
  return deskPage(c, { title, heading: HEADING, above: errorSummary(faults), live }, refusal);
}

/** `/desk/cases/{reference}/undo/`: the outcome that was noted last, and then its undoing. */
export const showUndo = (c: DeskContext, found: Case): Promise<Response> => showLatest(c, found);

/** Why no outcome is noted at the case that was given. */
const NOT_THERE: Readonly<Record<StandingRefusal, string>> = {
  'in quarantine':
    'That case is in quarantine, so no outcome is noted at it. Release it first, or leave this empty',
  'open complaint':
    'That case is an open complaint, which is closed by its own outcome alone. Leave this empty',
};

/** The case that an outcome of `found` is to be noted at instead, or why it cannot be. */
async function otherCase(c: DeskContext, found: Case, to: string): Promise<Case | Refusal> {
  const { database } = c.var.app;
  const other = await findCaseByReference(database, to);
  if (!other || other.id === found.id) return NO_OTHER;
  const refused = await standingRefusal(database, other);
  return refused ? toFixIn({ field: 'to', message: NOT_THERE[refused] }) : other;
}

async function save(
  c: DeskContext,
  found: Case,
  { seen, to }: Undoing,
): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const other = to === undefined ? undefined : await otherCase(c, found, to);
  if (other && 'status' in other) return other;
  const came = await undoLatestOutcome(app, found.id, { staff, seen });
  if (came === 'gone') return ERASED;
  const from = { from: found.reference, id: seen };
  // The same press again goes on to the other case, where nothing has been noted yet.
  const isUndone = came === 'undone' || (other && (await undoneOutcome(app, from)));
  if (!isUndone) return NOTHING;
  return seeOther(
    other ? undoneOutcomePath(other.reference, from) : flashPath(found.reference, 'undone'),
  );
}

/** Undoes the outcome and, where it belongs to another case, goes on to the form that notes it there. */
export const undo = (c: DeskContext, found: Case): Promise<Response> =>
  postForm<Undoing>(
    {
      schema: UndoSchema,
      mayBeEmpty: true,
      fromForm: (fields) => fields,
      formAgain: (_, typed, refusal) =>
        refusal.errors ? showLatest(c, found, { typed, refusal }) : showNotDone(c, found, refusal),
    },
    (_, { value }) => save(c, found, value),
  )(c);
