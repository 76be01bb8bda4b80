import { NoteSchema, type NoteWritten } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { noteForm } from './actions-view.ts';

const PAGE = { heading: 'Write a note', form: noteForm };

async function save({ var: { app, staff } }: DeskContext, found: Case, value: NoteWritten) {
  const { words, once } = value;
  const pressed = { act: 'note', staff, value: words, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'note', words }),
  );
  return done ? flashPath(found.reference, 'note') : undefined;
}

/** `/desk/cases/{reference}/note/`: a note for the people at the desk, kept on the timeline of the case. */
export const showNote = (c: DeskContext) => showAct(c, PAGE);

export const takeNote = takeAct(PAGE, NoteSchema, save);
