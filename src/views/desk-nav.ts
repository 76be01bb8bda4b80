import { html } from 'hono/html';
import type { Html } from './form.ts';

const LINKS = [
  ['/desk/', 'Today'],
  ['/desk/cases/', 'Cases'],
  ['/desk/times/', 'Times'],
  ['/desk/sign-out/', 'Sign out'],
] as const;

/** The way around the desk; `path` is the page it stands on. */
export const deskNav = (path: string): Html => html`<nav class="desk-nav" aria-label="Desk">
  <ul>${LINKS.map(
    ([href, label]) =>
      html`<li><a href="${href}"${href === path ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul>
</nav>`;
