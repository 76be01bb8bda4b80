import type { Config } from '@netlify/functions';
import { NoteSchema, type NoteWritten } from '#domain/desk/actions.ts';
import { donePath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { actOnce } from '#services/desk/idempotent-action.ts';
import { handler } from '../../http/handler.ts';
import type { DeskCall } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { noteForm } from './actions-view.ts';
import { withDeskCase } from './with-desk-case.ts';

const PAGE = { heading: 'Write a note', form: noteForm };

async function save({ app, staff }: DeskCall, found: Case, value: NoteWritten) {
  const { words, once } = value;
  const pressed = { act: 'note', staff, value: words, once };
  const done = await actOnce(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'note', words }),
  );
  return done ? donePath(found.reference, 'note') : undefined;
}

/** `/desk/cases/{reference}/note/`: a note for the people at the desk, kept on the timeline of the case. */
export default handler({
  GET: withDeskCase((call) => showAct(call, PAGE)),
  POST: takeAct(PAGE, NoteSchema, save),
});

export const config: Config = {
  path: ['/desk/cases/:reference/note', '/desk/cases/:reference/note/'],
};
