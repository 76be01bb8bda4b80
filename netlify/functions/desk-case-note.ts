import type { Config } from '@netlify/functions';
import { NoteSchema, type NoteWritten } from '#domain/desk/acts.ts';
import { donePath } from '#domain/desk/done.ts';
import { noteForm } from '#views/desk-acts.ts';
import type { Case } from '../lib/cases/case.ts';
import { actOnce } from '../lib/desk/cases/act-once.ts';
import { showAct, takeAct } from '../lib/desk/cases/act-page.ts';
import { writeAct } from '../lib/desk/cases/acts.ts';
import { withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

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
