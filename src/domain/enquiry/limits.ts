import type { RHYTHMS } from '../settings/facts.ts';

/** What an enquiry may hold. Lengths are in UTF-16 units, as `maxlength` counts them (service contract). */
export const LIMITS = {
  line: 200,
  message: 5_000,
  email: 254,
  phone: { least: 5, most: 30 },
  people: { least: 1, most: 100_000 },
  sessions: { least: 1, most: 52 },
} as const;

/** What an organisation may be thinking of, and how the form says it. */
export const INTERESTS = {
  groups: 'Reflective practice groups',
  'open-spaces': 'Open reflective spaces',
  training: 'Training our own facilitators',
  'not-sure': 'We are not sure yet',
} as const;
export type Interest = keyof typeof INTERESTS;

/** How the form says each rhythm. */
export const RHYTHM_LABELS = {
  weekly: 'Weekly',
  fortnightly: 'Fortnightly',
  monthly: 'Monthly',
} as const satisfies Record<(typeof RHYTHMS)[number], string>;
