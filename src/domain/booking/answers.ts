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

/** What staff call each: the answers are somebody else’s. */
export const STAFF_CALL_LABELS: Readonly<Record<CallField, string>> = {
  ...LABELS,
  name: 'Name',
  phone: 'Number to ring',
  topic: 'To talk about',
};

type Answers = readonly (readonly [label: string, answer: string])[];

const answersIn =
  (labels: Readonly<Record<CallField, string>>) =>
  (given: Partial<Pick<Callback, CallField>>): Answers =>
    CALL_FIELDS.flatMap((field) => {
      const answer = given[field];
      return answer === undefined ? [] : [[labels[field], answer] as const];
    });

/** What somebody answered, label and words, in the form's order and without what they left out. */
export const callAnswers = answersIn(LABELS);

/** The same, as staff say it of the person who answered. */
export const callAnswersForStaff = answersIn(STAFF_CALL_LABELS);

/** The same of a call that will not take place: nobody is to ring. */
export const cancelledAnswersForStaff = answersIn({
  ...STAFF_CALL_LABELS,
  phone: 'Number they gave',
});
