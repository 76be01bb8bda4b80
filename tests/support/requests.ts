import { SITE_URL } from './app.ts';

type Values = Record<string, string | number | readonly string[]>;

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** A GET of a page, with a cookie if the browser holds one. */
export const get = (path: string, cookie?: string) =>
  new Request(SITE_URL + path, cookie === undefined ? {} : { headers: { cookie } });

/** A POST of JSON, as a program sends it. */
export const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(SITE_URL + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A POST of an HTML form, as a browser sends it from this site. */
export function postForm(path: string, values: Values, headers: Record<string, string> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) body.append(name, String(one));
  }
  return new Request(SITE_URL + path, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, ...headers },
    body,
  });
}
