import { type NoteChange, NoteChangeSchema, RemovalSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import {
  findNote,
  type Note,
  type NoteResult,
  printOf,
  removeNote,
  rewriteNote,
} from '#services/desk/notes.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { changeNoteForm, removeNoteView } from './change-note-view.ts';
import { showNotDone, takeConfirmed } from './confirm-page.ts';

const PAGE = { heading: 'Change this note', form: changeNoteForm };

export const NOTE_GONE: Refusal = {
  status: 409,
  detail: 'This note, or its case, has been removed meanwhile. Copy what you still need.',
};

export const NOTE_CHANGED: Refusal = {
  status: 409,
  detail: 'This note has been changed since the page was shown. Open it again from the case.',
};

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

const answerTo = (result: NoteResult, onward: string): string | Refusal =>
  result === 'done' ? onward : { gone: NOTE_GONE, 'other words': NOTE_CHANGED }[result];

async function save(c: DeskContext, found: Case, { words, seen }: NoteChange) {
  const { app, staff } = c.var;
  const result = await rewriteNote(app, found, { staff, words, seen, note: idOf(c) });
  return answerTo(result, flashPath(found.reference, 'note-changed'));
}

/** `/desk/cases/{reference}/notes/{note}/change/`: a note, to be put another way. */
export const showChangeNote = (c: DeskContext, found: Case) =>
  withNote(c, found, (note) => showAct(c, PAGE, { words: note.words, seen: printOf(note) }));

export const takeChangeNote = takeAct(PAGE, NoteChangeSchema, save);

/** `/desk/cases/{reference}/notes/{note}/remove/`: a note, and then its removal. */
export const showRemoveNote = (c: DeskContext, found: Case) =>
  withNote(c, found, (note) => {
    const now = c.var.app.now().getTime();
    const live = removeNoteView({ reference: found.reference, note, seen: printOf(note), now });
    return deskPage(c, { heading: 'Remove this note?', live });
  });

export const takeRemoveNote = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, RemovalSchema, async ({ seen }) => {
    const { app, staff } = c.var;
    const result = await removeNote(app, found, { staff, seen, note: idOf(c) });
    return answerTo(result, flashPath(found.reference, 'note-removed'));
  });
