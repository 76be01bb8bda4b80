import * as z from 'zod';

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
