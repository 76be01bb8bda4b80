import type { Level } from '#domain/plan/levels.ts';
import { type Plan, type PlanInput, type PlanThatFits, plan } from '#domain/plan/plan.ts';
import { FACTS } from './facts.ts';

type Overrides = Partial<Omit<PlanInput, 'people'>>;

const heads = (people: number | Partial<Record<Level, number>>) =>
  typeof people === 'number'
    ? [{ people }]
    : (Object.entries(people) as [Level, number][]).map(([level, count]) => ({
        level,
        people: count,
      }));

/** A monthly plan without a break, for a number of people or for a number at each level. */
export const makePlan = (
  people: number | Partial<Record<Level, number>>,
  overrides: Overrides = {},
): Plan => plan({ people: heads(people), rhythm: 'monthly', sessions: 12, ...overrides }, FACTS);

/** As `makePlan`, for people who all have a group. */
export function makeFittingPlan(...asked: Parameters<typeof makePlan>): PlanThatFits {
  const made = makePlan(...asked);
  if (made.status !== 'fits') throw new Error(`${JSON.stringify(asked[0])} do not fit.`);
  return made;
}
