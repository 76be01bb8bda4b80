import { enquiryFromForm } from './from-form.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

const CARRIED = Object.keys(PLAN_FIELDS) as (keyof typeof PLAN_FIELDS)[];

/** What a plan's address (`?people=46&rhythm=monthly&sessions=12`) puts into an enquiry; what does not fit is left out. */
export function enquiryFromPlan(query: URLSearchParams): Record<string, unknown> {
  const given = enquiryFromForm(Object.fromEntries(query));
  const fitting = CARRIED.filter(
    (field) => given[field] !== undefined && PLAN_FIELDS[field].safeParse(given[field]).success,
  );
  return Object.fromEntries(fitting.map((field) => [field, given[field]]));
}
