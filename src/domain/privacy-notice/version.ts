import { dayFromIso } from '../time/day.ts';
import { dateInWords } from '../time/words.ts';

/** A version of the privacy notice: the date it bears, if it bears one, and a mark that its words alone make. */
export const privacyNoticeVersion = (dated: string | undefined, mark: string): string =>
  dated === undefined ? mark : `${dated} ${mark}`;

/** A version as staff and the person read it: “of 1 December 2026 (3f2a9c81d0e4)”. */
export function privacyNoticeVersionInWords(version: string): string {
  const [date = '', mark] = version.split(' ');
  const day = dayFromIso(date);
  if (day === undefined) return version;
  return mark === undefined ? dateInWords(day) : `${dateInWords(day)} (${mark})`;
}
