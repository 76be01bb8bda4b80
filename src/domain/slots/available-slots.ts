import { earliestStart } from '../hours/notice.ts';
import { type Interval, type Opening, openings } from '../hours/openings.ts';
import { MINUTE } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { capacityUsed } from './capacity-used.ts';
import { type AvailabilityInput, minutesBusy, type Slot } from './slot.ts';

/** Which London days to offer: `from` in days since 1 January 1970, and how many. */
export interface Window {
  from: number;
  days: number;
}

/** Every start at or after `earliest` that lies on the wall clock's grid and ends by its opening's end. */
function startsIn(
  open: readonly Opening[],
  { earliest, every, length }: { earliest: number; every: number; length: number },
): number[] {
  const starts: number[] = [];
  for (const { start, end, midnight } of open) {
    const least = Math.max(start, earliest) - midnight;
    const last = end - length;
    for (let at = midnight + Math.ceil(least / every) * every; at <= last; at += every) {
      starts.push(at);
    }
  }
  return starts;
}

/** Whether the staff are away at any time of a call. It is asked of calls in order, over stretches in order. */
function awayDuring(away: readonly Interval[]) {
  let next = 0;
  return ({ start, end }: Slot): boolean => {
    while ((away[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (away[next]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
}

/**
 * The times offered for one kind of call, sorted: on open working days within the horizon (all of it
 * unless `window` says less), with notice given, ending by closing, with somebody free for the call and
 * the gap after it, and the staff not away while it lasts. Linear in days, in bookings and in times away.
 */
export function availableSlots(diary: AvailabilityInput, window?: Window): Slot[] {
  const { rules, calls, kind, now, bookings, blocks, away } = diary;
  const today = wallClockAt(now).day;
  const horizon = today + calls['horizon-days'];
  const first = Math.max(today, window?.from ?? today);
  const last = window ? Math.min(horizon, window.from + window.days - 1) : horizon;
  const open = openings(rules, { first: today, last }, blocks);
  const length = calls.minutes * MINUTE;
  const starts = startsIn(
    open.filter(({ day }) => day >= first),
    {
      earliest: earliestStart(open, now, calls.notice[kind]),
      every: calls['every-minutes'] * MINUTE,
      length,
    },
  );
  const taken = capacityUsed(starts, minutesBusy(calls, kind) * MINUTE, bookings);
  const isAway = awayDuring(away);
  return starts
    .filter((_, index) => (taken[index] ?? 0) < calls['calls-at-once'])
    .map((start) => ({ start, end: start + length }))
    .filter((slot) => !isAway(slot));
}
