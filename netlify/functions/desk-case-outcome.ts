import type { Config } from '@netlify/functions';
import { type OutcomeNoted, OutcomeSchema } from '#domain/desk/acts.ts';
import { donePath } from '#domain/desk/done.ts';
import { followUpDay, followUpFault } from '#domain/desk/follow-up.ts';
import { outcomeForm } from '#views/desk-acts.ts';
import type { Case } from '../lib/cases/case.ts';
import { actOnce } from '../lib/desk/cases/act-once.ts';
import { showAct, takeAct } from '../lib/desk/cases/act-page.ts';
import { writeAct } from '../lib/desk/cases/acts.ts';
import { withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';
import { rulesOf } from '../lib/line.ts';

const PAGE = { heading: 'Say what came of it', form: outcomeForm };

async function save({ app, staff }: DeskCall, found: Case, { once, ...noted }: OutcomeNoted) {
  const fault = followUpFault(noted.followUp, app.now().getTime());
  if (fault) return { status: 422, detail: fault.message, errors: [fault] };
  const followUp = followUpDay(rulesOf(app.site), app.now().getTime(), noted);
  const pressed = { act: 'outcome', staff, value: noted, once };
  const done = await actOnce(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'outcome', ...noted, followUp }),
  );
  return done ? donePath(found.reference, 'outcome') : undefined;
}

/** `/desk/cases/{reference}/outcome/`: what came of trying to reach a person, kept on the timeline of the case. */
export default handler({
  GET: withDeskCase((call) => showAct(call, PAGE)),
  POST: takeAct(PAGE, OutcomeSchema, save),
});

export const config: Config = {
  path: ['/desk/cases/:reference/outcome', '/desk/cases/:reference/outcome/'],
};
