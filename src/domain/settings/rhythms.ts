/** The rhythms a group can meet in, from the source: "weekly, fortnightly, monthly". */
export const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
