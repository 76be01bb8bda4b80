import { type Conflict, conflictOf } from '../booking/conflicting-booking.ts';
import { type LineChange, lineChange } from '../hours/line-says.ts';
import type { Days } from '../hours/open-times.ts';
import { availableSlots } from '../slots/available-slots.ts';
import { type DayAhead, daysAhead, type Outlook } from '../slots/days-ahead.ts';
import { type DayToChoose, daysToChoose } from '../slots/days-to-choose.ts';
import type { CallKind, Slot } from '../slots/slot.ts';

/** What the public sees of a day, for each kind of call; undefined where the day is not shown. */
type Seen = Readonly<Record<CallKind, DayToChoose | undefined>>;

/** A day on which something changes for the public. */
export interface DayChange {
  before: DayAhead;
  after: DayAhead;
  seen: { before: Seen; after: Seen };
}

/** What a change of times comes to, before it is made. */
export interface Preview<Call> {
  days: readonly DayChange[];
  /** What changes at the top of every page. */
  line: LineChange | undefined;
  /** The calls that could take place until now, and then cannot, and why. */
  conflicting: readonly (Call & { because: Conflict })[];
  /** The calls that cannot take place at present, and then can. */
  freed: readonly Call[];
}

const isSame = (one: DayAhead, other: DayAhead) =>
  JSON.stringify([one.open, one.free]) === JSON.stringify([other.open, other.free]);

/** What the public chooses from, by day and kind of call. */
function seenIn(outlook: Outlook): (day: number) => Seen {
  const byDay = (kind: CallKind) => {
    const input = { ...outlook, kind };
    return new Map(daysToChoose(input, availableSlots(input)).map((each) => [each.day, each]));
  };
  const [callback, discoveryCall] = [byDay('callback'), byDay('discovery-call')];
  return (day) => ({ callback: callback.get(day), 'discovery-call': discoveryCall.get(day) });
}

/** What changes for the public on some days, and for the calls to come, when times are as `after` says. */
export function previewOf<Call extends Slot>(
  before: Outlook,
  after: Outlook,
  { days, calls }: { days: Days; calls: readonly Call[] },
): Preview<Call> {
  const then = daysAhead(after, days);
  const [seenBefore, seenAfter] = [seenIn(before), seenIn(after)];
  const changed = daysAhead(before, days).flatMap((day, index) => {
    const other = then[index];
    if (!other || isSame(day, other)) return [];
    return [
      {
        before: day,
        after: other,
        seen: { before: seenBefore(day.day), after: seenAfter(day.day) },
      },
    ];
  });
  const judged = calls.map((call) => ({
    call,
    was: conflictOf(before, call),
    because: conflictOf(after, call),
  }));
  return {
    days: changed,
    line: lineChange(before, after, { now: after.now, last: days.last }),
    conflicting: judged.flatMap(({ call, was, because }) =>
      because && !was ? [{ ...call, because }] : [],
    ),
    freed: judged.flatMap(({ call, was, because }) => (was && !because ? [call] : [])),
  };
}
