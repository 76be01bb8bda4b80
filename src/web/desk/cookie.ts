import type { Context } from 'hono';
import { generateCookie } from 'hono/cookie';
import { LINK_MINUTES } from '#domain/desk/sign-in.ts';
import { isKeyShaped } from '#services/keys.ts';

// The only cookies of the site, which only those get who post the form to sign in (docs/decisions/0025): `__Host-desk` is a
// session, `__Host-desk-browser` says which browser asked for a link.
const SESSION = 'desk';
const BROWSER = 'desk-browser';

const ATTRIBUTES = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;

/** Sets the cookie of a session for as long as the browser is open; the session in the database ends it sooner. */
export const cookieOf = (token: string): string => generateCookie(SESSION, token, ATTRIBUTES);

/** Takes the cookie of a session away. */
export const NO_COOKIE = generateCookie(SESSION, '', { ...ATTRIBUTES, maxAge: 0 });

/** Sets the cookie of a browser that asks for a link, for as long as the link works. */
export const browserCookieOf = (token: string): string =>
  generateCookie(BROWSER, token, { ...ATTRIBUTES, maxAge: LINK_MINUTES * 60 });

/** Takes the cookie of a browser that asked away: it is in, or the link was for another. */
export const NO_BROWSER_COOKIE = generateCookie(BROWSER, '', { ...ATTRIBUTES, maxAge: 0 });

// Hono's getCookie() takes quotation marks off and decodes; a token is taken as it was set, or not at all.
function sentAs(c: Context, name: string): string | undefined {
  const pairs = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.trim());
  const start = `__Host-${name}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** What the browser sent as its session; the first, should it send several. */
export const tokenOf = (c: Context): string | undefined => sentAs(c, SESSION);

/** By what a browser asked for a link, if it did. */
export function browserOf(c: Context): string | undefined {
  const sent = sentAs(c, BROWSER);
  return sent !== undefined && isKeyShaped(sent) ? sent : undefined;
}
