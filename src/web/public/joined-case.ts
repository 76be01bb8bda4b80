import { html } from 'hono/html';
import { isKeyShaped } from '#services/keys.ts';
import type { Fields } from '../http/request-body.ts';
import { seeOther } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';
import type { Html } from '../views/form-view.ts';

/** The key of the case that what was typed is to join; what has no key's shape joins none. */
export const joinedKey = (typed: Fields): string | undefined => {
  const { case: key } = typed;
  return typeof key === 'string' && isKeyShaped(key) ? key : undefined;
};

/** The path that pages which join a case are below; the site's root for those that join none. */
export const casePathOf = (key: string | undefined): string =>
  key === undefined ? '/' : `/your-enquiry/${key}/`;

/** What is said first on a page whose `what` joins the case at `casePath`: no reference or link comes of it. */
export const joinsView = (what: string, casePath: string): Html =>
  html`<p class="lede">${what} joins what we have from you: your reference and your link stay the same. <a href="${casePath}">Go to your own page</a></p>`;

/** The same page below its case, for an address from before keys left queries: emails that were sent carry those. */
export function belowItsCase({ req }: WebContext): Response | undefined {
  const { pathname, searchParams } = new URL(req.url);
  const key = searchParams.get('case') ?? '';
  if (!isKeyShaped(key)) return undefined;
  searchParams.delete('case');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return seeOther(`${casePathOf(key)}${pathname.split('/')[1]}/${query}`);
}
