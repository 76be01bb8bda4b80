import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, type TestApp } from './app.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { readPage } from './read-page.ts';
import { get, postForm, postJson } from './requests.ts';

/** An act at the desk, as its address names it. */
type Act = 'outcome' | 'note' | 'release' | 'erase' | 'follow-up' | 'close';

type Values = Record<string, string>;

/** Posts an enquiry as a program does, with what a test wants different. */
export const postEnquiry = (overrides: Record<string, unknown> = {}, headers = {}) =>
  call(publicApp, postJson('/api/enquiries', makeEnquiry(overrides), headers));

/** An enquiry somebody sends, with what a test wants different; throws when it is refused or held. */
export async function sendEnquiry(overrides: Record<string, unknown> = {}) {
  const response = await postEnquiry(overrides);
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as { reference: string; link: string };
}

/** The pages of the desk about cases, as the browser with `cookie` gets them. */
export const deskOf = (cookie: string) => ({
  list: async (query = '') => readPage(await call(deskApp, get(`/desk/cases/${query}`, cookie))),
  about(reference: string) {
    const path = `/desk/cases/${reference}/`;
    const cancelAt = (booking: string) => `${path}calls/${booking}/cancel/`;
    return {
      path,
      show: async (query = '') => readPage(await call(deskApp, get(path + query, cookie))),
      showAct: async (act: Act) => readPage(await call(deskApp, get(`${path}${act}/`, cookie))),
      act: (act: Act, values: Values = {}) =>
        call(deskApp, postForm(`${path}${act}/`, values, { cookie })),
      showCancel: async (booking: string) =>
        readPage(await call(deskApp, get(cancelAt(booking), cookie))),
      cancel: (booking: string, values: Values) =>
        call(deskApp, postForm(cancelAt(booking), values, { cookie })),
    };
  },
});

/** The ids of a case's calls, by start; staff know calls by these, and enquirers by keys. */
export async function callIds({ app }: TestApp, reference: string): Promise<string[]> {
  const rows = await app.database.query<{ id: string }>(
    `SELECT b.id FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE c.reference = $1 ORDER BY b.starts_at`,
    [reference],
  );
  return rows.map(({ id }) => id);
}

/** The one row a query finds. */
export async function oneRow<Row>({ app }: TestApp, sql: string, values: unknown[] = []) {
  const [row] = await app.database.query<Row>(sql, values);
  if (!row) throw new Error(`No row: ${sql}`);
  return row;
}
