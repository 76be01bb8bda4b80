/** Lengths of time in milliseconds, the unit of every instant in the domain. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1 January 1970 to a date given as numbers, `month` from 1; dates that run over, roll over. */
export const dayOf = (year: number, month: number, date: number) =>
  Date.UTC(year, month - 1, date) / DAY;

/** The year, month (from 1) and date of a day counted from 1 January 1970. */
export function dateOf(day: number): { year: number; month: number; date: number } {
  const utc = new Date(day * DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** The day of the week of a day counted from 1 January 1970 (a Thursday): 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: number) => (day + 3) % 7;

/** A day as `YYYY-MM-DD`. */
export const isoDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** The day a text such as `2026-11-24` names; undefined when it is not a date of the calendar. */
export function dayFromIso(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === text ? day : undefined;
}

/** The day of a date that was read before, by a schema or from the database; NaN for a text that is no date. */
export const dayOfDate = (date: string): number => dayFromIso(date) ?? Number.NaN;
