import type { Built } from './built-site.ts';

/** The links in the main part of a built page that lead to no page of the site, or to no place on one. */
export const brokenLinks = (
  { page, path }: Built,
  pages: readonly Built[],
  known: ReadonlySet<string>,
): string[] =>
  page('main a[href]')
    .toArray()
    .map(({ attribs }) => attribs['href'] ?? '')
    .filter((href) => href.startsWith('/') || href.startsWith('#'))
    .filter((href) => {
      const [target = '', fragment] = href.replace(/\?[^#]*/, '').split('#');
      const there = pages.find((built) => built.path === (target || path));
      if (!there) return !known.has(target);
      return fragment !== undefined && there.page(`[id="${fragment}"]`).length === 0;
    });
