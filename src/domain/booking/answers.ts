import type { Callback } from './booking.ts';

/** What somebody answers when they ask for a call, in the form's order. */
const LABELS = {
  name: 'Your name',
  phone: 'The number we ring',
  email: 'Email',
  organisation: 'Organisation',
  topic: 'What you would like to talk about',
} as const;

export type CallField = keyof typeof LABELS;

/** The fields of a call's form, in its order. */
export const CALL_FIELDS = Object.keys(LABELS) as readonly CallField[];

/** What a summary calls each field. */
export const CALL_LABELS: Readonly<Record<CallField, string>> = LABELS;

/** What somebody answered, label and words, in the form's order and without what they left out. */
export const callAnswers = (
  given: Partial<Pick<Callback, CallField>>,
): readonly (readonly [label: string, answer: string])[] =>
  CALL_FIELDS.flatMap((field) => {
    const answer = given[field];
    return answer === undefined ? [] : [[LABELS[field], answer] as const];
  });
