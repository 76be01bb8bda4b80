import type { Narrowing, Span } from '../hours/narrowing.ts';
import type { Hours } from '../settings/line.ts';
import { dayFromIso } from '../time/day.ts';
import { clockInWords, dayInWords, weekdayName } from '../time/words.ts';

const hoursInWords = ({ opens, closes }: Hours) =>
  `${clockInWords(opens)} to ${clockInWords(closes)}`;

/** "Tuesday 24 November", or "Monday 21 December to Friday 1 January 2027". */
export function spanOfDays({ from, to }: Span, today: number): string {
  const [first, last] = [dayFromIso(from) ?? today, dayFromIso(to) ?? today];
  const begins = dayInWords(first, today);
  return first === last ? begins : `${begins} to ${dayInWords(last, today)}`;
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** When something that is set holds: "Every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027". */
export function whenInWords(narrowing: Narrowing, today: number): string {
  const days = spanOfDays(narrowing, today);
  if (narrowing.kind === 'closure') return days;
  if (narrowing.kind === 'dated hours') return `${days}, ${hoursInWords(narrowing.hours)}`;
  const { hours, weekdays, from, to } = narrowing;
  const much = hours ? hoursInWords(hours) : 'all day';
  if (weekdays) return `Every ${listed(weekdays.map(weekdayName))}, ${much}, ${days}`;
  return from === to ? `${days}, ${much}` : `${days}, ${hours ? `${much} each day` : much}`;
}

/** Why something is set, as it follows when: " (Training)"; nothing where no reason was given. */
export const whyInBrackets = ({ why }: Narrowing): string => (why === undefined ? '' : ` (${why})`);

/** `whenInWords` within a sentence: "every Friday, 1pm to 6pm, …". */
export const whenInSentence = (narrowing: Narrowing, today: number): string =>
  whenInWords(narrowing, today).replace(/^Every/, 'every');
