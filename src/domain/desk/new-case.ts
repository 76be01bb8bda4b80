import * as z from 'zod';
import { counted } from '../count-words.ts';
import { type Enquiry, isReachable, KEPT_ENQUIRY, KEPT_REACHABLE } from '../enquiry/enquiry.ts';
import { FIELDS, type FieldTaken } from '../fields.ts';
import { lineOf, textOf } from '../text.ts';
import { FollowUpSchema, once } from './actions.ts';

/** The fields of an enquiry that are called otherwise by staff, who write them down for the person. */
export const THEIR_FIELDS = {
  ...FIELDS,
  organisation: { ...FIELDS.organisation, called: 'the name of their organisation' },
  name: { ...FIELDS.name, called: 'their name' },
  role: { ...FIELDS.role, called: 'their role' },
  postalAddress: { ...FIELDS.postalAddress, called: 'their postal address' },
  when: { ...FIELDS.when, called: 'when they would like to start' },
  message: { ...FIELDS.message, called: 'what they told us', lengthOf: 'what they told us' },
} as const satisfies Record<string, FieldTaken>;

/** What staff write down of a person, whether for the first time or to correct it. */
export const THEIR_ENQUIRY = {
  ...KEPT_ENQUIRY,
  organisation: lineOf(THEIR_FIELDS.organisation).optional(),
  name: lineOf(THEIR_FIELDS.name),
  role: lineOf(THEIR_FIELDS.role).optional(),
  when: lineOf(THEIR_FIELDS.when).optional(),
  postalAddress: textOf(THEIR_FIELDS.postalAddress).optional(),
  message: textOf(THEIR_FIELDS.message).optional(),
} as const;

/** A box that is ticked or not. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** An enquiry as staff correct it for its person. */
export const TheirEnquirySchema = z
  .strictObject({
    ...THEIR_ENQUIRY,
    /** The calls to come are to be corrected with it; how many there were when the form was shown. */
    calls: ticked,
    toCome: z.string().max(3).optional(),
    once,
  })
  .refine(isReachable, KEPT_REACHABLE);

/** What happens next to a case that staff open, by the name its form posts. */
export const NEXT_STEPS = {
  answer: 'We need to get back to them',
  spoke: 'We have spoken, and it can rest until the follow-up date',
} as const;

const NEXT_REMEDY = 'Select what happens next';

/** A case that staff open by hand, as its form posts it. */
export const NewCaseSchema = z
  .strictObject({
    ...THEIR_ENQUIRY,
    next: z.enum(Object.keys(NEXT_STEPS) as (keyof typeof NEXT_STEPS)[], { error: NEXT_REMEDY }),
    followUp: FollowUpSchema.optional(),
    /** The person was told what we keep, and why. */
    told: ticked,
    /** They are to be sent their link; the email is shown first. */
    mail: ticked,
    /** The cases that may be the same person’s have been looked at. */
    looked: ticked,
    /** Nothing is to be saved: the form comes back as it was typed. */
    change: ticked,
    once,
  })
  .refine(isReachable, KEPT_REACHABLE)
  .refine(
    (given: { mail?: unknown; email?: unknown }) => !given.mail || given.email !== undefined,
    {
      path: ['email'],
      message: 'Enter their email address, or leave “Email them their link” unticked',
      when: () => true,
    },
  )
  .refine(
    (given: { next?: unknown; followUp?: unknown }) =>
      given.followUp === undefined || given.next !== 'answer',
    {
      path: ['followUp'],
      message: 'Leave the follow-up date empty, or select that you have spoken',
      when: () => true,
    },
  );

export type NewCase = z.output<typeof NewCaseSchema>;
export type TheirEnquiry = z.output<typeof TheirEnquirySchema>;

/** The enquiry in what staff wrote down, without what they ticked and chose. */
export const enquiryIn = ({
  next: _next,
  followUp: _followUp,
  told: _told,
  mail: _mail,
  looked: _looked,
  change: _change,
  once: _once,
  ...enquiry
}: NewCase): Enquiry => enquiry;

/** What a person is told who gives us their details while we talk. `months`: how long we keep them after last contact. */
export const whatWeKeepInWords = (months: number): string =>
  `“I am writing down your name, how to reach you and what you have told me, so that we can answer you. We erase it ${counted(months, 'month')} after we were last in touch, or sooner if you ask. The rest is in the privacy notice on our website.”`;

/** What the timeline keeps of whether the person was told. */
export const toldInWords = (told: boolean): string =>
  told
    ? 'They were told what we keep and why.'
    : 'They have not been told yet what we keep and why: say it when you are next in touch.';
