import type ICAL from 'ical.js';
import type { CalendarFailure } from '#domain/calendars/calendar-reading.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { Ical } from './calendar-times.ts';
import { Budget, type Occurrence, occurrencesOf, TooMuchError } from './occurrences.ts';

/** Which busy times are wanted of a calendar, and what in it is not counted. */
export interface Wanted {
  window: Interval;
  /** Whose calendar it is, in lower case: what they declined keeps them from nothing. */
  staff: string;
  /** Whether an event is one of our own calls, which we know better. */
  isOurs(uid: string): boolean;
}

/** What a calendar says of when its owner is busy. */
export type BusyRead =
  | { outcome: 'read'; busy: Interval[] }
  | { outcome: 'failed'; why: Extract<CalendarFailure, 'not a calendar' | 'too much'> };

const said = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase();

/** What Outlook says of a time beside RFC 5545: who works elsewhere works, and can be rung. */
const FREE_BY_OUTLOOK = ['FREE', 'WORKINGELSEWHERE'];

function isDeclined(event: ICAL.Component, staff: string): boolean {
  const own = event
    .getAllProperties('attendee')
    .find((each) => String(each.getFirstValue()).toLowerCase() === `mailto:${staff}`);
  return String(own?.getParameter('partstat') ?? '').toUpperCase() === 'DECLINED';
}

/** Whether an event takes its owner’s time. One that is tentative does: a call could be in its way. */
const takesTime = (event: ICAL.Component, { staff, isOurs }: Wanted): boolean =>
  said(event, 'status') !== 'CANCELLED' &&
  said(event, 'transp') !== 'TRANSPARENT' &&
  !FREE_BY_OUTLOOK.includes(said(event, 'x-microsoft-cdo-busystatus')) &&
  !isOurs(String(event.getFirstPropertyValue('uid') ?? '')) &&
  !isDeclined(event, staff);

function calendarsIn(ical: Ical, text: string): ICAL.Component[] {
  const parsed: unknown[] = ical.parse(text);
  const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
  return all.map((each) => new ical.Component(each)).filter(({ name }) => name === 'vcalendar');
}

/** The events of calendars, those of one name together: a series and its exceptions. What has no name stands alone. */
function seriesIn(calendars: readonly ICAL.Component[]): ICAL.Component[][] {
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const uidOf = (event: ICAL.Component) => event.getFirstPropertyValue('uid');
  return [...Map.groupBy(events, (event, index) => uidOf(event) ?? index).values()];
}

/** The times of one series; none of what cannot be read, which no other event has to answer for. */
function timesOf(
  ical: Ical,
  events: readonly ICAL.Component[],
  within: { window: Interval; budget: Budget },
): Occurrence[] | undefined {
  try {
    return occurrencesOf(ical, events, within);
  } catch (error) {
    if (error instanceof TooMuchError) throw error;
    return undefined;
  }
}

function read(ical: Ical, text: string, wanted: Wanted): BusyRead {
  const { window } = wanted;
  const calendars = calendarsIn(ical, text);
  if (calendars.length === 0) return { outcome: 'failed', why: 'not a calendar' };
  const budget = new Budget();
  const all = seriesIn(calendars).map((events) => timesOf(ical, events, { window, budget }));
  if (all.length > 0 && all.every((each) => each === undefined)) {
    return { outcome: 'failed', why: 'not a calendar' };
  }
  const busy = all
    .flatMap((each) => each ?? [])
    .filter(({ event }) => takesTime(event, wanted))
    .map(({ start, end }) => ({
      start: Math.max(start, window.start),
      end: Math.min(end, window.end),
    }));
  return { outcome: 'read', busy };
}

/** When the owner of a calendar is busy within a window: times and nothing else. Never throws, whatever the text is. */
export async function busyTimesIn(text: string, wanted: Wanted): Promise<BusyRead> {
  // Loaded here, so that only what reads a calendar pays for it.
  const { default: ical } = await import('ical.js');
  try {
    return read(ical, text, wanted);
  } catch (error) {
    const why = error instanceof TooMuchError ? 'too much' : 'not a calendar';
    return { outcome: 'failed', why };
  }
}
