import * as z from 'zod';

/** How staff get calls into their calendar: invitations by email, or the private feed. */
export const StaffCalendarSchema = z.strictObject({
  by: z
    .enum(['invite', 'feed'])
    .describe('"invite" sends staff an invitation for each call; "feed" sends none.'),
  'feed-generation': z
    .int()
    .min(0)
    .describe(
      'Raise it by one to end the feed’s address and make another, if other people may have it.',
    ),
});
