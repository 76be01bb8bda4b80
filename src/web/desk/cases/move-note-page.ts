import { type NoteMove, NoteMoveSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { type Case, findCaseByReference } from '#services/cases/case.ts';
import { findNote, moveNote, type NoteMoved, printOf } from '#services/desk/notes.ts';
import { readPerson } from '#services/desk/read-case.ts';
import { postForm } from '../../http/post-form.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import type { ActForm } from './actions-view.ts';
import { NOTE_GONE, noteChanged } from './change-note-page.ts';
import { showNotDone } from './confirm-page.ts';
import { checkMoveView, moveNoteForm } from './move-note-view.ts';

const HEADING = 'Move this note';

const idOf = ({ req }: DeskContext) => req.param('note') ?? '';

/** What was typed is the reference of no other case. */
export const NO_OTHER = toFix([
  { field: 'to', message: 'No other case has this reference. Look it up under Cases' },
]);

/** The note as it is, with what the form holds; undefined when it is gone. */
async function stateOf(
  c: DeskContext,
  found: Case,
  typed: { to?: string; seen?: string } = {},
): Promise<ActForm | undefined> {
  const note = await findNote(c.var.app.database, found.id, idOf(c));
  return (
    note && {
      reference: found.reference,
      typed: { seen: printOf(note), ...typed, words: note.words },
      faults: [],
      once: undefined,
    }
  );
}

/** `/desk/cases/{reference}/notes/{note}/move/`: a note, and to which case it belongs. */
export async function showMoveNote(c: DeskContext, found: Case): Promise<Response> {
  const state = await stateOf(c, found);
  if (!state) return showNotDone(c, found, NOTE_GONE);
  return deskPage(c, { heading: HEADING, live: moveNoteForm(state) });
}

async function showAgain(c: DeskContext, found: Case, to: string, refusal: Refusal) {
  const state = await stateOf(c, found, { to });
  if (!state) return showNotDone(c, found, NOTE_GONE);
  const faults = faultsIn(refusal);
  return deskPage(
    c,
    {
      title: `Error: ${HEADING}`,
      heading: HEADING,
      above: errorSummary(faults),
      live: moveNoteForm({ ...state, faults }),
    },
    refusal,
  );
}

async function showCheck(c: DeskContext, found: Case, { to, seen }: NoteMove, other: Case) {
  const state = await stateOf(c, found, { to, seen });
  if (!state) return showNotDone(c, found, NOTE_GONE);
  const live = checkMoveView(state, await readPerson(c.var.app, other));
  return deskPage(c, { heading: 'Move this note?', live });
}

const REFUSED: Readonly<Record<Exclude<NoteMoved, 'done' | 'meanwhile'>, Refusal>> = {
  gone: NOTE_GONE,
  'no other': { status: 409, detail: 'One of the cases has been erased meanwhile.' },
};

async function move(c: DeskContext, found: Case, value: NoteMove): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const other = await findCaseByReference(app.database, value.to);
  if (!other || other.id === found.id) return NO_OTHER;
  if (!value.sure) return showCheck(c, found, value, other);
  const moved = await moveNote(app, found, other, { staff, seen: value.seen, note: idOf(c) });
  if (moved === 'meanwhile') return showNotDone(c, found, await noteChanged(c, found, 'moved'));
  if (moved !== 'done') return showNotDone(c, found, REFUSED[moved]);
  return seeOther(flashPath(other.reference, 'note-moved'));
}

/** Shows whose case the note would go to, and from there moves it. */
export const takeMoveNote = (c: DeskContext, found: Case): Promise<Response> =>
  postForm<NoteMove>(
    {
      schema: NoteMoveSchema,
      fromForm: ({ words: _words, ...fields }) => fields,
      formAgain: (_, typed, refusal) => showAgain(c, found, String(typed['to'] ?? ''), refusal),
    },
    (_, { value }) => move(c, found, value),
  )(c);
