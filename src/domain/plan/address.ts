import type { SheetShell } from '../page-slots.ts';
import { LEVELS } from './levels.ts';
import type { Plan } from './plan.ts';
import { type Typed, writeTyped } from './typed.ts';

/** The choice of groups, where it is not the fewest, which a plan has when nothing is chosen. */
const choiceOf = (plan: Plan) =>
  plan.status === 'fits' && plan.chosen.groups !== plan.groups.fewest
    ? String(plan.chosen.groups)
    : '';

/** What somebody would type to have this plan. */
export function typedOf(plan: Plan): Typed {
  const levels: Typed['levels'] = {};
  for (const { level, people } of plan.rows) if (level) levels[level] = String(people);
  const mixed = LEVELS.every((level) => levels[level] === undefined);
  return {
    people: mixed ? String(plan.people) : '',
    rhythm: plan.rhythm,
    sessions: String(plan.sessions),
    groups: choiceOf(plan),
    levels,
    strayRows: [],
  };
}

/** The query that holds the plan; with `changes`, the plan that would be typed so. */
const planQuery = (plan: Plan, changes: Partial<Typed> = {}) =>
  writeTyped({ ...typedOf(plan), ...changes });

/**
 * The plan's own address: `/plan/?people=46&rhythm=monthly&sessions=12`, or with a `row` for each level.
 * With `changes` it is the address of the plan that would be typed so.
 */
export const planAddress = (plan: Plan, changes: Partial<Typed> = {}): string =>
  `/plan/?${planQuery(plan, changes)}`;

/** The address of a sheet to print with the plan filled in. */
export const sheetAddress = (sheet: SheetShell, plan: Plan): string =>
  `/make-the-case/${sheet}/?${planQuery(plan)}`;

/** The address of the enquiry that carries the plan: how many people, how often, how many meetings. */
export const enquiryAddress = (plan: Plan): string => {
  const { people, rhythm, sessions } = planSummary(plan);
  return `/enquire/?people=${people}&rhythm=${rhythm}&sessions=${sessions}`;
};

/** What an enquiry keeps of a plan (docs/api.md). */
export const planSummary = ({ people, rhythm, sessions }: Plan) => ({ people, rhythm, sessions });
