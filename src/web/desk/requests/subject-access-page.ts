import { subjectAccessInParts } from '#domain/desk/subject-access-words.ts';
import type { Case } from '#services/cases/case.ts';
import { auditReading } from '#services/desk/audit.ts';
import { isToStay } from '#services/desk/hold.ts';
import { exportOfCase } from '#services/privacy/export-person.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { subjectAccessHead, subjectAccessView } from './subject-access-view.ts';

/** `/desk/cases/{reference}/held/`: everything we hold in a case, as a page to print or send to its person. */
export async function showSubjectAccess(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const rows = await app.database.transaction((tx) => exportOfCase(tx, found.id));
  const { reference } = found;
  await auditReading(app, { staff: c.var.staff, act: 'case exported', reference });
  const now = app.now().getTime();
  const { identity, line, retention } = app.site.settings;
  const live = subjectAccessView({
    reference,
    parts: subjectAccessInParts(rows, now),
    ...{ identity, line, retention, now },
    host: new URL(app.environment.URL).host,
    stays: await isToStay(app.database, found.id),
  });
  const above = subjectAccessHead(identity);
  return deskPage(c, {
    heading: 'What we hold about you',
    above,
    live,
    namesCase: true,
    isPaper: true,
  });
}
