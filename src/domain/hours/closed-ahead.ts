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
}

/**
 * The days on which the line would be open as a rule and is not, as far as they are known: "Closed Friday 25 December",
 * "Closed from Monday 14 December" where no later opening is known. Empty when there are none. Those before the next
 * opening are left out, because whether it is open now says them (`statusInWords`).
 */
export function closedAhead({ days, open, weekdays }: DaysKnown): string {
  const [today = 0] = days;
  const ruled = days.filter((day) => weekdays.includes(weekdayOf(day)));
  const runs: number[][] = [];
  let run: number[] = [];
  for (const day of ruled.slice(ruled.findIndex((each) => open.has(each)))) {
    if (open.has(day)) run = [];
    else if (run.push(day) === 1) runs.push(run);
  }
  const names = runs.map((closed) => {
    const [first = 0] = closed;
    const last = closed.at(-1) ?? first;
    if (last === ruled.at(-1)) return `from ${dayInWords(first, today)}`;
    const words = dayInWords(first, today);
    return first === last ? words : `${words} to ${dayInWords(last, today)}`;
  });
  return names.length === 0 ? '' : `Closed ${listInWords(names)}`;
}
