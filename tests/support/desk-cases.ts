import enquiries from '#web/api/enquiries-routes.ts';
import cancelCallPage from '#web/desk/cases/cancel-call-routes.ts';
import deskCase from '#web/desk/cases/case-routes.ts';
import deskCases from '#web/desk/cases/cases-routes.ts';
import erasePage from '#web/desk/cases/erase-routes.ts';
import notePage from '#web/desk/cases/note-routes.ts';
import outcomePage from '#web/desk/cases/outcome-routes.ts';
import releasePage from '#web/desk/cases/release-routes.ts';
import { call, type TestApp } from './app.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { readPage } from './read-page.ts';
import { get, postForm, postJson } from './requests.ts';

const ACTS = {
  outcome: outcomePage,
  note: notePage,
  release: releasePage,
  erase: erasePage,
} as const;

type Values = Record<string, string>;

/** Posts an enquiry as a program does, with what a test wants different. */
export const postEnquiry = (overrides: Record<string, unknown> = {}, headers = {}) =>
  call(enquiries, postJson('/api/enquiries', makeEnquiry(overrides), headers));

/** An enquiry somebody sends, with what a test wants different; throws when it is refused or held. */
export async function sendEnquiry(overrides: Record<string, unknown> = {}) {
  const response = await postEnquiry(overrides);
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as { reference: string; link: string };
}

/** The pages of the desk about cases, as the browser with `cookie` gets them. */
export const deskOf = (cookie: string) => ({
  list: async (query = '') => readPage(await call(deskCases, get(`/desk/cases/${query}`, cookie))),
  about(reference: string) {
    const path = `/desk/cases/${reference}/`;
    const cancelAt = (booking: string) => `${path}calls/${booking}/cancel/`;
    return {
      path,
      show: async (query = '') =>
        readPage(await call(deskCase, get(path + query, cookie), { reference })),
      showAct: async (act: keyof typeof ACTS) =>
        readPage(await call(ACTS[act], get(`${path}${act}/`, cookie), { reference })),
      act: (act: keyof typeof ACTS, values: Values = {}) =>
        call(ACTS[act], postForm(`${path}${act}/`, values, { cookie }), { reference }),
      showCancel: async (booking: string) =>
        readPage(
          await call(cancelCallPage, get(cancelAt(booking), cookie), { reference, booking }),
        ),
      cancel: (booking: string, values: Values) =>
        call(cancelCallPage, postForm(cancelAt(booking), values, { cookie }), {
          reference,
          booking,
        }),
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
