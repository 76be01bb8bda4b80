import { placeName } from './place-names.ts';

/** Where a window on one’s own machine asks for the change made last there, and has it taken back. */
export const LAST_CHANGE = '/editor/last-change';

/** A change that may be taken back. */
export interface LastChange {
  /** Whether it is one that took another back. */
  readonly kind: 'saved' | 'taken-back';
  /** Its files, below `content`. */
  readonly paths: readonly string[];
  /** When it was made, as ISO 8601 has it. */
  readonly at: string;
}

/**
 * What came of taking a change back: its files that are there again; or why it is left as it is, for good or because it
 * could not be done this time.
 */
export type TakenBack =
  | { readonly kind: 'taken-back'; readonly again: readonly string[] }
  | { readonly kind: 'left' | 'failed'; readonly why: string };

/** A change is left as it is when `paths` have changed since. */
export const leftFor = (paths: readonly string[]): TakenBack => ({
  kind: 'left',
  why: `${paths.map(placeName).join(', ')} was saved again since then, and that would be lost. Nothing was taken back: change the words there instead.`,
});
