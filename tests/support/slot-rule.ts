import { Temporal } from 'temporal-polyfill';

/**
 * The rule of which times are offered, said again the long way: every minute of every day is looked at,
 * and every condition is asked of every time. It shares nothing with src/domain, and dates and offsets
 * are Temporal's.
 */
export interface SlotWorld {
  /** Hours by ISO day of the week, 1 is Monday, in minutes after midnight. */
  hours: Record<number, { opens: number; closes: number } | undefined>;
  bankHolidays: readonly string[];
  closures: readonly { from: string; to: string }[];
  datedHours: readonly { from: string; to: string; opens: number; closes: number }[];
  /** Set by the day: all day without hours, every day without ISO days of the week. */
  dailyBlocks: readonly {
    from: string;
    to: string;
    isoWeekdays?: readonly number[] | undefined;
    opens?: number | undefined;
    closes?: number | undefined;
  }[];
  blocks: readonly { start: number; end: number }[];
  bookings: readonly { line: number; start: number; end: number }[];
  /** How many people are on the staff list, and when those who gave a calendar are busy. */
  staff: number;
  staffBusy: readonly (readonly { start: number; end: number }[])[];
  now: number;
  minutes: number;
  everyMinutes: number;
  callsAtOnce: number;
  gap: number;
  notice: number;
  horizonDays: number;
  from: string;
  days: number;
}

type Openness = Pick<
  SlotWorld,
  'hours' | 'bankHolidays' | 'closures' | 'datedHours' | 'dailyBlocks' | 'blocks'
>;

const MINUTE = 60_000;
const ZONE = 'Europe/London';

interface LondonDate {
  midnight: number;
  dayOfWeek: number;
}

const dates = new Map<string, LondonDate>();

/** A date's weekday, and the instant its daytime clock counts from: Temporal is slow, so each is asked once. */
function londonDate(date: string): LondonDate {
  const known = dates.get(date);
  if (known) return known;
  const plain = Temporal.PlainDate.from(date);
  const noon = plain.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  const found = {
    midnight: noon.epochMilliseconds - 720 * MINUTE,
    dayOfWeek: plain.dayOfWeek,
  };
  dates.set(date, found);
  return found;
}

const addDays = (date: string, days: number) =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The hours of a date: none on weekends, bank holidays and closures. */
function hoursOf(world: Openness, date: string) {
  if (world.bankHolidays.includes(date)) return undefined;
  if (world.closures.some(({ from, to }) => from <= date && date <= to)) return undefined;
  return world.hours[londonDate(date).dayOfWeek];
}

const holds = ({ from, to }: { from: string; to: string }, date: string) =>
  from <= date && date <= to;

/** Whether what staff have set for a date takes a minute of it away. */
function takenAway({ datedHours, dailyBlocks }: Openness, date: string, minute: number): boolean {
  const outside = datedHours
    .filter((dated) => holds(dated, date))
    .some(({ opens, closes }) => minute < opens || minute >= closes);
  const { dayOfWeek } = londonDate(date);
  return (
    outside ||
    dailyBlocks.some(
      (block) =>
        holds(block, date) &&
        (block.isoWeekdays === undefined || block.isoWeekdays.includes(dayOfWeek)) &&
        minute >= (block.opens ?? 0) &&
        minute < (block.closes ?? 1440),
    )
  );
}

/** For each of a date's 1,440 minutes, whether the line is open all through it. */
function openMinutes(world: Openness, date: string): boolean[] {
  const hours = hoursOf(world, date);
  const { midnight } = londonDate(date);
  return Array.from({ length: 1440 }, (_, minute) => {
    if (!hours || minute < hours.opens || minute >= hours.closes) return false;
    if (takenAway(world, date, minute)) return false;
    const instant = midnight + minute * MINUTE;
    return !world.blocks.some(({ start, end }) => start < instant + MINUTE && instant < end);
  });
}

/** Whether somebody is free: fewer lines are held at some time of the call and its gap than take calls. */
function isFree(world: SlotWorld, start: number): boolean {
  const end = start + (world.minutes + world.gap) * MINUTE;
  const held = world.bookings.filter((booking) => booking.start < end && start < booking.end);
  return new Set(held.map(({ line }) => line)).size < world.callsAtOnce;
}

/** Whether as many people as calls are taken at once are free in every minute of a call, by their own calendars. */
function isStaffed({ staff, staffBusy, callsAtOnce, minutes }: SlotWorld, start: number): boolean {
  const people = Math.max(staff, callsAtOnce);
  for (let at = start; at < start + minutes * MINUTE; at += MINUTE) {
    const busy = staffBusy.filter((theirs) =>
      theirs.some((event) => event.start < at + MINUTE && at < event.end),
    );
    if (people - busy.length < callsAtOnce) return false;
  }
  return true;
}

/** Whether every minute of a call is open; a day has no minutes after its last. */
function lastsOpen(open: readonly boolean[], minute: number, minutes: number): boolean {
  for (let during = minute; during < minute + minutes; during += 1) {
    if (!open[during]) return false;
  }
  return true;
}

/** Whether the line is open for every minute of a call, which may begin on any day. */
export function isOpenThroughout(
  world: Openness,
  { start, end }: { start: number; end: number },
): boolean {
  const date = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
  const { midnight } = londonDate(date);
  const minute = (start - midnight) / MINUTE;
  return lastsOpen(openMinutes(world, date), minute, (end - start) / MINUTE);
}

/** Every start the rule allows, in order. */
export function allowedStarts(world: SlotWorld): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(world.now)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
  const asked = new Set(Array.from({ length: world.days }, (_, day) => addDays(world.from, day)));
  const allowed: number[] = [];
  let openSoFar = 0;
  for (let ahead = 0; ahead <= world.horizonDays; ahead += 1) {
    const date = addDays(today, ahead);
    const { midnight } = londonDate(date);
    const open = openMinutes(world, date);
    for (let minute = 0; minute < 1440; minute += 1) {
      const instant = midnight + minute * MINUTE;
      if (
        asked.has(date) &&
        instant >= world.now &&
        openSoFar >= world.notice * MINUTE &&
        minute % world.everyMinutes === 0 &&
        lastsOpen(open, minute, world.minutes) &&
        isFree(world, instant) &&
        isStaffed(world, instant)
      ) {
        allowed.push(instant);
      }
      const elapsed = instant + MINUTE - Math.max(instant, world.now);
      if (open[minute] && elapsed > 0) openSoFar += elapsed;
    }
  }
  return allowed;
}
