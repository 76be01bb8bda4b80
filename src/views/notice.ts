import { html } from 'hono/html';
import type { Line } from '#domain/settings/line.ts';
import { telephoneUri } from '#domain/telephone.ts';
import type { Html } from './form.ts';

/** A telephone number as a link that dials it. */
export const phoneLink = (phone: string): Html =>
  html`<a href="${telephoneUri(phone)}">${phone}</a>`;

/** Something the reader must know, what to do about it, and the number. */
export const notice = (detail: string, { phone }: Pick<Line, 'phone'>): Html => html`
  <p class="lede">${detail}</p>
  <p>You can also ring us on ${phoneLink(phone)}.</p>`;
