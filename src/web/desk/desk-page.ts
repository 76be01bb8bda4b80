import { type Filling, type PageInit, page } from '../http/page-shell.ts';
import type { WebContext } from '../http/web-app.ts';
import type { Html } from '../views/form-view.ts';
import { deskNav } from './desk-nav-view.ts';

/** What a page of the desk says; its title is its heading unless it says otherwise. */
interface DeskPage {
  title?: string;
  above?: Html;
  heading: string;
  live: Html;
}

const filled = (
  { var: { app } }: WebContext,
  { title, ...said }: DeskPage,
  more: Filling,
  init?: PageInit,
) =>
  page(app.site, 'desk', { ...said, ...more, title: `${title ?? said.heading} · The desk` }, init);

/** A page for staff who are signed in. */
export const deskPage = (c: WebContext, said: DeskPage, init?: PageInit): Promise<Response> =>
  filled(c, said, { 'desk-nav': deskNav(new URL(c.req.url).pathname) }, init);

/** A page of the desk for anyone who is not signed in: without the ways around. */
export const outsidePage = (c: WebContext, said: DeskPage, init?: PageInit): Promise<Response> =>
  filled(c, said, {}, init);
