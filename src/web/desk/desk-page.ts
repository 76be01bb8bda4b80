import { html } from 'hono/html';
import type { Fault } from '#domain/faults.ts';
import { readPerson } from '#services/desk/read-case.ts';
import { type Filling, type PageInit, page } from '../http/page-shell.ts';
import type { WebContext } from '../http/web-app.ts';
import { errorSummary, type Html } from '../views/form-view.ts';
import { caseLink } from './cases/case-link-view.ts';
import { deskNav } from './desk-nav-view.ts';

/** What staff must know of a desk that is not theirs. */
const PREVIEW = html`<div class="notice-box"><p>This is a preview. Nobody real is in it, nothing you do here reaches anybody, and <a href="/preview-mail/">its mail is on a page of its own</a>.</p></div>`;

/** What a page of the desk says; its title is its heading unless it says otherwise. */
interface DeskPage {
  title?: string;
  above?: Html;
  heading: string;
  live: Html;
  /** It says itself whose case it is about. */
  namesCase?: boolean;
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

/** Whose case a page is about, by name, so that nothing is written into another's. Not asked for while the database is away. */
async function aboutCase({ var: { app, found } }: WebContext, init?: PageInit): Promise<Html> {
  if (!found) return html``;
  const whose = init?.status === 503 ? found : await readPerson(app, found);
  return html`<p class="case-line">About ${caseLink(whose)}</p>`;
}

/** A page for staff who are signed in; one about a case says whose it is. */
export async function deskPage(
  c: WebContext,
  { namesCase = false, ...said }: DeskPage,
  init?: PageInit,
): Promise<Response> {
  const about = namesCase ? html`` : await aboutCase(c, init);
  const nav = { 'desk-nav': deskNav(new URL(c.req.url).pathname) };
  return filled(c, { ...said, live: html`${about}${said.live}` }, nav, init);
}

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
