import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';
import { call, type TestApp } from './app.ts';
import { mailTo } from './bookings.ts';
import { postForm } from './requests.ts';

/** The functions of the desk, as Netlify would find them. */
export const deskFunctions = (await loadFunctions()).filter(({ name }) => /^desk\b/.test(name));

/** Answers a request to the desk, whichever function its address belongs to. */
export function openDesk(request: Request): Promise<Response> {
  const matched = matchFunction(deskFunctions, request.url);
  if (!matched) throw new Error(`Nothing of the desk answers ${request.url}.`);
  const handle = matched.candidate.handle as Parameters<typeof call>[0];
  return call(handle, request, matched.params);
}

/** Asks for a link to sign in, as the form does. */
export const askForLink = (email: string, more: Record<string, string> = {}) =>
  openDesk(postForm('/desk/sign-in/', { email, ...more }));

/** The path of the newest link to sign in that was mailed to an address. */
export function linkTo(t: TestApp, staff: string): string {
  const texts = mailTo(t, staff).map(({ text = '' }) => text);
  const [link] = /\/desk\/sign-in\/[\w-]+\//.exec(texts.reverse().join('\n')) ?? [];
  if (!link) throw new Error(`No link to sign in was mailed to ${staff}.`);
  return link;
}

/** Presses the button behind a link to sign in. */
export const press = (link: string, headers: Record<string, string> = {}) =>
  openDesk(postForm(link, {}, headers));

/** The cookie a browser sends from then on; throws when the answer set none. */
export function sessionIn(answer: Response): string {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`The answer ${answer.status} sets no cookie.`);
  return cookie;
}
