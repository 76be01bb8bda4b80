import type { StaffBusy } from '#data/busy-times.ts';
import type { Database } from '#data/client.ts';
import {
  type StaffCalendar,
  staffCalendarsGiven,
  writeFailure,
  writeReading,
} from '#data/staff-calendar-repository.ts';
import { type CalendarFailure, isDue } from '#domain/calendars/calendar-reading.ts';
import type { Interval } from '#domain/hours/openings.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { todayOf } from '../availability/line-hours.ts';
import { staffList } from '../desk/staff.ts';
import { openAddress } from './sealed-address.ts';

/** Nobody who looks at times waits longer for the calendars of staff. */
const MOST_MS = 2_000;

/** What a calendar was found to say, or why it could not be read. */
export type CalendarRead =
  | { outcome: 'read'; busy: Interval[] }
  | { outcome: 'failed'; why: CalendarFailure };

/** From today to past the last day that can be booked. */
function windowOf(app: App): Interval {
  const today = todayOf(app);
  const last = today + app.site.settings.calls['horizon-days'];
  return { start: instantAt(today, 0), end: instantAt(last + 2, 0) };
}

/** Reads the calendar of a member of staff at an address, in two seconds at most. Says and logs nothing of the address. */
export async function readAtAddress(
  app: App,
  staff: string,
  address: string,
): Promise<CalendarRead> {
  // Loaded here, so that only what reads a calendar pays for it.
  const { calendarFetcher } = await import('./fetch-calendar.ts');
  const { busyTimesIn } = await import('./busy-times-in.ts');
  const fetchCalendar = app.fetchCalendar ?? calendarFetcher();
  const fetched = await fetchCalendar(address, AbortSignal.timeout(MOST_MS));
  if (fetched.outcome === 'failed') return fetched;
  const ours = `@${new URL(app.environment.URL).hostname}`;
  return busyTimesIn(fetched.text, {
    window: windowOf(app),
    staff,
    isOurs: (uid) => uid.toLowerCase().endsWith(ours),
  });
}

async function readAndWrite(app: App, calendar: StaffCalendar): Promise<void> {
  const at = app.now();
  const address = openAddress(app, calendar.email, calendar.addressSealed);
  const read: CalendarRead =
    address === undefined
      ? { outcome: 'failed', why: 'address lost' }
      : await readAtAddress(app, calendar.email, address);
  if (read.outcome === 'read') {
    await writeReading(app.database, calendar, { at, busy: read.busy });
    return;
  }
  app.log(`The calendar of a member of staff was not read: ${read.why}.`);
  await writeFailure(app.database, calendar, { at, why: read.why });
}

/** Readings under way in this process: many people who look at times at once wait for one reading. */
const underWay = new WeakMap<Database, Map<string, Promise<void>>>();

function readOnce(app: App, calendar: StaffCalendar): Promise<void> {
  const readings = underWay.get(app.database) ?? new Map<string, Promise<void>>();
  underWay.set(app.database, readings);
  const which = `${calendar.email} ${Buffer.from(calendar.addressSealed).toString('base64')}`;
  const known = readings.get(which);
  if (known) return known;
  const reading = readAndWrite(app, calendar).finally(() => readings.delete(which));
  readings.set(which, reading);
  return reading;
}

/** A reading that the database cannot keep stops nobody: what was read before counts on. */
const readOrGoOn = (app: App, calendar: StaffCalendar): Promise<void> =>
  readOnce(app, calendar).catch((error: Error) =>
    app.log(`What a calendar of staff says was not kept (${error.name}).`),
  );

async function readThose(app: App, which: (email: string) => boolean): Promise<void> {
  const staff = staffList(app);
  const calendars = await staffCalendarsGiven(app.database);
  const asked = calendars.filter(({ email }) => staff.includes(email) && which(email));
  await Promise.all(asked.map((calendar) => readOrGoOn(app, calendar)));
}

/** Reads the calendars that were read too long ago to show times by; false when there are none. */
export async function readCalendarsDue(
  app: App,
  calendars: readonly StaffBusy[],
): Promise<boolean> {
  const staff = staffList(app);
  const now = app.now().getTime();
  const due = calendars.filter((each) => staff.includes(each.email) && isDue(each, now));
  if (due.length === 0) return false;
  const emails = new Set(due.map(({ email }) => email));
  await readThose(app, (email) => emails.has(email));
  return true;
}

/** Reads every calendar of staff, because a time is about to be claimed. */
export const readCalendarsNow = (app: App): Promise<void> => readThose(app, () => true);
