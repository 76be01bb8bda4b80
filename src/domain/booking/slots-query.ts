import * as z from 'zod';
import { CALL_KINDS } from '../slots/slot.ts';
import { dayFromIso } from '../time/day.ts';

const MOST_DAYS = 42;
const DAYS_REMEDY = `Ask for days as a whole number from 1 to ${MOST_DAYS}.`;
const FROM_REMEDY = 'Ask from a date, such as from=2026-11-24.';

const DaySchema = z.string({ error: FROM_REMEDY }).transform((text, context) => {
  const day = dayFromIso(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: FROM_REMEDY });
  return z.NEVER;
});

/** The query of `GET /api/slots`: `from` is read to days since 1 January 1970 (docs/api.md). */
export const SlotsQuerySchema = z.strictObject({
  kind: z.enum(CALL_KINDS, { error: 'Ask for kind=callback or kind=discovery-call.' }),
  from: DaySchema.optional(),
  days: z
    .string({ error: DAYS_REMEDY })
    .regex(/^[1-9]\d?$/, DAYS_REMEDY)
    .transform(Number)
    .refine((days) => days <= MOST_DAYS, DAYS_REMEDY)
    .optional(),
});

export type SlotsQuery = z.output<typeof SlotsQuerySchema>;

/** The parameters of an address as a schema takes them: one that repeats is a list, which none of these may be. */
export const parametersOf = (query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [first = '', ...others] = query.getAll(name);
      return [name, others.length > 0 ? [first, ...others] : first];
    }),
  );
