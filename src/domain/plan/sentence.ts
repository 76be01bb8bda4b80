import { counted } from '../count-words.ts';
import type { Plan, PlanThatFits } from './plan.ts';
import {
  daysInWords,
  groupsInWords,
  lengthInWords,
  peopleInWords,
  timesInWords,
} from './wording.ts';

/** A run of words; `strong` ones are the figures a reader looks for. */
export interface Segment {
  text: string;
  strong?: true;
}

const say = (text: string): Segment => ({ text });
const stress = (text: string): Segment => ({ text, strong: true });

const howOften = ({ rhythm, sessions, ceiling }: PlanThatFits) =>
  sessions === ceiling
    ? `${rhythm} for a year`
    : `${rhythm} for a year, ${timesInWords(sessions)} in all`;

/** What the plan is called: “46 people meeting monthly”. */
export const planName = ({ people, rhythm }: Pick<Plan, 'people' | 'rhythm'>): string =>
  `${peopleInWords(people)} meeting ${rhythm}`;

/** The plan in one sentence, in the pattern the planner's contract gives. */
export function sentence(plan: PlanThatFits): Segment[] {
  const { sizes, sessions, roomMinutes, daysPerYear } = plan.chosen;
  const [groups, ofSizes] = groupsInWords(sizes);
  return [
    say(`${peopleInWords(plan.people)} meeting ${howOften(plan)}: `),
    stress(groups),
    say(` ${ofSizes}, `),
    stress(counted(sessions, 'group session')),
    say(', '),
    stress(daysInWords(daysPerYear)),
    say(', a small, quiet room for '),
    stress(lengthInWords(roomMinutes)),
    say(', and '),
    stress(lengthInWords(plan.minutesEach)),
    say(' for each person.'),
  ];
}

/** The words alone, for copying. */
export const plainWords = (segments: readonly Segment[]): string =>
  segments.map(({ text }) => text).join('');
