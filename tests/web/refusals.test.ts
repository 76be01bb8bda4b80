import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);

const counts = async () =>
  Object.fromEntries(
    (
      await t.app.database.query<{ day: string; kind: string; count: string }>(
        'SELECT day::text, kind, count FROM refusals',
      )
    ).map(({ day, kind, count }) => [`${day} ${kind}`, Number(count)]),
  );

const KEY = 'k'.repeat(43);
const CROSS_SITE = { 'sec-fetch-site': 'cross-site' };

/** One refusal of each kind, each with something in it that is to be found nowhere afterwards. */
async function beRefused(): Promise<void> {
  const secret = { email: 'hidden@example.org', name: 'H. Hidden' };
  await call(publicApp, postForm('/api/enquiries', secret, CROSS_SITE));
  await openDesk(postForm('/desk/cases/22222222/note/', { words: 'H. Hidden' }));
  await call(publicApp, get(`/your-enquiry/${KEY}/`));
  await openDesk(get(`/desk/sign-in/${KEY}/`));
  await call(publicApp, postJson('/api/webhooks/resend', secret));
  t.app.environment = { ...t.app.environment, RATE_LIMIT: 1 };
  await call(publicApp, postForm('/your-enquiry/', secret), '192.0.2.77');
  await call(publicApp, postForm('/your-enquiry/', secret), '192.0.2.77');
  t.app.environment = { ...t.app.environment, RATE_LIMIT: 0 };
}

test('every refusal is counted by its day and kind', async () => {
  await beRefused();
  t.setNow('2026-11-25T00:30:00Z');
  await call(publicApp, get(`/your-call/${KEY}/`));
  expect(await counts()).toEqual({
    '2026-11-24 another site': 1,
    '2026-11-24 signed out': 1,
    '2026-11-24 dead link': 2,
    '2026-11-24 bad signature': 1,
    '2026-11-24 too much': 1,
    '2026-11-25 dead link': 1,
  });
});

test('neither the count nor the log says anything of whoever was refused', async () => {
  await beRefused();
  const kept = JSON.stringify([
    await t.app.database.query('SELECT * FROM refusals'),
    t.logged.filter((line) => line.startsWith('Refused')),
  ]);
  expect(kept).not.toMatch(/hidden|192\.0\.2|kkkk|22222222/i);
  expect(t.logged).toEqual(
    expect.arrayContaining([
      'Refused: another site (403), POST /api/enquiries',
      'Refused: signed out (401), POST /desk/cases/:reference/note',
      'Refused: bad signature (401), POST /api/webhooks/resend',
    ]),
  );
});

test('a wrong code and a passkey that is not known are counted and logged as tries to sign in', async () => {
  await openDesk(postForm('/desk/sign-in/code/', { code: '123 456' }));
  const credential = { id: 'unknown', rawId: 'unknown', type: 'public-key' };
  const signed = { response: { clientDataJSON: 'e30' }, clientExtensionResults: {} };
  await openDesk(postJson('/desk/sign-in/passkey', { response: { ...credential, ...signed } }));
  expect(await counts()).toEqual({
    '2026-11-24 dead link': 1,
    '2026-11-24 bad signature': 1,
  });
  expect(t.logged.filter((line) => line.startsWith('Refused'))).toEqual([
    'Refused: dead link (422), POST /desk/sign-in/code',
    'Refused: bad signature (400), POST /desk/sign-in/passkey',
  ]);
});

test('a flood is counted to the last, by far fewer writes', async () => {
  const { database } = t.app;
  let writes = 0;
  t.app.database = new Proxy(database, {
    get(target, name, receiver) {
      if (name === 'insert') writes += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  try {
    await Promise.all(
      Array.from({ length: 200 }, () =>
        call(publicApp, postForm('/api/enquiries', {}, CROSS_SITE)),
      ),
    );
  } finally {
    t.app.database = database;
  }
  expect(await counts()).toEqual({ '2026-11-24 another site': 200 });
  expect(writes).toBeLessThan(100);
});

test('the desk shows what was refused, and nothing that was asked for', async () => {
  await beRefused();
  const page = await desk.show('/desk/unusual/');
  const rows = page
    .$('#refused ~ .wide-table tbody tr')
    .toArray()
    .map((row) =>
      page
        .$(row)
        .find('td')
        .toArray()
        .map((cell) => page.$(cell).text()),
    );
  expect(rows).toContainEqual([
    'Tuesday 24 November',
    'A link, key or code that does not work',
    '2',
  ]);
  expect(rows).toHaveLength(5);
  expect(textIn(page, 'main')).not.toMatch(/hidden|kkkk/i);
});

test('reading a case leaves one line an hour for each person, and passing it on another', async () => {
  const { reference } = await sendEnquiry();
  const read = () => desk.show(`/desk/cases/${reference}/`);
  const lines = () =>
    t.app.database.query('SELECT act, reference FROM audit WHERE act ~ $1 ORDER BY id', ['^case ']);
  await read();
  t.setNow('2026-11-24T10:59:59Z');
  await read();
  expect(await lines()).toEqual([{ act: 'case read', reference }]);
  t.setNow('2026-11-24T11:00:01Z');
  await read();
  await desk.show(`/desk/cases/${reference}/held/`);
  await desk.show(`/desk/cases/${reference}/held/`);
  expect((await lines()).map((line) => (line as { act: string }).act)).toEqual([
    'case read',
    'case read',
    'case exported',
  ]);
  expect(textIn(await desk.show('/desk/audit/'), 'main')).toMatch(
    new RegExp(`Everything held in it opened, to print or send.*${reference}`),
  );
});
