import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';

/** The only cookie of the site, which only staff get (docs/api.md); it is sent as `__Host-desk`. */
const NAME = 'desk';

const ATTRIBUTES = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;

/** Sets the cookie for as long as the browser is open; the session in the database ends it sooner. */
export const cookieOf = (token: string): string => generateCookie(NAME, token, ATTRIBUTES);

/** Takes the cookie away. */
export const NO_COOKIE = generateCookie(NAME, '', { ...ATTRIBUTES, maxAge: 0 });

/** What the browser sent as our cookie; the first, should it send several. */
export const tokenOf = (c: Context): string | undefined => getCookie(c, NAME, 'host');
