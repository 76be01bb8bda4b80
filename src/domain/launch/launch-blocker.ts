/** What a launch waits for, in the order it is told in: what a buyer needs, then the law, then the host and what runs on it. */
export const GROUPS = {
  buyer: 'What a buyer needs to know',
  questions: 'Questions readers ask',
  identity: 'What the law asks the site to show',
  data: 'The law on personal data',
  place: 'Where it runs, and where data is kept',
  environment: 'Settings of the deploy',
  mail: 'Mail',
  staff: 'Staff',
  times: 'Times',
  tried: 'Tried with the live site',
} as const;

export type Group = keyof typeof GROUPS;

/** One thing that still stands between this checkout and a lawful, working launch. It never holds a secret. */
export interface LaunchBlocker {
  group: Group;
  /** What is wrong, in a sentence. */
  what: string;
  /** Where it is fixed, and how. */
  fix: string;
  /** What goes wrong, or which law is broken, while it stands. */
  why: string;
  /** It stands in the content, and a site without it may not be published: the production build fails. */
  stopsBuild?: boolean;
}
