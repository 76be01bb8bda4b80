import { seeOther } from '../../http/responses.ts';
import { cookieOf, NO_BROWSER_COOKIE } from '../cookie.ts';

/** An answer with the cookie of a new session; that by which a link was asked for is done with. */
export function withSession(answer: Response, token: string): Response {
  answer.headers.append('set-cookie', cookieOf(token));
  answer.headers.append('set-cookie', NO_BROWSER_COOKIE);
  return answer;
}

/** Leads on to the desk with the cookie of a new session. */
export const enterDesk = ({ token, onward }: { token: string; onward: string }): Response =>
  withSession(seeOther(onward), token);
