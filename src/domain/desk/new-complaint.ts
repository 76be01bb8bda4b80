import * as z from 'zod';
import { aboutOf } from '../complaints/complaint.ts';
import { ReceivedSchema } from '../complaints/received.ts';
import { isReachable, KEPT_REACHABLE } from '../enquiry/enquiry.ts';
import { neededText } from '../text.ts';
import { dayInWords } from '../time/words.ts';
import { named, once } from './actions.ts';
import { COMPLAINT_TOLD } from './complaint-actions.ts';
import { THEIR_ENQUIRY, THEIR_FIELDS, ticked, toldInWords } from './new-case.ts';

/** How a complaint came that was not sent on the site, by the name its form posts. */
export const CAME_BY = {
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By email',
  'in-person': 'In person',
} as const;

/** How its person knows that we have it, by the name the form posts. */
export const ACKNOWLEDGED_BY = {
  email: 'Email them now that we have it',
  telephone: 'They were told, by telephone or in person',
  letter: 'They were told by letter',
  later: 'They have not been told yet',
} as const;

export const COMPLAINT_WORDS = {
  ...THEIR_FIELDS.message,
  called: 'what they complain of',
  lengthOf: 'what they complain of',
} as const;

const { name, phone, email, postalAddress } = THEIR_ENQUIRY;

/** A complaint that staff write down for its person, as its form posts it. */
export const NewComplaintSchema = z
  .strictObject({
    about: aboutOf('Select what the complaint is about'),
    came: z.enum(named(CAME_BY), { error: 'Select how the complaint came' }),
    received: ReceivedSchema,
    message: neededText(COMPLAINT_WORDS, 'Enter what they complain of'),
    name,
    phone,
    email,
    postalAddress,
    acknowledged: z.enum(named(ACKNOWLEDGED_BY), {
      error: 'Select how they know that we have the complaint',
    }),
    /** The person was told what we keep, and why. */
    told: ticked,
    once,
  })
  .refine(isReachable, KEPT_REACHABLE)
  .refine(
    (given: { acknowledged?: unknown; email?: unknown }) =>
      given.acknowledged !== 'email' || given.email !== undefined,
    {
      path: ['email'],
      message: 'Enter their email address, or select another way of telling them',
      when: () => true,
    },
  );

export type NewComplaint = z.output<typeof NewComplaintSchema>;

/** How a person was told that we have their complaint, as its form posts it. */
export const AcknowledgementSchema = z.strictObject({
  told: z.enum(
    named(COMPLAINT_TOLD).filter((by) => by !== 'nobody'),
    {
      error: 'Select how they are told',
    },
  ),
  once,
});

export type Acknowledgement = z.output<typeof AcknowledgementSchema>;

/** Another day on which a complaint came, as its form posts it. */
export const ReceivedAgainSchema = z.strictObject({ received: ReceivedSchema, once });

export type ReceivedAgain = z.output<typeof ReceivedAgainSchema>;

/** What the timeline keeps of how a complaint came, and of what its person was told of their data. Days are London’s. */
export const cameInWords = (
  { came, received, told }: Pick<NewComplaint, 'came' | 'received' | 'told'>,
  today: number,
): string =>
  `It came ${CAME_BY[came].toLowerCase()} on ${dayInWords(received, today)}. ${toldInWords(told)}`;
