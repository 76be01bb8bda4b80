import { figure } from '../plan/wording.ts';
import type { Enquiry, EnquiryField } from './enquiry.ts';
import { INTERESTS, RHYTHM_LABELS } from './limits.ts';

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

const SAID: { [Field in EnquiryField]?: (value: NonNullable<Enquiry[Field]>) => string } = {
  interests: (chosen) => chosen.map((interest) => INTERESTS[interest]).join(', '),
  people: figure,
  rhythm: (rhythm) => RHYTHM_LABELS[rhythm],
};

/** The value of one field in words, as a summary has it. */
export const answerInWords = (field: EnquiryField, value: unknown): string =>
  (SAID[field] as ((value: unknown) => string) | undefined)?.(value) ?? String(value);

/** What somebody answered, label and words, in the form's order and without what they left out. */
export const answersOf = (
  enquiry: Enquiry,
): readonly (readonly [label: string, answer: string])[] =>
  (Object.keys(ENQUIRY_LABELS) as EnquiryField[])
    .filter((field) => ![undefined, ''].includes(String(enquiry[field] ?? '')))
    .map((field) => [ENQUIRY_LABELS[field], answerInWords(field, enquiry[field])]);
