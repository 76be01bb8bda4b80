import * as z from 'zod';
import { counted } from '../count-words.ts';

/** How long personal data is kept before the daily job erases it. */
export const RetentionSchema = z.strictObject({
  'months-after-last-contact': z
    .int()
    .min(1)
    .max(84)
    .describe('Months an enquiry is kept after the last contact about it.'),
  'quarantine-days': z
    .int()
    .min(1)
    .max(90)
    .describe('Days a message that looked automatic is kept before it is erased.'),
});

export type Retention = z.infer<typeof RetentionSchema>;

/** The fewest days any so many months in a row have: February and its neighbours. */
const fewestDays = (months: number) => months * 30 - 2;

/** What to write instead when a call could be erased before it takes place; nothing when none could. */
export function keptTooShort(retention: Retention, horizonDays: number): string | undefined {
  if (fewestDays(retention['months-after-last-contact']) > horizonDays) return undefined;
  const enough = Math.ceil((horizonDays + 3) / 30);
  return `Calls can be booked ${horizonDays} days ahead (horizon-days in content/settings/calls.yaml), and one would be erased before it takes place. Write ${enough} or more.`;
}

/** How long a line of the audit is kept, and with it the reference of what was erased. */
export const AUDIT_MONTHS = 24;

/** What is kept for so long. */
export type Kept = 'enquiries' | 'quarantine' | 'audit';

/** How long something is kept, in words: “12 months”, “7 days”. */
export function keptFor(retention: Retention, what: Kept): string {
  if (what === 'audit') return counted(AUDIT_MONTHS, 'month');
  return what === 'quarantine'
    ? counted(retention['quarantine-days'], 'day')
    : counted(retention['months-after-last-contact'], 'month');
}
