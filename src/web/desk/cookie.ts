/** The only cookie of the site, which only staff get (service contract, section 3). */
const NAME = '__Host-desk';

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** Sets the cookie for as long as the browser is open; the session in the database ends it sooner. */
export const cookieOf = (token: string): string => `${NAME}=${token}; ${ATTRIBUTES}`;

/** Takes the cookie away. */
export const NO_COOKIE = `${NAME}=; Max-Age=0; ${ATTRIBUTES}`;

/** What the browser sent as our cookie; the first, should it send several. */
export function tokenOf(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}
