import type { Enquiry } from './enquiry.ts';
import { enquiryFromForm } from './from-form.ts';
import { INTERESTS, type Interest } from './limits.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

const CARRIED = Object.keys(PLAN_FIELDS) as (keyof typeof PLAN_FIELDS)[];

const isInterest = (value: string): value is Interest => Object.hasOwn(INTERESTS, value);

/** What is ticked for whoever comes from "Ask for a price" (`?interests=price`), or with a plan: a plan is one for groups. */
function interestsIn(
  query: URLSearchParams,
  hasPlan: boolean,
): Partial<Pick<Enquiry, 'interests'>> {
  const asked = query.getAll('interests').filter(isInterest);
  const interests = asked.length > 0 || !hasPlan ? asked : (['groups'] as const);
  return interests.length > 0 ? { interests: [...interests] } : {};
}

/** What a plan's address (`?people=46&rhythm=monthly&sessions=12`) puts into an enquiry, and what it is about; what does not fit is left out. */
export function enquiryFromPlan(query: URLSearchParams): Record<string, unknown> {
  const given = enquiryFromForm(Object.fromEntries(query));
  const fitting = CARRIED.filter(
    (field) => given[field] !== undefined && PLAN_FIELDS[field].safeParse(given[field]).success,
  );
  return {
    ...Object.fromEntries(fitting.map((field) => [field, given[field]])),
    ...interestsIn(query, fitting.length > 0),
  };
}
