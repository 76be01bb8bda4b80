import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { readAudit } from '#services/desk/read-audit.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { auditView } from './audit-view.ts';

const LINE = /^\d{1,15}$/;

/** `/desk/audit/`: who did what when, on today or the date in `day`; `before` is the line that the page before ended with. */
export async function showAudit(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { searchParams } = new URL(c.req.url);
  const today = wallClockAt(app.now().getTime()).day;
  const day = dayFromIso(searchParams.get('day') ?? '') ?? today;
  const before = searchParams.get('before') ?? '';
  const audit = await readAudit(app, day, LINE.test(before) ? Number(before) : undefined);
  return deskPage(c, { heading: 'Audit', live: auditView({ ...audit, day, today }) });
}
