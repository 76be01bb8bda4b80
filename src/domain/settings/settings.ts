import * as z from 'zod';
import { AccessibilitySchema } from './accessibility.ts';
import { BuyersSchema } from './buyers.ts';
import { CallsSchema } from './calls.ts';
import { EvidenceSchema } from './evidence.ts';
import { FactsSchema } from './facts.ts';
import { IdentitySchema } from './identity.ts';
import { LaunchSchema } from './launch.ts';
import { LimitsSchema } from './limits.ts';
import { LineSchema } from './line.ts';
import { PrivacySchema } from './privacy.ts';
import { keptTooShort, RetentionSchema } from './retention.ts';
import { SecuritySchema } from './security.ts';
import { StaffCalendarSchema } from './staff-calendar.ts';
import { StaffNoticesSchema } from './staff-notices.ts';

/** Everything staff set in `content/settings`, one key for each file there; and what holds between them. */
export const SettingsSchema = z
  .strictObject({
    facts: FactsSchema,
    line: LineSchema,
    calls: CallsSchema,
    identity: IdentitySchema,
    retention: RetentionSchema,
    'staff-calendar': StaffCalendarSchema,
    'staff-notices': StaffNoticesSchema,
    limits: LimitsSchema,
    privacy: PrivacySchema,
    accessibility: AccessibilitySchema,
    buyers: BuyersSchema,
    evidence: EvidenceSchema,
    launch: LaunchSchema,
    security: SecuritySchema,
  })
  .superRefine(({ retention, calls }, context) => {
    const message = keptTooShort(retention, calls['horizon-days']);
    if (message === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['retention', 'months-after-last-contact'],
      message,
    });
  });

export type Settings = z.infer<typeof SettingsSchema>;
