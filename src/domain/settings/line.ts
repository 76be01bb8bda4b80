import * as z from 'zod';

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

/**
 * The contact line: its number, and its hours on each weekday. Closures, dated hours and blocks are set at the desk.
 */
export const LineSchema = z.strictObject({
  phone: z
    .string()
    .regex(
      /^0[\d ]{9,13}$/,
      'Write the number as people dial it in the UK, such as "01632 960 001".',
    )
    .describe('The number people ring.'),
  hours: z
    .strictObject(
      Object.fromEntries(WEEKDAYS.map((day) => [day, DaySchema])) as Record<
        Weekday,
        typeof DaySchema
      >,
    )
    .describe(
      'These hours hold as soon as they are published. To change them for a while, or from a later date, go to the desk, under Times: “Block some time” takes every Friday from 5pm, say, from one day to another, for a year at most; once the first day has come, write the new hours here and remove the block.',
    ),
});

export type Line = z.infer<typeof LineSchema>;
