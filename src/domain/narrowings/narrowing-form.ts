import * as z from 'zod';
import { dateField } from '../date-field.ts';
import { FIELDS } from '../fields.ts';
import type { Narrowing, NarrowingKind } from '../hours/narrowing.ts';
import { lineOf } from '../text.ts';
import { isoDate } from '../time/day.ts';
import { isoClock } from '../time/words.ts';

/** How far apart the times are from which staff choose, in minutes. */
export const TIME_STEP = 15;

const TIME_REMEDY = 'Choose a time on the quarter hour, such as 13:30.';

const firstDay = dateField('the first day').transform(isoDate);
const lastDay = dateField('the last day').transform(isoDate).optional();

const ClockSchema = z
  .string({ error: TIME_REMEDY })
  .regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, TIME_REMEDY)
  .transform((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));

const WeekdaySchema = z
  .enum(['0', '1', '2', '3', '4'], { error: 'Tick days from Monday to Friday.' })
  .transform(Number);

/** Several buttons press the form: to see what it changes, to go back, and to do it. */
const StepSchema = z.enum(['see', 'change', 'set']).default('see');

const why = lineOf(FIELDS.why);

const ClosureSchema = z.strictObject({
  step: StepSchema,
  from: firstDay,
  to: lastDay,
  why,
});

const DatedHoursSchema = z.strictObject({
  step: StepSchema,
  from: firstDay,
  to: lastDay,
  opens: ClockSchema,
  closes: ClockSchema,
  why: why.optional(),
});

const BlockSchema = z.strictObject({
  step: StepSchema,
  from: firstDay,
  to: lastDay,
  much: z.enum(['day', 'part'], { error: 'Say whether to block whole days or part of each.' }),
  opens: ClockSchema.optional(),
  closes: ClockSchema.optional(),
  weekdays: z.array(WeekdaySchema).max(5).optional(),
  why: why.optional(),
});

/**
 * What each of the desk's forms takes. A last date that is left out is the first; times are read to minutes after
 * midnight, days of the week to 0 for Monday.
 */
export const NARROWING_SCHEMAS = {
  closure: ClosureSchema,
  'dated hours': DatedHoursSchema,
  block: BlockSchema,
} as const satisfies Record<NarrowingKind, z.ZodType>;

/** What was posted, whichever form it was. */
export interface Posted {
  step: z.output<typeof StepSchema>;
  from: string;
  to?: string | undefined;
  much?: 'day' | 'part' | undefined;
  opens?: number | undefined;
  closes?: number | undefined;
  weekdays?: readonly number[] | undefined;
  why?: string | undefined;
}

/** The fields of a form that asks for what is set, as the form writes them. */
export function fieldsOf(narrowing: Narrowing): [name: string, value: string][] {
  const { kind, from, to, why } = narrowing;
  const hours = kind === 'closure' ? undefined : narrowing.hours;
  const weekdays = kind === 'block' ? (narrowing.weekdays ?? []) : [];
  return [
    ['from', from],
    ['to', to],
    ...(kind === 'block' ? [['much', hours ? 'part' : 'day'] as [string, string]] : []),
    ...(hours
      ? ([
          ['opens', isoClock(hours.opens)],
          ['closes', isoClock(hours.closes)],
        ] as [string, string][])
      : []),
    ...weekdays.map((weekday): [string, string] => ['weekdays', String(weekday)]),
    ...(why === undefined ? [] : [['why', why] as [string, string]]),
  ];
}
