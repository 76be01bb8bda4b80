import { listInWords } from '../list-words.ts';
import { weekdayOf } from '../time/day.ts';
import { dayInWords } from '../time/words.ts';

/** Days of London on which something is known of the line, in days since 1 January 1970, in order. */
export interface DaysKnown {
  /** Today first, then each day whose hours are known. */
  days: readonly number[];
  /** Those on which the line is open, or has been. */
  open: ReadonlySet<number>;
  /** The days of the week on which it is open as a rule, 0 for Monday. */
  weekdays: readonly number[];
  /** The first day after all of these on which it opens, if that is known. */
  next?: number | undefined;
  /** Nothing beside the words says whether it is open now, so those before the next opening are named too. */
  fromToday?: boolean | undefined;
}

/** The last day before another on which the line is open as a rule. */
function lastRuledBefore(day: number, weekdays: readonly number[]): number {
  let last = day - 1;
  while (!weekdays.includes(weekdayOf(last))) last -= 1;
  return last;
}

/**
 * The days on which the line would be open as a rule and is not, as far as they are known: "Closed Friday 25 December",
 * "Closed Monday 14 December to Friday 1 January 2027" where it opens next after all that is known day by day, "Closed from
 * Monday 14 December" where no later opening is known. Empty when there are none. Those before the next
 * opening are left out, because whether it is open now says them (`statusInWords`), unless they are asked for.
 */
export function closedAhead({ days, open, weekdays, next, fromToday = false }: DaysKnown): string {
  const [today = 0] = days;
  const ruled = days.filter((day) => weekdays.includes(weekdayOf(day)));
  const runs: number[][] = [];
  let run: number[] = [];
  let opens = fromToday;
  for (const day of ruled) {
    if (open.has(day)) {
      opens = true;
      run = [];
    } else if (opens && run.push(day) === 1) runs.push(run);
  }
  const names = runs.map((closed) => {
    const [first = 0] = closed;
    let last = closed.at(-1) ?? first;
    if (last === ruled.at(-1)) {
      if (next === undefined) return `from ${dayInWords(first, today)}`;
      last = lastRuledBefore(next, weekdays);
    }
    const words = dayInWords(first, today);
    return first === last ? words : `${words} to ${dayInWords(last, today)}`;
  });
  return names.length === 0 ? '' : `Closed ${listInWords(names)}`;
}
