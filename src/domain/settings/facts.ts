import * as z from 'zod';
import { countsIn, minutesIn } from './counts.ts';

const count = z.int().min(1);
const says = z
  .string()
  .min(1, { abort: true })
  .max(120)
  .describe('How the fact reads in the middle of a sentence, such as “10 to 12 people”.');
const fact = <Shape extends z.core.$ZodLooseShape>(values: Shape) =>
  z.strictObject({ says, ...values });

const values = z.strictObject({
  'group-size': fact({ least: count, most: count }),
  rhythm: fact({
    'meetings-a-year': z.strictObject({ weekly: count, fortnightly: count, monthly: count }),
  }),
  length: fact({ minutes: count }),
  'a-day': fact({ least: count, most: count }),
  'a-project': fact({ years: count }),
  training: fact({ 'least-sessions': count }),
  experience: fact({ 'average-years': count }),
  'evaluation-levels': fact({ levels: count }),
});

type Values = z.infer<typeof values>;

/** The numbers readers read in a fact, and those the planner computes with. The rhythm’s are in no words. */
const PAIRS: readonly ((facts: Values) => [id: keyof Values, said: number[], kept: number[]])[] = [
  ({ 'group-size': one }) => ['group-size', countsIn(one.says), [one.least, one.most]],
  ({ length }) => ['length', [minutesIn(length.says)], [length.minutes]],
  ({ 'a-day': one }) => ['a-day', countsIn(one.says), [one.least, one.most]],
  ({ 'a-project': one }) => ['a-project', countsIn(one.says), [one.years]],
  ({ training }) => ['training', countsIn(training.says), [training['least-sessions']]],
  ({ experience }) => ['experience', countsIn(experience.says), [experience['average-years']]],
  ({ 'evaluation-levels': one }) => ['evaluation-levels', countsIn(one.says), [one.levels]],
];

/**
 * The service's numbers, each once. Prose names them by id, the planner computes with them,
 * and the build fails when prose states a number that is not here.
 */
export const FactsSchema = values.superRefine((facts, context) => {
  for (const pair of PAIRS) {
    const [id, said, kept] = pair(facts);
    if (said.join() === kept.join()) continue;
    const message = `For the planner it is ${kept.join(' and ')}, in the lines below it. Write the same in both.`;
    context.addIssue({ code: 'custom', path: [id, 'says'], message });
  }
});

export type Facts = z.infer<typeof FactsSchema>;
export type FactId = keyof Facts;
