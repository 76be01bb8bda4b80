import { addressOf } from './page-files.ts';
import { FOOT_HEADINGS, type PageFields } from './page-schema.ts';

/** A link of the menu or the foot: an address on the site and the words that lead there. */
export interface SiteLink {
  readonly href: string;
  readonly label: string;
}

/** A link of the menu, drawn as a button where there is room when its page says so. */
export interface MenuLink extends SiteLink {
  readonly button: boolean;
  /** It stands in the menu that opens, under the others, and not in the row of a wide window. */
  readonly further: boolean;
}

/** The links of the foot under one heading. */
export interface FootPart {
  readonly heading: string;
  readonly links: readonly SiteLink[];
}

/** A page as the menus need it: its id, and where its fields put it. */
export interface Listed {
  readonly id: string;
  readonly data: Pick<PageFields, 'menu' | 'foot'>;
}

interface Placed {
  readonly place: number;
  readonly href: string;
}

/** What functions answer at an address that no page has, under the last heading of its kind. */
const ANSWERED = { under: 'Contact', href: '/your-enquiry/', label: 'Find your enquiry' } as const;

/** By place; those that share one, by address. */
const byPlace = (one: Placed, other: Placed) =>
  one.place - other.place || (one.href < other.href ? -1 : 1);

/** The menu at the top of every page: the pages whose fields have a place in it, in that order. */
export const menuOf = (pages: readonly Listed[]): MenuLink[] =>
  pages
    .flatMap(({ id, data: { menu } }) => (menu ? [{ ...menu, href: addressOf(id) }] : []))
    .sort(byPlace)
    .map(({ href, label, button = false, further = false }) => ({ href, label, button, further }));

/** The foot of every page: the pages whose fields have a place in it, by heading; one without pages is left out. */
export const footOf = (pages: readonly Listed[]): FootPart[] =>
  FOOT_HEADINGS.map((heading) => ({
    heading,
    links: [
      ...pages
        .flatMap(({ id, data: { foot } }) =>
          foot?.under === heading ? [{ ...foot, href: addressOf(id) }] : [],
        )
        .sort(byPlace),
      ...(ANSWERED.under === heading ? [ANSWERED] : []),
    ].map(({ href, label }) => ({ href, label })),
  })).filter(({ links }) => links.length > 0);
