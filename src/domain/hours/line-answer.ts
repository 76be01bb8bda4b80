import { isoInstant } from '../time/iso.ts';
import { instantAt, wallClockAt } from '../time/london.ts';
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

/** When the line is open on the days that are answered, closures, dated hours and blocks taken out, and when next. */
export function lineAnswer(
  phone: string,
  { rules, blocks }: Pick<OpenTimes, 'rules' | 'blocks'>,
  today: number,
): LineAnswer {
  const days = daysAnswered(today);
  const next = nextOpening(rules, days.last + 1, blocks);
  const open = openings(rules, days, blocks);
  const each = Array.from({ length: DAYS_ANSWERED }, (_, ahead) => today + ahead);
  const closed = closedAhead({
    days: each,
    open: new Set(open.map(({ start }) => wallClockAt(start).day)),
    weekdays: rules.week.flatMap((hours, weekday) => (hours ? [weekday] : [])),
    next: next && wallClockAt(next.start).day,
  });
  return {
    timeZone: TIME_ZONE,
    phone,
    days: each.map((day) => isoInstant(instantAt(day, 0))),
    hours: open.map(({ start, end }) => ({
      opens: isoInstant(start),
      closes: isoInstant(end),
    })),
    ...(next && { next: isoInstant(next.start) }),
    closed,
  };
}
