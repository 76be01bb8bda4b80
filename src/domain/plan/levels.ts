/** The levels that can be kept in groups of their own, in the source's words and order. */
export const LEVELS = ['directors', 'managers', 'practitioners', 'carers'] as const;
export type Level = (typeof LEVELS)[number];

/** How forms and tables say each level. */
export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  directors: 'Directors and senior managers',
  managers: 'Managers',
  practitioners: 'Practitioners',
  carers: 'Carers',
};

/** Whether `text` names a level. */
export const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text);

/** People who are grouped together: everyone, or one level where levels should not mix. */
export interface Headcount {
  level?: Level;
  people: number;
}
