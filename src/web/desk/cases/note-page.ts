import { NoteSchema, type NoteWritten } from '#domain/desk/actions.ts';
import { REQUEST, requestNote, withAnswerBy } from '#domain/desk/data-request.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { todayOf } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { noteForm } from './actions-view.ts';

const PAGE = { heading: 'Write a note', form: noteForm };

async function save({ var: { app, staff } }: DeskContext, found: Case, value: NoteWritten) {
  const { once } = value;
  const words = withAnswerBy(value.words, todayOf(app));
  const pressed = { act: 'note', staff, value: words, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'note', words }),
  );
  return done ? flashPath(found.reference, 'note') : undefined;
}

/**
 * `/desk/cases/{reference}/note/`: a note for the people at the desk, kept on the timeline of the case; `about` in the
 * address begins the note of a request about data.
 */
export function showNote(c: DeskContext): Promise<Response> {
  const today = wallClockAt(c.var.app.now().getTime()).day;
  const isRequest = new URL(c.req.url).searchParams.get('about') === REQUEST;
  return showAct(c, PAGE, isRequest ? { words: requestNote(today) } : {});
}

export const takeNote = takeAct(PAGE, NoteSchema, save);
