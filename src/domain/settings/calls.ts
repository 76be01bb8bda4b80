import * as z from 'zod';

const minutes = (least: number, most: number, about: string) =>
  z.int().min(least).max(most).describe(about);

/** How callbacks and discovery calls are offered. Lengths, gaps and notice are in minutes. */
export const CallsSchema = z.strictObject({
  minutes: minutes(15, 120, 'How long a callback window or a discovery call is.').refine(
    (value) => value % 15 === 0,
    'Use 15, 30, 45, 60 … minutes.',
  ),
  'every-minutes': z
    .union([z.literal(15), z.literal(30), z.literal(60)])
    .describe('How far apart the times offered start: 30 means on the hour and half hour.'),
  'calls-at-once': z.int().min(1).max(20).describe('How many calls can be taken at the same time.'),
  'gap-after-discovery-call': minutes(0, 120, 'Minutes kept free after a discovery call.'),
  notice: z.strictObject({
    callback: minutes(0, 5400, 'Open minutes needed before a callback.'),
    'discovery-call': minutes(0, 5400, 'Open minutes needed before a discovery call.'),
  }),
  'horizon-days': z.int().min(1).max(365).describe('How many days ahead of today can be booked.'),
});

export type Calls = z.infer<typeof CallsSchema>;
