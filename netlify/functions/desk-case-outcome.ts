import type { Config } from '@netlify/functions';
import { type OutcomeNoted, OutcomeSchema } from '#domain/desk/acts.ts';
import { donePath } from '#domain/desk/done.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import { outcomeForm } from '#views/desk-acts.ts';
import { type Case, touchCase } from '../lib/cases/case.ts';
import { actOnce } from '../lib/desk/cases/act-once.ts';
import { showAct, takeAct } from '../lib/desk/cases/act-page.ts';
import { writeAct } from '../lib/desk/cases/acts.ts';
import { withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

const PAGE = { heading: 'Say what came of it', form: outcomeForm };

async function save({ app, staff }: DeskCall, found: Case, value: OutcomeNoted) {
  const { outcome, words } = value;
  const done = await actOnce(app, found, { act: 'outcome', staff, value }, async (tx, about) => {
    await writeAct(app, tx, about, { staff, act: 'outcome', outcome, words });
    if (OUTCOMES[outcome].inTouch) await touchCase(app, tx, about.id);
  });
  return done ? donePath(found.reference, 'outcome') : undefined;
}

/** `/desk/cases/{reference}/outcome/`: what came of trying to reach somebody, kept on the timeline of the case. */
export default handler({
  GET: withDeskCase((call) => showAct(call, PAGE)),
  POST: takeAct(PAGE, OutcomeSchema, save),
});

export const config: Config = {
  path: ['/desk/cases/:reference/outcome', '/desk/cases/:reference/outcome/'],
};
