import { takenAway } from '#services/availability/conflicting-bookings.ts';
import type { Case } from '#services/cases/case.ts';
import { auditReading } from '#services/desk/audit.ts';
import { readBeside, readCase } from '#services/desk/read-case.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { deskCaseView } from './case-view.ts';
import { caseViewOf, headingOf } from './case-view-model.ts';
import { doneInCase } from './done-in-case.ts';
import { noSuchCase } from './with-desk-case.ts';

/** `/desk/cases/{reference}/`: a case, what comes next, what has happened, and what can be done about it. */
export async function showCase(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const file = await readCase(app, found);
  if (!file) return noSuchCase(c);
  await auditReading(app, { staff: c.var.staff, act: 'case read', reference: found.reference });
  const done = doneInCase(file, new URL(req.url).searchParams.get('done'));
  const live = deskCaseView({
    ...caseViewOf(file, app.now().getTime(), await takenAway(app), await readBeside(app, file)),
    done,
  });
  return deskPage(c, { heading: headingOf(file), live, namesCase: true });
}
