import type { CircleKind } from '#domain/circle/kinds.ts';
import type { PageShell } from '#domain/page-slots.ts';

/** One step on the way from the home page to a page. */
export type Step = { readonly name: string; readonly path: string };

/** What a layout needs to know of the page it lays out. */
export type Page = {
  /** The address on the site, with a slash at each end. */
  readonly path: string;
  /** What the window and search results call the page. */
  readonly title: string;
  /** The H1. */
  readonly heading: string;
  readonly description: string;
  readonly lede?: string | undefined;
  /** Which layout the page asks for; the styles of the home page and of pages to read depend on it. */
  readonly template?: string | undefined;
  readonly circle?: CircleKind | undefined;
  /** The shell this page is, when a function may fill it. */
  readonly live?: PageShell | undefined;
  readonly sheet?: 'a4' | 'a5' | undefined;
  readonly noindex?: boolean | undefined;
  readonly next?:
    | {
        readonly heading: string;
        readonly text: string;
        readonly href: string;
        readonly label: string;
      }
    | undefined;
  /** The pages from home to this one, itself last; empty on the home page. */
  readonly trail: readonly Step[];
};
