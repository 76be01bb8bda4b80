import * as z from 'zod';

/** The rhythms a group can meet in, from the source: "weekly, fortnightly, monthly". */
export const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const count = z.int().min(1);
const says = z
  .string()
  .min(1)
  .max(120)
  .describe('How the fact reads in the middle of a sentence, such as “10 to 12 people”.');
const fact = <Shape extends z.core.$ZodLooseShape>(values: Shape) =>
  z.strictObject({ says, ...values });

/**
 * The service's numbers, each once. Prose names them by id, the planner computes with them,
 * and the build fails when prose states a number that is not here.
 */
export const FactsSchema = z.strictObject({
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

export type Facts = z.infer<typeof FactsSchema>;
export type FactId = keyof Facts;
