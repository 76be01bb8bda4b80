import { figure } from '../plan/wording.ts';
import type { Enquiry, EnquiryField } from './enquiry.ts';
import { INTERESTS, RHYTHM_LABELS } from './limits.ts';

const LABELS: Readonly<Record<EnquiryField, string>> = {
  organisation: 'Organisation',
  name: 'Your name',
  role: 'Your role',
  email: 'Email',
  phone: 'Phone',
  interests: 'What you are thinking of',
  people: 'People who would take part',
  rhythm: 'How often groups would meet',
  sessions: 'Meetings for each group in a year',
  when: 'When you would like to start',
  message: 'What you would like us to know',
};

const SAID: { [Field in EnquiryField]?: (value: NonNullable<Enquiry[Field]>) => string } = {
  interests: (chosen) => chosen.map((interest) => INTERESTS[interest]).join(', '),
  people: figure,
  rhythm: (rhythm) => RHYTHM_LABELS[rhythm],
};

const said = <Field extends EnquiryField>(enquiry: Enquiry, field: Field): string => {
  const value = enquiry[field] as NonNullable<Enquiry[Field]>;
  return SAID[field]?.(value) ?? String(value);
};

/** What somebody answered, label and words, in the form's order and without what they left out. */
export const answersOf = (
  enquiry: Enquiry,
): readonly (readonly [label: string, answer: string])[] =>
  (Object.keys(LABELS) as EnquiryField[])
    .filter((field) => enquiry[field] !== undefined)
    .map((field) => [LABELS[field], said(enquiry, field)]);
