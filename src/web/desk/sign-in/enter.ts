import { seeOther } from '../../http/responses.ts';
import { cookieOf, NO_BROWSER_COOKIE } from '../cookie.ts';

/** Leads on to the desk with the cookie of a new session; that by which a link was asked for is done with. */
export function enterDesk({ token, onward }: { token: string; onward: string }): Response {
  const response = seeOther(onward);
  response.headers.append('set-cookie', cookieOf(token));
  response.headers.append('set-cookie', NO_BROWSER_COOKIE);
  return response;
}
