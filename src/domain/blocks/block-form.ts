import * as z from 'zod';
import { cleanLine } from '../clean.ts';
import { FIELDS } from '../fields.ts';
import { lineOf } from '../text.ts';
import { dayFromIso } from '../time/day.ts';

/** How far apart the times are at which a block may begin and end, in minutes. */
export const BLOCK_STEP = 15;

const DATE_REMEDY = 'Enter the date as year, month and day, such as 2026-11-24.';
const TIME_REMEDY = 'Choose a time on the quarter hour, such as 13:30.';

const DaySchema = z.string({ error: DATE_REMEDY }).transform((text, context) => {
  const day = dayFromIso(cleanLine(text));
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: DATE_REMEDY });
  return z.NEVER;
});

const ClockSchema = z
  .string({ error: TIME_REMEDY })
  .regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, TIME_REMEDY)
  .transform((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));

/**
 * Time to block, as the desk's form posts it: a date, all of it or from one time to another, and why.
 * The date is read to days since 1 January 1970, the times to minutes after midnight.
 */
export const BlockSchema = z.strictObject({
  date: DaySchema,
  much: z.enum(['day', 'part'], { error: 'Say whether to block the whole day or part of it.' }),
  from: ClockSchema.optional(),
  to: ClockSchema.optional(),
  why: lineOf(FIELDS.why).optional(),
});

export type BlockRequest = z.output<typeof BlockSchema>;
