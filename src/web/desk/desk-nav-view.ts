import { html } from 'hono/html';
import type { Html } from '../views/form-view.ts';

const LINKS = [
  ['/desk/', 'Today'],
  ['/desk/cases/', 'Cases'],
  ['/desk/diary/', 'Diary'],
  ['/desk/times/', 'Times'],
  ['/desk/numbers/', 'Numbers'],
  ['/desk/data-requests/', 'Data requests'],
  ['/desk/audit/', 'Audit'],
  ['/desk/help/', 'Help'],
  ['/desk/sign-out/', 'Sign out'],
] as const;

/** Which of the links leads to the page itself, or to the part of the desk the page belongs to. */
function current(href: string, path: string): Html {
  if (href === path) return html` aria-current="page"`;
  return href !== '/desk/' && path.startsWith(href) ? html` aria-current="true"` : html``;
}

/** The way around the desk; `path` is the page it stands on. */
export const deskNav = (path: string): Html => html`<nav class="desk-nav" aria-label="Desk">
  <ul>${LINKS.map(
    ([href, label]) => html`<li><a href="${href}"${current(href, path)}>${label}</a></li>`,
  )}</ul>
</nav>`;
