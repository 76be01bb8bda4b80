import { deskNav } from '#views/desk-nav.ts';
import type { Html } from '#views/form.ts';
import type { Call } from '../handler.ts';
import { type PageInit, page } from '../http/page.ts';

/** What a page of the desk says; its title is its heading unless it says otherwise. */
interface DeskPage {
  title?: string;
  above?: Html;
  heading: string;
  live: Html;
}

/** A page for staff who are signed in. */
export const deskPage = (
  { app, request }: Call,
  { title, ...filling }: DeskPage,
  init?: PageInit,
): Promise<Response> =>
  page(
    app.site,
    'desk',
    {
      ...filling,
      title: `${title ?? filling.heading} · The desk`,
      'desk-nav': deskNav(new URL(request.url).pathname),
    },
    init,
  );
