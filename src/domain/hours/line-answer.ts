import { isoInstant } from '../time/iso.ts';
import { instantAt } from '../time/london.ts';
import { TIME_ZONE } from '../time/zone.ts';
import { closedAhead } from './closed-ahead.ts';
import type { Days, OpenTimes } from './open-times.ts';
import { nextOpening, openings } from './openings.ts';

/** The tag under which the CDN keeps when the line is open, and by which it is made to forget it. */
export const LINE_TAG = 'line';

/** How many days the answer covers: three weeks. The CDN keeps it for one of them. */
export const DAYS_ANSWERED = 21;

/** The days that an answer given on the day `today` covers. */
const daysAnswered = (today: number): Days => ({
  first: today,
  last: today + DAYS_ANSWERED - 1,
});

/**
 * What `GET /api/line` answers (docs/api.md): the number, each stretch in which it is answered, and the midnight at
 * which each day that it covers begins, so that a browser knows the day in London without asking for zone data. `next` is
 * when the line first opens after all of those days, if that is known; `closed` says in words on which of them, and up to
 * then, it is closed that would be open as a rule, and is empty where it is on none.
 */
export interface LineAnswer {
  timeZone: string;
  phone: string;
  days: string[];
  hours: { opens: string; closes: string }[];
  next?: string;
  closed: string;
}

type Opens = Pick<OpenTimes, 'rules' | 'blocks'>;

/** What is known of three weeks from the day `today` on: each day, when the line is open on them, and when next after all of them. */
function threeWeeks({ rules, blocks }: Opens, today: number) {
  const span = daysAnswered(today);
  const days = Array.from({ length: DAYS_ANSWERED }, (_, ahead) => today + ahead);
  const open = openings(rules, span, blocks);
  const next = nextOpening(rules, span.last + 1, blocks);
  return { days, open, next, weekdays: ruledWeekdays(rules) };
}

const ruledWeekdays = ({ week }: Opens['rules']) =>
  week.flatMap((hours, weekday) => (hours ? [weekday] : []));

type ThreeWeeks = ReturnType<typeof threeWeeks>;

const daysClosed = ({ open, next, ...known }: ThreeWeeks, fromToday?: true): string =>
  closedAhead({
    ...known,
    open: new Set(open.map(({ day }) => day)),
    next: next?.day,
    fromToday,
  });

/**
 * The whole days of the next three weeks, today with them, on which the line would be open as a rule and is not: "Closed
 * Friday 25 December", as the list of ways to talk has it. Empty when there are none. For what is written once, and cannot say whether
 * it is open when it is read.
 */
export const closedFromToday = (times: Opens, today: number): string =>
  daysClosed(threeWeeks(times, today), true);

/** When the line is open on the days that are answered, closures, dated hours and blocks taken out, and when next. */
export function lineAnswer(phone: string, times: Opens, today: number): LineAnswer {
  const known = threeWeeks(times, today);
  const { days, open, next } = known;
  return {
    timeZone: TIME_ZONE,
    phone,
    days: days.map((day) => isoInstant(instantAt(day, 0))),
    hours: open.map(({ start, end }) => ({
      opens: isoInstant(start),
      closes: isoInstant(end),
    })),
    ...(next && { next: isoInstant(next.start) }),
    closed: daysClosed(known),
  };
}
