import { randomBytes } from 'node:crypto';

// Keystatic takes whatever GitHub’s address brings back, whoever began it (RFC 6749, section 10.12): with a code of their
// own, somebody could have another browser write by their account. So each sign-in is tied to the browser that began it.

const COOKIE = '__Host-edit-sign-in';
const MINUTES = 10;
const GITHUB = 'https://github.com/login/oauth/authorize';
const CALLBACK = /^\/api\/keystatic\/github\/oauth\/callback\/?$/;

const cookieOf = (value: string, seconds: number) =>
  `${COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; Secure; SameSite=Lax`;

/** What this browser was given when it set out to sign in; undefined when it did not. */
function givenTo(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return value || undefined;
}

/** Whether a request brings somebody back from GitHub. */
export const comesBack = (request: Request): boolean =>
  CALLBACK.test(new URL(request.url).pathname);

/** Whether this browser began the sign-in that it comes back from. */
export function isOwn(request: Request): boolean {
  const given = givenTo(request);
  return given !== undefined && new URL(request.url).searchParams.get('state') === given;
}

/** An answer that leads to GitHub, with what ties the sign-in to this browser; any other as it is. */
export function tied(answer: Response): Response {
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(GITHUB)) return answer;
  const to = new URL(location);
  const state = to.searchParams.get('state') ?? randomBytes(20).toString('hex');
  to.searchParams.set('state', state);
  answer.headers.set('location', to.href);
  answer.headers.append('set-cookie', cookieOf(state, MINUTES * 60));
  return answer;
}

/** An answer to somebody who came back: what tied their sign-in to the browser has served. */
export function untied(answer: Response): Response {
  answer.headers.append('set-cookie', cookieOf('', 0));
  return answer;
}
