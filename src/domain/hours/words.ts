import type { Line } from '../settings/line.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords, weekdayName } from '../time/words.ts';
import { weekOf } from './line-rules.ts';
import type { Interval } from './openings.ts';

/** "9am to 6pm", from minutes after midnight. */
const spanInWords = (opens: number, closes: number) =>
  `${clockInWords(opens)} to ${clockInWords(closes)}`;

/** Weekdays, in order, as runs: three days or more on end are "Monday to Wednesday". */
function daysInWords(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const names = runs.flatMap((run) =>
    run.length > 2
      ? [`${weekdayName(run[0] ?? 0)} to ${weekdayName(run.at(-1) ?? 0)}`]
      : run.map(weekdayName),
  );
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/**
 * The week's hours as text, "Monday to Friday, 9am to 6pm"; days with other hours follow after a
 * semicolon. "Closed" when staff have closed every day.
 */
export function hoursInWords(hours: Line['hours']): string {
  const byHours = new Map<string, number[]>();
  for (const [day, open] of weekOf(hours).entries()) {
    if (!open) continue;
    const words = spanInWords(open.opens, open.closes);
    byHours.set(words, [...(byHours.get(words) ?? []), day]);
  }
  if (byHours.size === 0) return 'Closed';
  return [...byHours].map(([words, days]) => `${daysInWords(days)}, ${words}`).join('; ');
}

/** What a day's open stretches, in instants, come to: "open 9am to 1pm and 3pm to 6pm", or "closed". */
export function openInWords(open: readonly Interval[]): string {
  if (open.length === 0) return 'closed';
  const minute = (instant: number) => wallClockAt(instant).minute;
  const spans = open.map(({ start, end }) => spanInWords(minute(start), minute(end)));
  return `open ${spans.join(' and ')}`;
}
