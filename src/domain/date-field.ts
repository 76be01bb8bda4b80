import * as z from 'zod';
import { cleanLine } from './clean.ts';
import { dayFromIso, dayOf, isoDate } from './time/day.ts';

/** A date as people type it where their browser has no box for dates: "15/1/2027", "15 1 2027". */
const DAY_FIRST = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** The day that was typed, in days since 1 January 1970: as a box for dates sends it, or with the day first. */
function dayTyped(text: string): number | undefined {
  const [, date, month, year] = DAY_FIRST.exec(text) ?? [];
  if (date === undefined) return dayFromIso(text);
  const day = dayOf(Number(year), Number(month), Number(date));
  const iso = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isoDate(day) === iso ? day : undefined;
}

/**
 * A date that a form asks for, read to days since 1 January 1970. `called` is how its messages call it: "the first
 * day". A browser sends nothing of a date that is filled in only in part, so what is missing may be its year alone.
 */
export const dateField = (called: string) => {
  const missing = `Enter ${called}: the day, the month and the year`;
  const unreal = `Enter ${called} as a date that exists, with the day, the month and the year`;
  return z.string({ error: missing }).transform((text, context) => {
    const typed = cleanLine(text);
    const day = dayTyped(typed);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: typed === '' ? missing : unreal });
    return z.NEVER;
  });
};
