import { type NoteChange, NoteChangeSchema, RemovalSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { writtenOver } from '#services/cases/meanwhile.ts';
import {
  changedBy,
  findNote,
  findRemovable,
  type Note,
  printOf,
  removeNote,
  rewriteNote,
} from '#services/desk/notes.ts';
import type { Refusal } from '../../http/responses.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, showActMeanwhile, takeAct } from './action-form.ts';
import { changeNoteForm, removeNoteView } from './change-note-view.ts';
import { showNotDone, takeConfirmed } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';

const PAGE = { heading: 'Change this note', form: changeNoteForm };

export const NOTE_GONE: Refusal = {
  status: 409,
  detail: 'This note, or its case, has been removed meanwhile. Copy what you still need.',
};

/** What is said where a note was changed meanwhile, and so not `done` what was to be done with it. */
export async function noteChanged(c: DeskContext, found: Case, done: string): Promise<Refusal> {
  const who = (await changedBy(c.var.app, found, idOf(c))) ?? 'Somebody';
  const detail = `${who} changed this note after this page was shown, so it was not ${done}. Read at the case what it says now.`;
  return { status: 409, detail };
}

const idOf = ({ req }: DeskContext) => req.param('note') ?? '';

/** The note in the address, or the page that says it is gone. */
async function withNote(
  c: DeskContext,
  found: Case,
  show: (note: Note) => Promise<Response>,
): Promise<Response> {
  const note = await findNote(c.var.app.database, found.id, idOf(c));
  return note ? show(note) : showNotDone(c, found, NOTE_GONE);
}

/** The form again after somebody changed the note meanwhile: what it says now, and what was typed. */
async function showMeanwhile(c: DeskContext, found: Case, { words, once }: NoteChange) {
  const { app } = c.var;
  const note = await findNote(app.database, found.id, idOf(c));
  if (!note) return NOTE_GONE;
  const values = { now: { words: note.words }, typed: { words } };
  const again = meanwhileForm(writtenOver(values, await changedBy(app, found, note.id)), {
    ...DETAILS_MEANWHILE,
    done: 'changed this note',
    label: () => 'The note',
    value: (_, said) => String(said),
    button: 'Save the note',
  });
  return showActMeanwhile(PAGE)(c, { once }, again);
}

async function save(c: DeskContext, found: Case, change: NoteChange) {
  const { app, staff } = c.var;
  const { words, seen } = change;
  const result = await rewriteNote(app, found, { staff, words, seen, note: idOf(c) });
  if (result === 'meanwhile') return showMeanwhile(c, found, change);
  return result === 'done' ? flashPath(found.reference, 'note-changed') : NOTE_GONE;
}

/** `/desk/cases/{reference}/notes/{note}/change/`: a note, to be put another way. */
export const showChangeNote = (c: DeskContext, found: Case) =>
  withNote(c, found, (note) => showAct(c, PAGE, { words: note.words, seen: printOf(note) }));

export const takeChangeNote = takeAct(PAGE, NoteChangeSchema, save);

const findHere = (c: DeskContext, found: Case) =>
  findRemovable(c.var.app.database, found.id, idOf(c));

/** `/desk/cases/{reference}/notes/{note}/remove/`: a note or the words of an undone outcome, and then their removal. */
export async function showRemoveNote(c: DeskContext, found: Case): Promise<Response> {
  const note = await findHere(c, found);
  if (!note) return showNotDone(c, found, NOTE_GONE);
  const now = c.var.app.now().getTime();
  const live = removeNoteView({ reference: found.reference, note, seen: printOf(note), now });
  const heading = note.undone ? 'Remove these words?' : 'Remove this note?';
  return deskPage(c, { heading, live });
}

export const takeRemoveNote = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, RemovalSchema, async ({ seen }) => {
    const { app, staff } = c.var;
    const isUndone = (await findHere(c, found))?.undone;
    const result = await removeNote(app, found, { staff, seen, note: idOf(c) });
    if (result === 'meanwhile') return noteChanged(c, found, 'removed');
    if (result === 'gone') return NOTE_GONE;
    return flashPath(found.reference, isUndone ? 'undone-words-removed' : 'note-removed');
  });
