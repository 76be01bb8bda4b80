import { EnquirySchema } from './enquiry.ts';
import { enquiryFromForm } from './from-form.ts';

const CARRIED = ['people', 'rhythm', 'sessions'] as const;

/** What a plan's address (`?people=46&rhythm=monthly&sessions=12`) puts into an enquiry; what does not fit is left out. */
export function enquiryFromPlan(query: URLSearchParams): Record<string, unknown> {
  const given = enquiryFromForm(Object.fromEntries(query));
  const fitting = CARRIED.filter(
    (field) =>
      given[field] !== undefined && EnquirySchema.shape[field].safeParse(given[field]).success,
  );
  return Object.fromEntries(fitting.map((field) => [field, given[field]]));
}
