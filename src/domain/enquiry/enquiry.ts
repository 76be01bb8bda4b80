import * as z from 'zod';
import { CaseKeySchema } from '../case-key.ts';
import { NameSchema, OrganisationSchema } from '../contact.ts';
import { EmailSchema } from '../email-address.ts';
import { FIELDS } from '../fields.ts';
import { PhoneSchema } from '../phone.ts';
import { lineOf, textOf } from '../text.ts';
import { INTERESTS, type Interest } from './limits.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

const interests = Object.keys(INTERESTS) as [Interest, ...Interest[]];
const INTERESTS_REMEDY = 'Choose at least one thing you are interested in.';

/** What a commissioning enquiry says, whether it is sent or corrected (docs/api.md). */
export const EnquirySchema = z.strictObject({
  organisation: OrganisationSchema,
  name: NameSchema,
  role: lineOf(FIELDS.role).optional(),
  email: EmailSchema,
  phone: PhoneSchema.optional(),
  interests: z
    .array(z.enum(interests, { error: INTERESTS_REMEDY }), { error: INTERESTS_REMEDY })
    .min(1, INTERESTS_REMEDY)
    .max(interests.length, 'Choose each thing once.')
    .transform((chosen) => interests.filter((interest) => chosen.includes(interest))),
  ...PLAN_FIELDS,
  when: lineOf(FIELDS.when).optional(),
  message: textOf(FIELDS.message).optional(),
});

/** An enquiry as `POST /api/enquiries` takes it; with `case`, the key of the case of a call it follows. */
export const EnquiryRequestSchema = EnquirySchema.extend({ case: CaseKeySchema.optional() });

export type EnquiryRequest = z.output<typeof EnquiryRequestSchema>;
export type Enquiry = z.output<typeof EnquirySchema>;
export type EnquiryField = keyof Enquiry;
