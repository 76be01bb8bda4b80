/** The headings of npm run launch-check, in its order. */
export const HEADINGS = {
  law: 'The law',
  buyers: 'What buyers ask',
  host: 'The host, and what runs on it',
} as const;

export type Heading = keyof typeof HEADINGS;

/** What a launch waits for, in the order it is told in, each under its heading. */
export const GROUPS = {
  identity: { under: 'law', title: 'Who runs the service' },
  'privacy-notice': { under: 'law', title: 'The privacy notice' },
  data: { under: 'law', title: 'Personal data' },
  claims: { under: 'law', title: 'Evidence for what the site claims' },
  access: { under: 'law', title: 'The accessibility statement' },
  buyer: { under: 'buyers', title: 'The page for buyers' },
  questions: { under: 'buyers', title: 'Questions readers ask' },
  place: { under: 'host', title: 'Where it runs, and where data is kept' },
  environment: { under: 'host', title: 'Settings of the deploy' },
  mail: { under: 'host', title: 'Mail' },
  staff: { under: 'host', title: 'Staff' },
  times: { under: 'host', title: 'Times' },
  tried: { under: 'host', title: 'Tried with the live site' },
} as const satisfies Readonly<Record<string, { under: Heading; title: string }>>;

export type Group = keyof typeof GROUPS;

/** One thing that still stands between this checkout and a lawful, working launch. It never holds a secret. */
export interface LaunchBlocker {
  group: Group;
  /** What is wrong, in a sentence. */
  what: string;
  /** Where the answer goes, file and field, or what to do. */
  fix: string;
  /** The rule in a sentence, or what goes wrong while it stands. */
  why: string;
  /** It stands in the content, and a site without it may not be published: the production build fails. */
  stopsBuild?: boolean;
}
