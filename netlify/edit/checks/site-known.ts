import type { Settings } from '../../../src/domain/settings/settings.ts';

/** What of the site the checks in a form need to know; it goes to a browser as JSON. */
export interface SiteKnown {
  /** Undefined while a setting is wrong: then words cannot be judged by them. */
  readonly settings: Settings | undefined;
  /** The ids of every page. */
  readonly pages: readonly string[];
  /** What each page is called, by its id. */
  readonly titles: readonly (readonly [id: string, title: string])[];
  /** The ids of pages that the site fills in, which need no words of their own. */
  readonly filled: readonly string[];
  /** Where addresses that pages had lead now. */
  readonly moved: readonly (readonly [from: string, to: string])[];
  /** The files below `public`, by their addresses. */
  readonly files: readonly string[];
}
