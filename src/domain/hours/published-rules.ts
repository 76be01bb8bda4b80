import { weekdayOf } from '../time/day.ts';
import type { LineRules } from './rules.ts';

/**
 * The rules as a page carries them: when each weekday from Monday opens and closes (null when it does
 * not), the day they were published, how many days on they end, and the weekdays closed, each as days
 * since the one before. No text, so that an attribute holds years of them without a quote.
 */
type PublishedRules = [
  week: ([opens: number, closes: number] | null)[],
  from: number,
  days: number,
  closed: number[],
];

/** The rules as JSON for `data-line-rules`, without what was over before the day `from` or comes after they end. */
export function publishRules({ week, closed, until }: LineRules, from: number): string {
  const days = [...closed]
    .filter((day) => day >= from && day <= until && weekdayOf(day) < 5)
    .sort((a, b) => a - b);
  const published: PublishedRules = [
    week.map((hours) => (hours ? [hours.opens, hours.closes] : null)),
    from,
    until - from,
    days.map((day, index) => day - (days[index - 1] ?? from)),
  ];
  return JSON.stringify(published);
}

/** The rules a page carries, read back. */
export function readRules(json: string): LineRules {
  const [week, from, days, steps] = JSON.parse(json) as PublishedRules;
  let day = from;
  return {
    week: week.map((hours) => (hours ? { opens: hours[0], closes: hours[1] } : undefined)),
    closed: new Set(steps.map((step) => (day += step))),
    until: from + days,
  };
}
