import type { Facts } from '../settings/facts.ts';
import { lengthInWords } from './wording.ts';

/** Everything a plan takes for granted, each with the hedge the source gives it. */
export const assumptions = (facts: Facts): string[] => [
  `Groups are ${facts['group-size'].says}.`,
  `Each meeting is ${facts.length.says}, as groups usually are.`,
  `A facilitator day is one facilitator running ${facts['a-day'].says}, as external facilitators usually do.`,
  `The project is for ${facts['a-project'].says}, as projects usually are.`,
  'You provide a small, quiet room for each group.',
  'Everyone comes to every meeting of their group.',
  'This is arithmetic, not a quote.',
];

/** What the facts say about training: the least time in groups, and what that leaves out. */
export function trainingWords(facts: Facts): string[] {
  const minutes = facts.training['least-sessions'] * facts.length.minutes;
  return [
    `Training your own facilitators takes ${facts.training.says}.`,
    `If each includes a group of the usual length, that is at least ${lengthInWords(minutes)} in groups.`,
    'The time for teaching and reading is not counted here.',
  ];
}
