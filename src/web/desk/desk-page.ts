import { html } from 'hono/html';
import type { Fault } from '#domain/faults.ts';
import { type Filling, type PageInit, page } from '../http/page-shell.ts';
import type { WebContext } from '../http/web-app.ts';
import { errorSummary, type Html } from '../views/form-view.ts';
import { deskNav } from './desk-nav-view.ts';

/** What staff must know of a desk that is not theirs. */
const PREVIEW = html`<div class="notice-box"><p>This is a preview. Nobody real is in it, nothing you do here reaches anybody, and <a href="/preview-mail/">its mail is on a page of its own</a>.</p></div>`;

/** What a page of the desk says; its title is its heading unless it says otherwise. */
interface DeskPage {
  title?: string;
  above?: Html;
  heading: string;
  live: Html;
  /** It leaves the desk on paper, so that its title, which browsers print, does not name the desk. */
  isPaper?: boolean;
}

const filled = (
  { var: { app } }: WebContext,
  { title, above, isPaper = false, ...said }: DeskPage,
  more: Filling,
  init?: PageInit,
) =>
  page(
    app.site,
    'desk',
    {
      ...said,
      ...more,
      ...(app.place === 'preview' ? { above: html`${PREVIEW}${above}` } : above && { above }),
      title: isPaper ? said.heading : `${title ?? said.heading} · The desk`,
    },
    init,
  );

/** A page for staff who are signed in. */
export const deskPage = (c: WebContext, said: DeskPage, init?: PageInit): Promise<Response> =>
  filled(c, said, { 'desk-nav': deskNav(new URL(c.req.url).pathname) }, init);

/** A page of the desk for anyone who is not signed in: without the ways around. */
export const outsidePage = (c: WebContext, said: DeskPage, init?: PageInit): Promise<Response> =>
  filled(c, said, {}, init);

/** A form for anyone who is not signed in; when it comes back with faults, its title says so and they stand above it. */
export const outsideForm = (
  c: WebContext,
  { heading, faults, live }: { heading: string; faults: readonly Fault[]; live: Html },
  init?: PageInit,
): Promise<Response> =>
  outsidePage(
    c,
    {
      title: faults.length > 0 ? `Error: ${heading}` : heading,
      heading,
      above: errorSummary(faults),
      live,
    },
    init,
  );
