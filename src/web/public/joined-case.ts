import { isKeyShaped } from '#services/keys.ts';
import type { Fields } from '../http/request-body.ts';
import { seeOther } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

/** The key of the case that what was typed is to join; what has no key's shape joins none. */
export const joinedKey = (typed: Fields): string | undefined => {
  const { case: key } = typed;
  return typeof key === 'string' && isKeyShaped(key) ? key : undefined;
};

/** The path that pages which join a case are below; the site's root for those that join none. */
export const casePathOf = (key: string | undefined): string =>
  key === undefined ? '/' : `/your-enquiry/${key}/`;

/** The same page below its case, for an address from before keys left queries: emails that were sent carry those. */
export function belowItsCase({ req }: WebContext): Response | undefined {
  const { pathname, searchParams } = new URL(req.url);
  const key = searchParams.get('case') ?? '';
  if (!isKeyShaped(key)) return undefined;
  searchParams.delete('case');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return seeOther(`${casePathOf(key)}${pathname.split('/')[1]}/${query}`);
}
