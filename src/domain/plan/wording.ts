import { counted, figure } from '../count-words.ts';

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The number as a word up to twelve, then in figures. */
export const numberInWords = (count: number): string => WORDS[count] ?? figure(count);

/** “1 person” or “46 people”. */
export const peopleInWords = (count: number): string => counted(count, 'person', 'people');

/** “12”, or “36 to 48”. */
export const span = ([low, high]: readonly [number, number]): string =>
  low === high ? figure(low) : `${figure(low)} to ${figure(high)}`;

/** “12 facilitator days”, “36 to 48 facilitator days”. */
export const daysInWords = (days: readonly [number, number]): string =>
  `${span(days)} facilitator ${days[1] === 1 ? 'day' : 'days'}`;

/** Minutes as hours and minutes: “15 hours”, “32 hours 30 minutes”. */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const said = [
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(rest > 0 ? [counted(rest, 'minute')] : []),
  ];
  return said.join(' ');
}

/** “once”, “twice”, “3 times”. */
export const timesInWords = (count: number): string =>
  ({ 1: 'once', 2: 'twice' })[count] ?? `${figure(count)} times`;

/** How many groups there are of each size, the largest size first. */
function tally(groupSizes: readonly number[]): [size: number, count: number][] {
  const counts = new Map<number, number>();
  for (const size of groupSizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => other - one);
}

/** The sizes of groups: “of 10”, “each of 10”, “two of 12, two of 11”, “14 groups of 12, 1 group of 11”. */
function sizesInWords(groupSizes: readonly number[]): string {
  const counts = tally(groupSizes);
  const [first] = counts;
  if (first && counts.length === 1)
    return first[1] === 1 ? `of ${first[0]}` : `each of ${first[0]}`;
  const inWords = counts.every(([, count]) => count < WORDS.length);
  return counts
    .map(
      ([size, count]) => `${inWords ? numberInWords(count) : counted(count, 'group')} of ${size}`,
    )
    .join(', ');
}

/** “1 group of 10”, “4 groups (two of 12, two of 11)”, in two parts: the number, and the sizes after it. */
export const groupsInWords = (groupSizes: readonly number[]): [count: string, sizes: string] => [
  counted(groupSizes.length, 'group'),
  groupSizes.length === 1 ? sizesInWords(groupSizes) : `(${sizesInWords(groupSizes)})`,
];
