/**
 * How a component is written: `around` other parts, as a part of its `own`, `in` a line of words, or
 * `over` words of a line.
 */
export type Use = 'around' | 'own' | 'in' | 'over';

/** How each component is written; the editor asks, and a test holds this to the components there are. */
export const USES: Readonly<Record<string, Use>> = {
  Actions: 'around',
  AllQuestions: 'own',
  AskUs: 'own',
  Band: 'around',
  Blank: 'own',
  ButtonLink: 'around',
  CallLength: 'in',
  Checklist: 'around',
  Door: 'around',
  Doors: 'around',
  Fact: 'in',
  FactStrip: 'own',
  Figure: 'around',
  FromPlan: 'around',
  Gloss: 'over',
  Hours: 'in',
  Identity: 'in',
  NextStep: 'around',
  Note: 'around',
  Phone: 'in',
  Retention: 'in',
  Row: 'around',
  Sheet: 'around',
  Spec: 'around',
  Step: 'around',
  Steps: 'around',
  Way: 'around',
  Ways: 'around',
};

/**
 * What the editor calls `<Identity>` around paragraphs and over words: to it, a name is written in one
 * way. In files there is `<Identity>` alone.
 */
export const IDENTITY = {
  name: 'Identity',
  around: 'IdentityAround',
  over: 'IdentityOver',
} as const;
