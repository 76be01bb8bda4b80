import { html } from 'hono/html';
import type { Line } from '#domain/settings/line.ts';
import { telephoneUri } from '#domain/telephone.ts';
import type { Html } from './form-view.ts';

/** A telephone number as a link that dials it. */
export const phoneLink = (phone: string): Html =>
  html`<a href="${telephoneUri(phone)}">${phone}</a>`;

/** A page that may help the reader on. */
export interface Onward {
  href: string;
  label: string;
}

/** Something the reader must know, what to do about it, where to go on, and the number. */
export const messagePage = (
  detail: string,
  { phone }: Pick<Line, 'phone'>,
  { onward, saysNumber = false }: { onward?: Onward | undefined; saysNumber?: boolean } = {},
): Html => html`
  <p class="lede">${detail}</p>
  ${onward && html`<p><a href="${onward.href}">${onward.label}</a></p>`}
  ${saysNumber ? '' : html`<p>You can also ring us on ${phoneLink(phone)}.</p>`}`;
