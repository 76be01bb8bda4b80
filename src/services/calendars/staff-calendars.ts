import { insertAudit } from '#data/audit-repository.ts';
import {
  deleteCalendarsOfOthers,
  deleteStaffCalendar,
  staffCalendarsGiven,
  writeStaffCalendar,
} from '#data/staff-calendar-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { type CalendarFailure, stands, standsUntil } from '#domain/calendars/calendar-reading.ts';
import type { App } from '../app.ts';
import { auditAct } from '../desk/audit.ts';
import { markOf, staffList } from '../desk/staff.ts';
import { readAtAddress } from './read-calendars.ts';
import { sealAddress } from './sealed-address.ts';

/** How the calendar of a member of staff is: not given, read, or failing since it was last read. Instants in milliseconds. */
export type CalendarOfStaff = { staff: string } & (
  | { state: 'none' }
  | { state: 'read'; readAt: number }
  | { state: 'failing'; readAt: number; why: CalendarFailure; standsUntil: number; stands: boolean }
);

/** The calendar of everyone on the staff list, as it was last read or tried. */
export async function calendarsOfStaff(app: App): Promise<CalendarOfStaff[]> {
  const given = await staffCalendarsGiven(app.database);
  const now = app.now().getTime();
  return staffList(app).map((staff): CalendarOfStaff => {
    const calendar = given.find(({ email }) => email === staff);
    if (!calendar) return { staff, state: 'none' };
    const readAt = calendar.readAt.getTime();
    const { failure: why } = calendar;
    if (why === null) return { staff, state: 'read', readAt };
    const readings = { readAt };
    return {
      staff,
      state: 'failing',
      readAt,
      why,
      standsUntil: standsUntil(readings),
      stands: stands(readings, now),
    };
  });
}

/** A calendar that fails, whose it is, and until when its last reading stands. */
export type FailingCalendar = Extract<CalendarOfStaff, { state: 'failing' }>;

/** The calendars that could not be read when that was last tried. */
export const failingCalendars = async (app: App): Promise<FailingCalendar[]> =>
  (await calendarsOfStaff(app)).filter((each) => each.state === 'failing');

/** What came of giving a calendar. One that cannot be read is not kept. */
export type CalendarGiven = { outcome: 'given' } | { outcome: 'failed'; why: CalendarFailure };

/** Reads the calendar at an address and, if that can be done, keeps the address, sealed, as that of a member of staff. */
export async function giveCalendar(
  app: App,
  staff: string,
  address: string,
): Promise<CalendarGiven> {
  const at = app.now();
  const read = await readAtAddress(app, staff, address);
  if (read.outcome === 'failed') return read;
  const addressSealed = sealAddress(app, staff, address);
  await transactionRetried(app, async (tx) => {
    const given = { email: staff, addressSealed, at, busy: read.busy };
    const { replaced } = await writeStaffCalendar(tx, given);
    await auditAct(app, tx, { staff, act: `own calendar ${replaced ? 'changed' : 'given'}` });
  });
  return { outcome: 'given' };
}

/** Forgets the calendar of a member of staff, and when they are busy; false when there was none. */
export const removeCalendar = (app: App, staff: string): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const gone = await deleteStaffCalendar(tx, staff);
    if (gone) await auditAct(app, tx, { staff, act: 'own calendar removed' });
    return gone;
  });

/** Forgets the calendars of everyone who has left the staff list. Until then they are not read either. */
export const forgetCalendars = (app: App): Promise<void> =>
  transactionRetried(app, async (tx) => {
    const gone = await deleteCalendarsOfOthers(tx, staffList(app));
    const [at, act] = [app.now(), 'calendar removed of someone who left the staff list'];
    await insertAudit(tx, ...gone.map((email) => ({ at, act, actor: markOf(app, email) })));
  });
