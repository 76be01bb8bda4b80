import * as z from 'zod';
import { NameSchema } from '../contact.ts';
import { EmailSchema } from '../email-address.ts';
import { isReachable, REACHABLE } from '../enquiry/enquiry.ts';
import { FIELDS, type FieldTaken } from '../fields.ts';
import { PhoneSchema } from '../phone.ts';
import { neededText } from '../text.ts';

/** What a complaint may be about, and how its form says it. */
export const COMPLAINT_ABOUT = {
  data: 'How we handle personal data',
  service: 'Our service',
} as const;
export type ComplaintAbout = keyof typeof COMPLAINT_ABOUT;

const ABOUT_NAMES = Object.keys(COMPLAINT_ABOUT) as [ComplaintAbout, ...ComplaintAbout[]];

/** What a complaint is about, which must be said. */
export const aboutOf = (remedy: string) => z.enum(ABOUT_NAMES, { error: remedy });

/** The words of a complaint, as its form takes them. */
export const COMPLAINT_MESSAGE = {
  ...FIELDS.message,
  called: 'your complaint',
} as const satisfies FieldTaken;

/** A complaint, as `POST /api/complaints` takes it: one way to answer it is enough, and no organisation is asked for. */
export const ComplaintSchema = z
  .strictObject({
    about: aboutOf('Select what your complaint is about'),
    name: NameSchema,
    email: EmailSchema.optional(),
    phone: PhoneSchema.optional(),
    message: neededText(COMPLAINT_MESSAGE, 'Enter what your complaint is'),
  })
  .refine(isReachable, REACHABLE);

/** A complaint as it is kept: one that came by letter may give a postal address alone. */
export type Complaint = z.output<typeof ComplaintSchema> & { postalAddress?: string | undefined };
export type ComplaintField = keyof Complaint;

/** What a summary calls each field of a complaint, in the form's order. */
export const COMPLAINT_LABELS: Readonly<Record<ComplaintField, string>> = {
  about: 'What it is about',
  message: 'Your complaint',
  name: 'Your name',
  email: 'Email',
  phone: 'Phone',
  postalAddress: 'Postal address',
};

/** What a person complained of, label and words, in the form's order and without what they left out. */
export const complaintAnswers = (
  complaint: Complaint,
): readonly (readonly [label: string, answer: string])[] =>
  (Object.keys(COMPLAINT_LABELS) as ComplaintField[]).flatMap((field) => {
    const given = complaint[field];
    if (given === undefined) return [];
    return [
      [COMPLAINT_LABELS[field], field === 'about' ? COMPLAINT_ABOUT[complaint.about] : given],
    ];
  });
