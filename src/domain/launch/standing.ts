/** What a launch waits for, sorted by whose work it is; the order it is told in. */
export const GROUPS = {
  identity: 'Who runs the service',
  mail: 'Mail',
  environment: 'Settings of the deploy',
  place: 'Where it runs, and where data is kept',
  data: 'The law on personal data',
  times: 'Times',
  staff: 'Staff',
  tried: 'Tried with the live site',
} as const;

export type Group = keyof typeof GROUPS;

/** One thing that still stands between this checkout and a lawful, working launch. It never holds a secret. */
export interface Standing {
  group: Group;
  /** What is wrong, in a sentence. */
  what: string;
  /** Where it is mended, and how. */
  mend: string;
  /** What goes wrong, or which law is broken, while it stands. */
  why: string;
  /** It stands in the content, and a site without it may not be published: the production build fails. */
  stopsBuild?: boolean;
}
