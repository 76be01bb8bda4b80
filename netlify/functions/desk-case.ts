import type { Config } from '@netlify/functions';
import { doneInWords } from '#domain/desk/done.ts';
import { deskCaseView } from '#views/desk-case.ts';
import { takenAway } from '../lib/bookings/stranded.ts';
import type { Case } from '../lib/cases/case.ts';
import { readCase } from '../lib/desk/cases/read.ts';
import { caseShown, headingOf } from '../lib/desk/cases/shown.ts';
import { noSuchCase, withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

async function showCase(call: DeskCall, found: Case): Promise<Response> {
  const { app, request } = call;
  const file = await readCase(app, found);
  if (!file) return noSuchCase(call);
  const done = doneInWords(new URL(request.url).searchParams.get('done'));
  const live = deskCaseView({
    ...caseShown(file, app.now().getTime(), await takenAway(app)),
    done,
  });
  return deskPage(call, { heading: headingOf(file), live });
}

/** `/desk/cases/{reference}/`: a case, what comes next, what has happened, and what can be done about it. */
export default handler({ GET: withDeskCase(showCase) });

// A name with a dot in it is a file, not a reference.
export const config: Config = {
  path: ['/desk/cases/:reference([^.\\/]+)', '/desk/cases/:reference([^.\\/]+)/'],
};
