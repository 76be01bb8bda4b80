import { type Conflict, conflictOf } from '../booking/conflicting-booking.ts';
import type { Days } from '../hours/open-times.ts';
import { type DayAhead, daysAhead, type Outlook } from '../slots/days-ahead.ts';
import type { Slot } from '../slots/slot.ts';

/** A day on which something changes for the public. */
export interface DayChange {
  before: DayAhead;
  after: DayAhead;
}

/** What a change of times comes to, before it is made. */
export interface Preview<Call> {
  days: readonly DayChange[];
  /** The calls that could take place until now, and then cannot, and why. */
  stranded: readonly (Call & { because: Conflict })[];
  /** The calls that cannot take place at present, and then can. */
  freed: readonly Call[];
}

const isSame = (one: DayAhead, other: DayAhead) =>
  JSON.stringify([one.open, one.free]) === JSON.stringify([other.open, other.free]);

/** What changes for the public on some days, and for the calls to come, when times are as `after` says. */
export function previewOf<Call extends Slot>(
  before: Outlook,
  after: Outlook,
  { days, calls }: { days: Days; calls: readonly Call[] },
): Preview<Call> {
  const then = daysAhead(after, days);
  const changed = daysAhead(before, days).flatMap((day, index) => {
    const other = then[index];
    return other && !isSame(day, other) ? [{ before: day, after: other }] : [];
  });
  const judged = calls.map((call) => ({
    call,
    was: conflictOf(before, call),
    because: conflictOf(after, call),
  }));
  return {
    days: changed,
    stranded: judged.flatMap(({ call, was, because }) =>
      because && !was ? [{ ...call, because }] : [],
    ),
    freed: judged.flatMap(({ call, was, because }) => (was && !because ? [call] : [])),
  };
}
