import * as z from 'zod';
import { cleanText } from '../clean.ts';
import { NameSchema } from '../contact.ts';
import { EmailSchema } from '../email-address.ts';
import { isReachable, REACHABLE } from '../enquiry/enquiry.ts';
import { FIELDS, type FieldTaken } from '../fields.ts';
import { PhoneSchema } from '../phone.ts';
import { textOf } from '../text.ts';

/** What a complaint may be about, and how its form says it. */
export const COMPLAINT_ABOUT = {
  data: 'How we handle personal data',
  service: 'Our service',
} as const;
export type ComplaintAbout = keyof typeof COMPLAINT_ABOUT;

const ABOUT_NAMES = Object.keys(COMPLAINT_ABOUT) as [ComplaintAbout, ...ComplaintAbout[]];

const MESSAGE_REMEDY = 'Enter what your complaint is';

/** The words of a complaint, as its form takes them. */
export const COMPLAINT_MESSAGE = {
  ...FIELDS.message,
  called: 'your complaint',
} as const satisfies FieldTaken;

/** A complaint, as `POST /api/complaints` takes it: one way to answer it is enough, and no organisation is asked for. */
export const ComplaintSchema = z
  .strictObject({
    about: z.enum(ABOUT_NAMES, { error: 'Select what your complaint is about' }),
    name: NameSchema,
    email: EmailSchema.optional(),
    phone: PhoneSchema.optional(),
    message: z
      .string({ error: MESSAGE_REMEDY })
      .refine((text) => cleanText(text) !== '', { error: MESSAGE_REMEDY, abort: true })
      .pipe(textOf(COMPLAINT_MESSAGE)),
  })
  .refine(isReachable, REACHABLE);

export type Complaint = z.output<typeof ComplaintSchema>;
export type ComplaintField = keyof Complaint;

/** What a summary calls each field of a complaint, in the form's order. */
export const COMPLAINT_LABELS: Readonly<Record<ComplaintField, string>> = {
  about: 'What it is about',
  message: 'Your complaint',
  name: 'Your name',
  email: 'Email',
  phone: 'Phone',
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
