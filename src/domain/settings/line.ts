import * as z from 'zod';
import { dayFromIso } from '../time/day.ts';

/** The widest the line can ever be, in minutes after midnight: 9am to 6pm (source: "9am-6pm"). */
export const WIDEST_HOURS = { opens: 9 * 60, closes: 18 * 60 } as const;

/** The days the line can ever be open (source: "Monday to Friday"), in the week's order. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const ClockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'Write a time on the 24-hour clock, such as "09:00".',
    abort: true,
  })
  .transform(minutes);

const HoursSchema = z
  .strictObject({
    opens: ClockSchema.describe('When the line opens, no earlier than 09:00.'),
    closes: ClockSchema.describe('When the line closes, no later than 18:00.'),
  })
  .refine(({ opens }) => opens >= WIDEST_HOURS.opens, {
    path: ['opens'],
    message: 'The line never opens before 09:00. Write 09:00 or later.',
  })
  .refine(({ closes }) => closes <= WIDEST_HOURS.closes, {
    path: ['closes'],
    message: 'The line never stays open after 18:00. Write 18:00 or earlier.',
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    message:
      'The line must close after it opens. Write a later time, or closed in place of both on a day it is shut.',
  });

/** When the line is open on one day, in minutes after midnight; `closed` on a day it is shut. */
export type Hours = z.infer<typeof HoursSchema>;

const DaySchema = z
  .union([z.literal('closed'), HoursSchema])
  .describe('Write closed, or when it opens and closes: { opens: "09:00", closes: "18:00" }.');

const DateSchema = z.iso.date({
  error: 'Write a date of the calendar, such as 2026-12-24.',
  abort: true,
});

/** A longer closure is most often a slip in a year. */
const LONGEST_CLOSURE = 365;

const daysIn = ({ from, to }: { from: string; to: string }) =>
  (dayFromIso(to) ?? 0) - (dayFromIso(from) ?? 0) + 1;

const ClosureSchema = z
  .strictObject({
    from: DateSchema.describe('The first date closed, such as 2026-12-24.'),
    to: DateSchema.describe('The last date closed; the same date for a single day.'),
    why: z.string().min(1).max(80).describe('For staff; readers do not see it.'),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'A closure must end on or after the date it starts.',
  })
  .refine((closure) => daysIn(closure) <= LONGEST_CLOSURE, {
    path: ['to'],
    message: `A closure lasts ${LONGEST_CLOSURE} days at most. Look at the years of both dates.`,
  });

type Closure = z.infer<typeof ClosureSchema>;

/** What to do about a closure that shares dates with one before it. */
function remedyFor({ from, to, why }: Closure, before: Closure): string {
  const other = `${before.from} to ${before.to} (${before.why})`;
  if (from === before.from && to === before.to && why === before.why) {
    return 'This closure is there twice. Take one of the two out.';
  }
  return `This closure overlaps another, ${other}. Make one closure of the two, or change their dates so that they share none.`;
}

/** Closures that share no dates: overlapping ones are most often a slip, and nobody could say which is meant. */
const ClosuresSchema = z.array(ClosureSchema).superRefine((closures, context) => {
  for (const [index, closure] of closures.entries()) {
    const before = closures
      .slice(0, index)
      .find(({ from, to }) => from <= closure.to && closure.from <= to);
    if (!before) continue;
    const message = remedyFor(closure, before);
    context.addIssue({ code: 'custom', path: [index, 'from'], message, input: closure.from });
  }
});

/** The contact line: its number, its hours on each weekday, and the dates it is closed. */
export const LineSchema = z.strictObject({
  phone: z
    .string()
    .regex(
      /^0[\d ]{9,13}$/,
      'Write the number as people dial it in the UK, such as "01632 960 001".',
    )
    .describe('The number people ring.'),
  hours: z.strictObject(
    Object.fromEntries(WEEKDAYS.map((day) => [day, DaySchema])) as Record<
      Weekday,
      typeof DaySchema
    >,
  ),
  closures: ClosuresSchema.describe('Dates the line is closed, besides bank holidays.'),
});

export type Line = z.infer<typeof LineSchema>;
