import * as z from 'zod';
import { figure } from '../count-words.ts';
import { RHYTHMS } from '../settings/rhythms.ts';
import { LIMITS } from './limits.ts';

const whole = (about: string, { least, most }: { least: number; most: number }) => {
  const remedy = `Enter ${about} as one whole number from ${least} to ${figure(most)}, such as ${Math.min(46, most)}`;
  return z.int({ error: remedy }).min(least, remedy).max(most, remedy);
};

/** What a plan puts into an enquiry: how many people, how often, how many times. */
export const PLAN_FIELDS = {
  people: whole('how many people would take part', LIMITS.people).optional(),
  rhythm: z
    .enum(RHYTHMS, { error: 'Select weekly, fortnightly or monthly, or leave this out' })
    .optional(),
  sessions: whole('how many times each group would meet in a year', LIMITS.sessions).optional(),
} as const;
