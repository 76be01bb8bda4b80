import { html } from 'hono/html';
import type { Html } from '../views/form-view.ts';

/** What was just done, on the page that comes after it, where assistive technology is told of it. */
export const flashView = (done: string | undefined): Html =>
  done === undefined ? html`` : html`<p class="case-done" role="status">${done}</p>`;
