import type { Config } from '@netlify/functions';
import { doneInWords } from '#domain/desk/flash-messages.ts';
import { takenAway } from '#services/availability/conflicting-bookings.ts';
import type { Case } from '#services/cases/case.ts';
import { readCase } from '#services/desk/read-case.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskCall } from '../with-staff.ts';
import { deskCaseView } from './case-view.ts';
import { caseShown, headingOf } from './case-view-model.ts';
import { noSuchCase, withDeskCase } from './with-desk-case.ts';

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
