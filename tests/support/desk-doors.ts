import { deskApp } from '#web/desk-app.ts';
import { call, type TestApp } from './app.ts';
import { mailTo } from './bookings.ts';
import { get, postForm } from './requests.ts';

/** Answers a request to the desk. */
export const openDesk = (request: Request): Promise<Response> => call(deskApp, request);

/** The cookie by which a browser asks for links: one browser’s, for as long as a file of tests runs. */
export const ASKING = `__Host-desk-browser=${'b'.repeat(43)}`;

const withAsking = ({ cookie, ...headers }: Record<string, string>) => ({
  ...headers,
  cookie: cookie === undefined ? ASKING : `${cookie}; ${ASKING}`,
});

/** Asks for a link to sign in, as the form does, in the asking browser. */
export const askForLink = (email: string, more: Record<string, string> = {}) =>
  openDesk(postForm('/desk/sign-in/', { email, ...more }, { cookie: ASKING }));

/** Opens a link to sign in, in the asking browser. */
export const openLink = (link: string) => openDesk(get(link, ASKING));

/** The path of the newest link to sign in that was mailed to an address. */
export function linkTo(t: TestApp, staff: string): string {
  const texts = mailTo(t, staff).map(({ text = '' }) => text);
  const [link] = /\/desk\/sign-in\/[\w-]+\//.exec(texts.reverse().join('\n')) ?? [];
  if (!link) throw new Error(`No link to sign in was mailed to ${staff}.`);
  return link;
}

/** Presses the button behind a link to sign in, in the asking browser. */
export const press = (link: string, headers: Record<string, string> = {}) =>
  openDesk(postForm(link, {}, withAsking(headers)));

/** The cookie a browser sends from then on; throws when the answer set none. */
export function sessionIn(answer: Response): string {
  const [cookie] = answer.headers
    .getSetCookie()
    .filter((set) => set.startsWith('__Host-desk=') && !/Max-Age=0/.test(set))
    .map((set) => set.split(';')[0]);
  if (!cookie) throw new Error(`The answer ${answer.status} sets no cookie.`);
  return cookie;
}
