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
const INTERESTS_REMEDY = 'Select what you are interested in';

const chosenInterests = z
  .array(z.enum(interests, { error: INTERESTS_REMEDY }), { error: INTERESTS_REMEDY })
  .max(interests.length, 'Select each thing once')
  .transform((chosen) => interests.filter((interest) => chosen.includes(interest)));

const fields = z.strictObject({
  name: NameSchema,
  organisation: OrganisationSchema,
  role: lineOf(FIELDS.role).optional(),
  email: EmailSchema.optional(),
  phone: PhoneSchema.optional(),
  interests: chosenInterests.refine((chosen) => chosen.length > 0, INTERESTS_REMEDY),
  ...PLAN_FIELDS,
  when: lineOf(FIELDS.when).optional(),
  message: textOf(FIELDS.message).optional(),
});

const HOW_TO_REACH = ['email', 'phone', 'postalAddress'] as const;

type Reached = { [Way in (typeof HOW_TO_REACH)[number]]?: unknown };

/** Whether there is a way to answer. What is refused for how it is written is no missing one. */
export const isReachable = (given: Reached) => HOW_TO_REACH.some((way) => given[way] !== undefined);

const reachable = (error: string) => ({
  error,
  path: ['email'],
  // Said beside whatever else is to be fixed, not after it.
  when: ({ issues }: z.core.ParsePayload) =>
    !issues.some(
      ({ path = [] }) => path.length === 0 || HOW_TO_REACH.some((field) => field === path[0]),
    ),
});

export const REACHABLE = reachable('Enter an email address or a phone number');

/** The same where staff write down what they were told, or was written to them. */
export const KEPT_REACHABLE = reachable(
  'Enter a phone number, an email address or a postal address',
);

/** What a commissioning enquiry says, whether it is sent or corrected: one way to answer it is enough (docs/api.md). */
export const EnquirySchema = fields.refine(isReachable, REACHABLE);

/** An enquiry as `POST /api/enquiries` takes it; with `case`, the key of the case of a call it follows. */
export const EnquiryRequestSchema = fields
  .extend({ case: CaseKeySchema.optional() })
  .refine(isReachable, REACHABLE);

/**
 * What may be kept as an enquiry. One that staff write down for a person says what they were told: there may be no
 * organisation and no interests, and a postal address alone.
 */
export const KEPT_ENQUIRY = {
  ...fields.shape,
  postalAddress: textOf(FIELDS.postalAddress).optional(),
  organisation: OrganisationSchema.optional(),
  interests: chosenInterests.default([]),
} as const;

/** The same as its person corrects it, where staff wrote it down: they leave out what they did not say then either. */
export const KeptEnquirySchema = z.strictObject(KEPT_ENQUIRY).refine(isReachable, KEPT_REACHABLE);

export type EnquiryRequest = z.output<typeof EnquiryRequestSchema>;
export type Enquiry = z.output<typeof KeptEnquirySchema>;
export type EnquiryField = keyof Enquiry;
