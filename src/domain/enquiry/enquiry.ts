import * as z from 'zod';
import { CaseKeySchema } from '../case-key.ts';
import { EmailSchema, NameSchema, OrganisationSchema, PhoneSchema } from '../contact.ts';
import { figure } from '../plan/wording.ts';
import { RHYTHMS } from '../settings/facts.ts';
import { lineOf, textOf } from '../text.ts';
import { INTERESTS, type Interest, LIMITS } from './limits.ts';

const whole = (about: string, { least, most }: { least: number; most: number }) => {
  const remedy = `Enter ${about} as a whole number from ${least} to ${figure(most)}, such as ${Math.min(46, most)}.`;
  return z.int({ error: remedy }).min(least, remedy).max(most, remedy);
};

const interests = Object.keys(INTERESTS) as [Interest, ...Interest[]];
const INTERESTS_REMEDY = 'Choose at least one of the things you are thinking of.';

/** What a commissioning enquiry says, whether it is sent or corrected (service contract, section 3). */
export const EnquirySchema = z.strictObject({
  organisation: OrganisationSchema,
  name: NameSchema,
  role: lineOf('your role', LIMITS.line).optional(),
  email: EmailSchema,
  phone: PhoneSchema.optional(),
  interests: z
    .array(z.enum(interests, { error: INTERESTS_REMEDY }), { error: INTERESTS_REMEDY })
    .min(1, INTERESTS_REMEDY)
    .max(interests.length, 'Choose each of the things you are thinking of once.')
    .transform((chosen) => interests.filter((interest) => chosen.includes(interest))),
  people: whole('how many people would take part', LIMITS.people).optional(),
  rhythm: z
    .enum(RHYTHMS, { error: 'Choose weekly, fortnightly or monthly, or leave this out.' })
    .optional(),
  sessions: whole('how many times each group would meet in a year', LIMITS.sessions).optional(),
  when: lineOf('when you would like to start', LIMITS.line).optional(),
  message: textOf('what you would like us to know', LIMITS.message).optional(),
});

/** An enquiry as `POST /api/enquiries` takes it; with `case`, the key of the case of a call it follows. */
export const EnquiryRequestSchema = EnquirySchema.extend({ case: CaseKeySchema.optional() });

export type EnquiryRequest = z.output<typeof EnquiryRequestSchema>;
export type Enquiry = z.output<typeof EnquirySchema>;
export type EnquiryField = keyof Enquiry;
