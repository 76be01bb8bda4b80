import type ICAL from 'ical.js';
import type { Interval } from '#domain/hours/openings.ts';
import { DAY } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import { dayOfTime, type Ical, instantOf } from './calendar-times.ts';

/** One time at which an event takes place, and the part of its calendar that says what it is then. */
export interface Occurrence extends Interval {
  event: ICAL.Component;
}

/** A calendar that repeats in ways that cannot be laid out, or for too long: no more of it is. */
export class TooMuchError extends Error {}

/** How many times of one calendar are looked at, those before the time asked about included, and for how long. */
const MOST_TIMES = 20_000;
const MOST_MS = 1_500;

/** What is left of that. */
export class Budget {
  #left = MOST_TIMES;
  readonly #until = performance.now() + MOST_MS;

  spend(): void {
    this.#left -= 1;
    if (this.#left < 0 || performance.now() > this.#until) throw new TooMuchError();
  }
}

interface Repeat {
  /** How many days each of its steps is, where all are as long. */
  days?: number;
  /** What may narrow it. With more, a rule can be one that no day ever meets, which is looked for without end. */
  parts: readonly string[];
}

const TIMES = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

/** How calendars repeat what is in them. What repeats within a day is written by none of them. */
const REPEATS: Readonly<Record<string, Repeat>> = {
  DAILY: { days: 1, parts: [...TIMES, 'BYDAY', 'BYMONTH'] },
  WEEKLY: { days: 7, parts: [...TIMES, 'BYDAY', 'BYMONTH'] },
  MONTHLY: { parts: [...TIMES, 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'] },
  YEARLY: {
    parts: [...TIMES, 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'],
  },
};

/** A step that is longer takes as long to make. */
const LONGEST_INTERVAL = 1_000;

const canBeLaidOut = ({ freq, interval, parts }: ICAL.Recur): boolean =>
  interval <= LONGEST_INTERVAL &&
  Object.keys(parts).every((part) => REPEATS[freq]?.parts.includes(part));

interface Start {
  time: ICAL.Time;
  property: ICAL.Property;
  at: number;
}

function timeIn(ical: Ical, event: ICAL.Component, name: string): Start | undefined {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ical.Time)) return undefined;
  return { time, property, at: instantOf(ical, time, property) };
}

/** When what begins at a time of an event ends: by its end, its length, or by what RFC 5545 says of one without either. */
function endingOf(
  ical: Ical,
  event: ICAL.Component,
  start: Start,
): (time: ICAL.Time, at: number) => number {
  const end = timeIn(ical, event, 'dtend');
  const length = event.getFirstPropertyValue('duration');
  const isLength = length instanceof ical.Duration;
  if (start.time.isDate) {
    const days = isLength ? length.toSeconds() / 86_400 : 1;
    const whole = end ? dayOfTime(end.time) - dayOfTime(start.time) : days;
    return (time) => instantAt(dayOfTime(time) + whole, 0);
  }
  const ms = isLength ? length.toSeconds() * 1000 : 0;
  const lasts = end ? end.at - start.at : ms;
  return (_time, at) => at + lasts;
}

/**
 * Where to begin laying out what repeats every day or week: not years ago, but shortly before `from`, as many of its
 * steps later. What is counted has to be counted from its beginning.
 */
function beginAt({ time, at }: Start, rules: readonly ICAL.Recur[], from: number): ICAL.Time {
  const [rule, ...more] = rules;
  const days = rule && REPEATS[rule.freq]?.days;
  if (days === undefined || more.length > 0 || rule?.count) return time;
  const step = days * Math.max(1, rule?.interval ?? 1);
  const away = Math.floor((from - at) / DAY / step) * step;
  if (away <= 0) return time;
  const later = time.clone();
  later.adjust(away, 0, 0, 0);
  return later;
}

/** Whether the first time of an event is one that does not take place. */
const isExcluded = (ical: Ical, event: ICAL.Component, { at }: Start): boolean =>
  event
    .getAllProperties('exdate')
    .some((property) =>
      property
        .getValues()
        .some((time) => time instanceof ical.Time && instantOf(ical, time, property) === at),
    );

/** An event that stands in the place of one time of a series, or of all from that time on. */
interface Exception {
  of: number;
  andLater: boolean;
  event: ICAL.Component;
  start: Start;
}

function exceptionOf(ical: Ical, event: ICAL.Component): Exception[] {
  const of = timeIn(ical, event, 'recurrence-id');
  const start = timeIn(ical, event, 'dtstart');
  if (!of || !start) return [];
  const andLater = of.property.getParameter('range') === 'THISANDFUTURE';
  return [{ of: of.at, andLater, event, start }];
}

const isException = (event: ICAL.Component) => event.hasProperty('recurrence-id');

/** A margin over which changes of clocks, and zones far away, move a time. */
const MARGIN = 2 * DAY;

/** The times of a series until `end`, from shortly before `start` on, its exceptions apart. */
function* startsOf(
  ical: Ical,
  event: ICAL.Component,
  start: Start,
  { window, budget }: { window: Interval; budget: Budget },
): Generator<{ time: ICAL.Time; at: number }> {
  const rules = event
    .getAllProperties('rrule')
    .map((each) => each.getFirstValue())
    .filter((each) => each instanceof ical.Recur);
  if (!rules.every(canBeLaidOut)) throw new TooMuchError();
  const lasts = Math.max(0, endingOf(ical, event, start)(start.time, start.at) - start.at);
  // Dates that are given one by one come without the first, which RFC 5545 counts among them.
  if (rules.length === 0 && event.hasProperty('rdate') && !isExcluded(ical, event, start)) {
    yield start;
  }
  const dtstart = beginAt(start, rules, window.start - lasts - MARGIN);
  const series = new ical.RecurExpansion({ component: event, dtstart });
  for (let time = series.next(); time; time = series.next()) {
    budget.spend();
    const at = instantOf(ical, time, start.property);
    if (at >= window.end) return;
    yield { time, at };
  }
}

/** The times of the event that a series is made from, with what stands in the place of some of them left out. */
function* timesOfMaster(
  ical: Ical,
  event: ICAL.Component,
  exceptions: readonly Exception[],
  within: { window: Interval; budget: Budget },
): Generator<Occurrence> {
  const start = timeIn(ical, event, 'dtstart');
  if (!start) return;
  const ending = endingOf(ical, event, start);
  const replaced = new Set(exceptions.map(({ of }) => of));
  const later = exceptions.filter(({ andLater }) => andLater);
  for (const { time, at } of startsOf(ical, event, start, within)) {
    if (replaced.has(at)) continue;
    const changed = later.findLast(({ of }) => of <= at);
    if (!changed) {
      yield { event, start: at, end: ending(time, at) };
      continue;
    }
    const moved = at + changed.start.at - changed.of;
    const lasts = endingOf(
      ical,
      changed.event,
      changed.start,
    )(changed.start.time, changed.start.at);
    yield { event: changed.event, start: moved, end: moved + lasts - changed.start.at };
  }
}

/**
 * Every time at which the events of one name take place and that touches the window, in no order. Throws TooMuchError
 * when there are too many to be laid out.
 */
export function occurrencesOf(
  ical: Ical,
  events: readonly ICAL.Component[],
  within: { window: Interval; budget: Budget },
): Occurrence[] {
  const exceptions = events
    .filter(isException)
    .flatMap((event) => exceptionOf(ical, event))
    .sort((one, other) => one.of - other.of);
  const found = exceptions.map(({ event, start }) => ({
    event,
    start: start.at,
    end: endingOf(ical, event, start)(start.time, start.at),
  }));
  for (const event of events) {
    if (isException(event)) continue;
    found.push(...timesOfMaster(ical, event, exceptions, within));
  }
  const { window } = within;
  return found.filter(({ start, end }) => start < end && start < window.end && window.start < end);
}
