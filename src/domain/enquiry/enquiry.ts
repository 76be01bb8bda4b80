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

const chosenInterests = z
  .array(z.enum(interests, { error: INTERESTS_REMEDY }), { error: INTERESTS_REMEDY })
  .max(interests.length, 'Choose each thing once.')
  .transform((chosen) => interests.filter((interest) => chosen.includes(interest)));

/** What a commissioning enquiry says, whether it is sent or corrected (docs/api.md). */
export const EnquirySchema = z.strictObject({
  organisation: OrganisationSchema,
  name: NameSchema,
  role: lineOf(FIELDS.role).optional(),
  email: EmailSchema,
  phone: PhoneSchema.optional(),
  interests: chosenInterests.refine((chosen) => chosen.length > 0, INTERESTS_REMEDY),
  ...PLAN_FIELDS,
  when: lineOf(FIELDS.when).optional(),
  message: textOf(FIELDS.message).optional(),
});

/** An enquiry as `POST /api/enquiries` takes it; with `case`, the key of the case of a call it follows. */
export const EnquiryRequestSchema = EnquirySchema.extend({ case: CaseKeySchema.optional() });

/**
 * What may be kept as an enquiry. One that staff write down for a person says what they were told: there may be no
 * organisation and no interests, and one way to reach the person is enough.
 */
export const KEPT_ENQUIRY = {
  ...EnquirySchema.shape,
  organisation: OrganisationSchema.optional(),
  email: EmailSchema.optional(),
  interests: chosenInterests.default([]),
} as const;

const KeptEnquirySchema = z.strictObject(KEPT_ENQUIRY);

export type EnquiryRequest = z.output<typeof EnquiryRequestSchema>;
export type Enquiry = z.output<typeof KeptEnquirySchema>;
export type EnquiryField = keyof Enquiry;
