import { dayFromIso } from '../time/day.ts';

const YEAR_DAYS = 366;

/** What is wrong with a date that was written down, on the day `today`: still to come, or done yearly and too long ago. */
export function outdated(
  date: string,
  today: number,
  { yearly = false }: { yearly?: boolean | undefined } = {},
): string | undefined {
  const day = dayFromIso(date) ?? today;
  if (day > today) return `is dated ${date}, which is still to come`;
  if (yearly && today - day > YEAR_DAYS) return `was last done on ${date}, more than a year ago`;
  return undefined;
}
