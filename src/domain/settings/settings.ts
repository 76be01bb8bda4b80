import * as z from 'zod';
import { CallsSchema } from './calls.ts';
import { FactsSchema } from './facts.ts';
import { IdentitySchema } from './identity.ts';
import { LineSchema } from './line.ts';
import { RetentionSchema } from './retention.ts';
import { StaffCalendarSchema } from './staff-calendar.ts';

/** Everything staff set in `content/settings`, one key for each file there. */
export const SettingsSchema = z.strictObject({
  facts: FactsSchema,
  line: LineSchema,
  calls: CallsSchema,
  identity: IdentitySchema,
  retention: RetentionSchema,
  'staff-calendar': StaffCalendarSchema,
});

export type Settings = z.infer<typeof SettingsSchema>;
