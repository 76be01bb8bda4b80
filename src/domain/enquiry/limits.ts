import type { RHYTHMS } from '../settings/rhythms.ts';

/** How many people and meetings an enquiry may name. */
export const LIMITS = {
  people: { least: 1, most: 100_000 },
  sessions: { least: 1, most: 52 },
} as const;

/** What an organisation may be thinking of, and how the form says it. */
export const INTERESTS = {
  groups: 'Reflective practice groups',
  'open-spaces': 'Open reflective spaces',
  training: 'Training our own facilitators',
  price: 'A price for a project',
  'not-sure': 'We are not sure yet',
} as const;
export type Interest = keyof typeof INTERESTS;

/** The same, as staff say them of the person who chose them. */
export const THEIR_INTERESTS: Readonly<Record<Interest, string>> = {
  ...INTERESTS,
  training: 'Training their own facilitators',
  'not-sure': 'They are not sure yet',
};

/** The same, as we say them to that person. */
export const YOUR_INTERESTS: Readonly<Record<Interest, string>> = {
  ...INTERESTS,
  training: 'Training your own facilitators',
  'not-sure': 'You are not sure yet',
};

/** How the form says each rhythm. */
export const RHYTHM_LABELS = {
  weekly: 'Weekly',
  fortnightly: 'Fortnightly',
  monthly: 'Monthly',
} as const satisfies Record<(typeof RHYTHMS)[number], string>;
