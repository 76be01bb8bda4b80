import type { Settings } from '#domain/settings/settings.ts';
import type { Page } from '../../layouts/page.ts';
import type { PageFacts } from './structured-data.ts';

/** What the head of a page says, with absolute addresses. */
export type HeadOf = {
  readonly title: string;
  readonly url: string;
  readonly home: string;
  readonly social: readonly (readonly [property: string, content: string])[];
  readonly facts: PageFacts;
};

/** The page's title with the site's name after it, once. */
export const documentTitle = (title: string, name: string) =>
  title.includes(name) ? title : `${title} · ${name}`;

/** The head of `page` on the site at `origin`. Throws when astro.config.mjs names no site. */
export function headOf(page: Page, origin: URL | undefined, { identity }: Settings): HeadOf {
  if (!origin) throw new Error('astro.config.mjs: `site` is missing, so no page has an address.');
  const absolute = (path: string) => new URL(path, origin).href;
  const url = absolute(page.path);
  return {
    title: documentTitle(page.title, identity.name),
    url,
    home: absolute('/'),
    social: [
      ['og:type', 'website'],
      ['og:site_name', identity.name],
      ['og:locale', 'en_GB'],
      ['og:url', url],
      ['og:title', page.title],
      ['og:description', page.description],
      ['og:image', absolute(`/og/${page.circle ?? 'group'}.png`)],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'A circle of seats seen from above'],
    ],
    facts: {
      url,
      title: page.title,
      description: page.description,
      isContact: page.path === '/contact/',
      trail: page.trail.map(({ name, path }) => ({ name, url: absolute(path) })),
    },
  };
}
