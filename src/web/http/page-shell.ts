import { html } from 'hono/html';
import type { PageShell, Place } from '#domain/page-slots.ts';
import type { Site } from '#services/site.ts';
import type { Html } from '../views/form-view.ts';
import { PRIVATE_HEADERS, pageHeaders } from './security-headers.ts';

/** What fills a shell's places. `title` is the page's own name; a place left out keeps what the build put there. */
export interface Filling {
  title?: string;
  'desk-nav'?: Html;
  above?: Html;
  heading?: string;
  live?: Html;
}

const place = (name: Place) => new RegExp(`<!--place:${name}-->[\\s\\S]*?<!--/place:${name}-->`);

/** The shell with its places filled. Throws when the shell lacks a place that is to be filled. */
export async function fill(shell: string, filling: Filling, siteName: string): Promise<string> {
  const parts: Partial<Record<Place, Html>> = {
    ...filling,
    title: filling.title && html`<title>${filling.title} · ${siteName}</title>`,
    heading: filling.heading && html`${filling.heading}`,
  } as Partial<Record<Place, Html>>;
  let page = shell;
  for (const [name, part] of Object.entries(parts) as [Place, Html | undefined][]) {
    if (part === undefined) continue;
    if (!place(name).test(page)) throw new Error(`The shell has no place called ${name}.`);
    const markup = String(await part);
    page = page.replace(place(name), () => markup);
  }
  return page;
}

/** How a page is answered: `open` when it holds nothing of anybody’s, so that search engines may show it. */
export interface PageInit {
  status?: number;
  headers?: Record<string, string>;
  open?: boolean;
}

/** A form that holds nobody's data: Back brings it again as it was left, with its id; a fresh load asks anew. */
export const OPEN_HEADERS = { 'cache-control': 'private, max-age=0' };

/** An HTML answer; private unless it is said to be open, since most carry what somebody typed, or a case. */
export async function page(
  site: Site,
  name: PageShell,
  filling: Filling,
  { status = 200, headers = {}, open = false }: PageInit = {},
): Promise<Response> {
  return new Response(await fill(site.shells[name], filling, site.settings.identity.name), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...pageHeaders(site.inline),
      ...(open ? OPEN_HEADERS : PRIVATE_HEADERS),
      ...headers,
    },
  });
}
