import * as z from 'zod';
import { oneLine } from './clean-text.ts';
import { eventFields, misordered, PersonSchema } from './event.ts';

const FeedEventSchema = z
  .strictObject({ ...eventFields, sequence: z.int().min(0), cancelled: z.boolean() })
  .check((ctx) => {
    const message = misordered(ctx.value);
    if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
  });

/** Every call in the staff calendar feed, and for a while the cancelled ones: some programs drop nothing by themselves. */
export const FeedSchema = z
  .strictObject({
    name: z.string().transform(oneLine).pipe(z.string().min(1)),
    refreshMinutes: z.int().min(5).max(1440).describe('How often calendars are asked to look.'),
    organizer: PersonSchema,
    events: z.array(FeedEventSchema),
  })
  .brand<'Feed'>();

export type Feed = z.output<typeof FeedSchema>;
