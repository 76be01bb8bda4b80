import { readReference } from '#domain/reference.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '#services/app.ts';
import { findCaseByReference } from '#services/cases/case.ts';
import { possibleOwners } from '#services/desk/owner.ts';
import { type AuditAsked, LEFT, NOT_STAFF, readAudit } from '#services/desk/read-audit.ts';
import { readPerson } from '#services/desk/read-case.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { auditView, noReferenceView } from './audit-view.ts';

const LINE = /^\d{1,15}$/;

/** What an address asks for; a day only, where no case is asked for, and that is today unless it says which. */
function askedIn(query: URLSearchParams, staff: readonly string[], today: number): AuditAsked {
  const reference = readReference(query.get('case') ?? '');
  const day = dayFromIso(query.get('day') ?? '');
  const who = query.get('who') ?? '';
  const before = query.get('before') ?? '';
  return {
    reference,
    day: day ?? (reference === undefined ? today : undefined),
    who: [...staff, LEFT, NOT_STAFF].includes(who) ? who : undefined,
    before: LINE.test(before) ? Number(before) : undefined,
  };
}

/** Whose case is asked about; one that was erased is known by its reference alone. */
async function caseAsked(app: App, reference: string | undefined) {
  const found = reference && (await findCaseByReference(app.database, reference));
  return found ? readPerson(app, found) : undefined;
}

/**
 * `/desk/audit/`: who did what when, on today or the date in `day`, or about the case in `case`; `who` narrows it to
 * one of the staff, and `before` is the line that the page before ended with.
 */
export async function showAudit(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const query = new URL(c.req.url).searchParams;
  const today = wallClockAt(app.now().getTime()).day;
  const staff = possibleOwners(app);
  const asked = askedIn(query, staff, today);
  const typed = query.get('case')?.trim() ?? '';
  if (typed !== '' && asked.reference === undefined) {
    return deskPage(c, { heading: 'Audit', live: noReferenceView({ asked, staff, today, typed }) });
  }
  const live = auditView({
    ...(await readAudit(app, asked)),
    asked,
    ...{ staff, today, typed },
    whose: await caseAsked(app, asked.reference),
  });
  return deskPage(c, { heading: 'Audit', live });
}
