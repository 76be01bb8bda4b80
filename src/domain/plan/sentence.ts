import type { PlanThatFits } from './plan.ts';
import { counted, hoursWord, peopleWord, sizesWord, span, timesWord } from './wording.ts';

/** A run of words; `strong` ones are the figures a reader looks for. */
export interface Segment {
  text: string;
  strong?: true;
}

const say = (text: string): Segment => ({ text });
const stress = (text: string): Segment => ({ text, strong: true });

/** “of 10” after one group; “(two of 12, two of 11)” after more. */
const sizesAside = (sizes: readonly number[]) =>
  sizes.length === 1 ? sizesWord(sizes) : `(${sizesWord(sizes)})`;

const howOften = ({ rhythm, sessions, ceiling }: PlanThatFits) =>
  sessions === ceiling
    ? `${rhythm} for a year`
    : `${rhythm} for a year, ${timesWord(sessions)} in all`;

const daysWord = ([low, high]: readonly [number, number]) =>
  `${span([low, high])} facilitator ${high === 1 ? 'day' : 'days'}`;

/** The plan in one sentence, in the pattern the planner's contract gives. */
export function sentence(plan: PlanThatFits): Segment[] {
  const { groups, sizes, sessions, roomMinutes, daysPerYear } = plan.chosen;
  return [
    say(`${peopleWord(plan.people)} meeting ${howOften(plan)}: `),
    stress(counted(groups, 'group')),
    say(` ${sizesAside(sizes)}, `),
    stress(counted(sessions, 'group session')),
    say(', '),
    stress(daysWord(daysPerYear)),
    say(', a small, quiet room for '),
    stress(hoursWord(roomMinutes)),
    say(', and '),
    stress(hoursWord(plan.minutesEach)),
    say(' for each person.'),
  ];
}

/** The words alone, for copying. */
export const plainWords = (segments: readonly Segment[]): string =>
  segments.map(({ text }) => text).join('');
