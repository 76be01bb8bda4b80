import { DAY } from './day.ts';

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day, counted from 1970, as a document is dated: “1 December 2026”. */
export const dateInWords = (day: number): string => LONG.format(day * DAY);
