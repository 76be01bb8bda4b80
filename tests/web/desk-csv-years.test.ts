import { beforeEach, expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
let cookie: string;
beforeEach(async () => {
  cookie = await signIn(t);
});

const PATH = '/desk/cases/cases.csv';
const CASES = 1_100;

/** Cases of two years, each with as much to say as a form takes. */
const writeMany = () =>
  t.app.database.query(
    `WITH made AS (
      INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at)
      SELECT gen_random_uuid(), translate(lpad(n::text, 8, 'Z'), '01', 'AB'), sha256(n::text::bytea), first, first, first
      FROM generate_series(1, $1::int) AS n,
        LATERAL (SELECT CASE WHEN n % 2 = 0 THEN '2025-12-31T23:30:00Z' ELSE '2026-01-01T00:30:00Z' END::timestamptz AS first) f
      RETURNING id, created_at
    )
    INSERT INTO enquiries (id, case_id, organisation, name, email, interests, message, created_at)
    SELECT gen_random_uuid(), id, 'Example Council', 'A. Person', 'person@example.org', ARRAY['groups'], repeat('𝒶ł', 2500), created_at
    FROM made`,
    [CASES],
  );

const download = (values: Record<string, string>) =>
  call(deskApp, postForm(PATH, values, { cookie }));

test('more than the host passes on in one answer is downloaded year by year, and none is missing or cut', async () => {
  await writeMany();
  const page = await readPage(await call(deskApp, get(PATH, cookie)));
  expect(textIn(page, '.lede')).toContain('files for a spreadsheet, with 1,100 cases');
  expect(
    page
      .$('button[name=year]')
      .toArray()
      .map((button) => page.$(button).text()),
  ).toEqual(['2026: 550 cases', '2025: 550 cases']);
  const whole = await readPage(await download({}));
  expect(whole.status).toBe(422);
  expect(await count(t, 'audit')).toBe(0);
  const files = await Promise.all(
    ['2025', '2026'].map(async (year) => {
      const answer = await download({ year });
      expect(answer.headers.get('content-disposition')).toContain(`cases-of-${year}-`);
      return new Uint8Array(await answer.arrayBuffer());
    }),
  );
  const references = files.map((file) => [
    ...new Set(new TextDecoder().decode(file).match(/^"[2-9A-Z]{8}"/gm)),
  ]);
  expect(references.map(({ length }) => length)).toEqual([550, 550]);
  expect(new Set(references.flat()).size).toBe(CASES);
  for (const file of files) expect(file.length).toBeLessThan(20_000_000);
});

test('what one file holds is one file', async () => {
  const page = await readPage(await call(deskApp, get(PATH, cookie)));
  expect(page.$('button[name=year]')).toHaveLength(0);
  expect((await download({ year: 'last' })).status).toBe(422);
});
