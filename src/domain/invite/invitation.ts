import * as z from 'zod';
import { eventFields, misordered, PersonSchema } from './event.ts';

const fields = { ...eventFields, attendee: PersonSchema };

const RequestSchema = z.strictObject({
  ...fields,
  method: z.literal('REQUEST'),
  sequence: z.int().min(0),
});

const CancellationSchema = z.strictObject({
  ...fields,
  method: z.literal('CANCEL'),
  sequence: z.int().min(1).describe('One more than what was last sent.'),
});

/**
 * One call, told to one person's calendar: REQUEST puts or moves it there, CANCEL takes it away.
 * Parsing cleans the text and refuses what no calendar would read as meant; only what has been
 * parsed can be written. Parsing twice gives the same.
 */
export const InvitationSchema = z
  .discriminatedUnion('method', [RequestSchema, CancellationSchema])
  .check((ctx) => {
    const message = misordered(ctx.value);
    if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
  })
  .brand<'Invitation'>();

export type InvitationInput = z.input<typeof InvitationSchema>;
export type Invitation = z.output<typeof InvitationSchema>;
export type Method = Invitation['method'];
