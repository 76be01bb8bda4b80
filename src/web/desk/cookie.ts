import type { Context } from 'hono';
import { generateCookie } from 'hono/cookie';

/** The only cookie of the site, which only staff get (docs/api.md); it is sent as `__Host-desk`. */
const NAME = 'desk';

const ATTRIBUTES = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;

/** Sets the cookie for as long as the browser is open; the session in the database ends it sooner. */
export const cookieOf = (token: string): string => generateCookie(NAME, token, ATTRIBUTES);

/** Takes the cookie away. */
export const NO_COOKIE = generateCookie(NAME, '', { ...ATTRIBUTES, maxAge: 0 });

// Hono's getCookie() takes quotation marks off and decodes; a token is taken as it was set, or not at all.
/** What the browser sent as our cookie; the first, should it send several. */
export function tokenOf(c: Context): string | undefined {
  const pairs = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.trim());
  const start = `__Host-${NAME}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}
