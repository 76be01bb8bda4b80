import { figure } from '../count-words.ts';
import type { Enquiry, EnquiryField } from './enquiry.ts';
import { INTERESTS, RHYTHM_LABELS, THEIR_INTERESTS } from './limits.ts';

/** What a summary calls each field of an enquiry, in the form's order. */
export const ENQUIRY_LABELS: Readonly<Record<EnquiryField, string>> = {
  name: 'Your name',
  organisation: 'Organisation',
  role: 'Your role',
  email: 'Email',
  phone: 'Phone',
  postalAddress: 'Postal address',
  interests: 'What you are interested in',
  message: 'Your message',
  people: 'People who would take part',
  rhythm: 'How often groups would meet',
  sessions: 'Meetings for each group in a year',
  when: 'When you would like to start',
};

/** What staff call each: the answers are somebody else’s. */
export const STAFF_LABELS: Readonly<Record<EnquiryField, string>> = {
  ...ENQUIRY_LABELS,
  name: 'Name',
  role: 'Role',
  interests: 'Interested in',
  message: 'Message',
  when: 'Would like to start',
};

const SAID: { [Field in EnquiryField]?: (value: NonNullable<Enquiry[Field]>) => string } = {
  interests: (chosen) => chosen.map((interest) => INTERESTS[interest]).join(', '),
  people: figure,
  rhythm: (rhythm) => RHYTHM_LABELS[rhythm],
};

/** The value of one field in words, as it is said to the person who gave it. */
export const answerInWords = (field: EnquiryField, value: unknown): string =>
  (SAID[field] as ((value: unknown) => string) | undefined)?.(value) ?? String(value);

/** The value of one field in words, as staff say it of the person who gave it. */
export const answerForStaff = (field: EnquiryField, value: unknown): string =>
  field === 'interests'
    ? (value as Enquiry['interests']).map((interest) => THEIR_INTERESTS[interest]).join(', ')
    : answerInWords(field, value);

const answered = (enquiry: Enquiry) =>
  (Object.keys(ENQUIRY_LABELS) as EnquiryField[]).filter(
    (field) => String(enquiry[field] ?? '') !== '',
  );

/** What somebody answered, label and words, in the form's order and without what they left out. */
export const answersOf = (
  enquiry: Enquiry,
): readonly (readonly [label: string, answer: string])[] =>
  answered(enquiry).map((field) => [ENQUIRY_LABELS[field], answerInWords(field, enquiry[field])]);

/** The same, as staff say it of the person who answered. */
export const answersForStaff = (
  enquiry: Enquiry,
): readonly (readonly [label: string, answer: string])[] =>
  answered(enquiry).map((field) => [STAFF_LABELS[field], answerForStaff(field, enquiry[field])]);
