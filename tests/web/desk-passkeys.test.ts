import { afterEach, describe, expect, test } from 'vitest';
import { type Transaction, transactionOver } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { newAuthenticator } from '../support/authenticator.ts';
import { count } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { openDesk, sessionIn } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { addPasskey, challengeAt, enterWith, postAsScript } from '../support/passkeys.ts';
import { textIn } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

const STAFF = 'staff@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF}, rota@example.org` });
const desk = deskVisit(t);

async function added(name = 'Work laptop') {
  const authenticator = newAuthenticator();
  expect((await addPasskey(authenticator, desk.cookie(), name)).status).toBe(200);
  return authenticator;
}

const OPTIONS = '/desk/sign-in/passkey/options/';

describe('a passkey', () => {
  test('is added, named and listed, signs in without mail, and leads on to the page that was asked for', async () => {
    const authenticator = await added();
    const listed = textIn(await desk.show('/desk/sessions/'), 'main');
    expect(listed).toContain('Work laptop. Added Tuesday 24 November, 10am, not used yet.');
    t.setNow('2026-11-24T11:00:00Z');
    const entered = await enterWith(authenticator, { onward: '/desk/diary/' });
    expect([entered.status, await entered.json()]).toEqual([200, { onward: '/desk/diary/' }]);
    const cookie = sessionIn(entered);
    expect((await openDesk(get('/desk/', cookie))).status).toBe(200);
    expect(t.mailbox.messages).toHaveLength(0);
    const acts = await t.app.database.query<{ act: string }>('SELECT act FROM audit ORDER BY id');
    expect(acts.map(({ act }) => act)).toEqual(['passkey added', 'signed in with a passkey']);
    expect(textIn(await desk.show('/desk/sessions/'), 'main')).toContain(
      'last used Tuesday 24 November, 11am',
    );
  });

  test('leads nowhere but to the desk', async () => {
    const authenticator = await added();
    for (const onward of ['https://bad.example.org/', '//bad.example.org', '/enquire/']) {
      expect(await (await enterWith(authenticator, { onward })).json()).toEqual({
        onward: '/desk/',
      });
    }
  });

  test('is proof enough for what asks again', async () => {
    const authenticator = await added();
    t.setNow('2026-11-24T12:00:00Z');
    expect((await desk.show('/desk/cases/cases.csv')).$('button').text()).toContain('passkey');
    const cookie = sessionIn(await enterWith(authenticator));
    const page = await openDesk(get('/desk/cases/cases.csv', cookie));
    expect(await page.text()).not.toContain('Show that it is you');
  });

  test('is renamed and removed by its owner alone', async () => {
    const authenticator = await added();
    const other = await signIn(t, 'rota@example.org');
    const path = `/desk/passkeys/${authenticator.id}`;
    const asOther = (act: string, body: object) => postAsScript(`${path}/${act}/`, body, other);
    expect((await asOther('name', { name: 'Mine' })).status).toBe(404);
    expect((await asOther('remove', {})).status).toBe(404);
    expect((await desk.post(`${path}/name/`, { name: '  Kept   at home ' })).status).toBe(303);
    expect(textIn(await desk.show('/desk/sessions/'), 'main')).toContain('Kept at home. Added');
    expect((await desk.post(`${path}/name/`, { name: 'x'.repeat(61) })).status).toBe(422);
    expect((await desk.post(`${path}/remove/`, {})).status).toBe(303);
    expect((await enterWith(authenticator)).status).toBe(400);
    expect((await desk.post(`${path}/remove/`, {})).status).toBe(404);
  });

  test('goes when its owner leaves the staff list, and does not come back with them', async () => {
    const authenticator = await added();
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: ['rota@example.org'] };
    expect((await enterWith(authenticator)).status).toBe(400);
    await runJob(t.app, 'deliver');
    t.app.environment = environment;
    expect((await enterWith(authenticator)).status).toBe(400);
    expect(await count(t, 'passkeys')).toBe(0);
  });
});

describe('what a passkey is asked to sign', () => {
  test.each<[what: string, minutes: number, status: number]>([
    ['within five minutes', 5, 200],
    ['later', 6, 400],
  ])('is good %s', async (_what, minutes, status) => {
    const authenticator = await added();
    const challenge = await challengeAt(OPTIONS);
    t.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000).toISOString());
    expect((await enterWith(authenticator, { challenge })).status).toBe(status);
  });

  test('is good once, of any number at once', async () => {
    const authenticator = await added();
    const challenge = await challengeAt(OPTIONS);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => enterWith(authenticator, { challenge })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    expect(await count(t, 'desk_sessions')).toBe(2);
  });

  test('to sign in adds no passkey, and to add one signs nobody in', async () => {
    const authenticator = await added();
    const toAdd = await challengeAt('/desk/passkeys/options/', desk.cookie());
    expect((await enterWith(authenticator, { challenge: toAdd })).status).toBe(400);
    const another = newAuthenticator();
    const response = another.register({
      challenge: await challengeAt(OPTIONS),
      origin: 'http://localhost:8888',
      rpId: 'localhost',
    });
    const asked = { name: 'Another', response };
    expect((await postAsScript('/desk/passkeys/add/', asked, desk.cookie())).status).toBe(400);
    expect(await count(t, 'passkeys')).toBe(1);
  });

  test('is the same for everybody: it names no passkey', async () => {
    const before = await (await postAsScript(OPTIONS, {})).json();
    await added();
    const after = await (await postAsScript(OPTIONS, {})).json();
    const { challenge: _one, ...empty } = before as Record<string, unknown>;
    const { challenge: _other, ...full } = after as Record<string, unknown>;
    expect(full).toEqual(empty);
    expect(JSON.stringify(full)).not.toContain('staff');
  });

  test('goes with the next sweep', async () => {
    await challengeAt(OPTIONS);
    t.setNow('2026-11-24T10:05:01Z');
    await runJob(t.app, 'deliver');
    expect(await count(t, 'passkey_challenges')).toBe(0);
  });
});

describe('refused are', () => {
  test.each<[what: string, other: { origin?: string; rpId?: string }]>([
    ['what was signed for another site', { origin: 'https://bad.example.org' }],
    ['what was signed for this host without its scheme or port', { origin: 'https://localhost' }],
    ['what was signed by a key of another site', { rpId: 'bad.example.org' }],
  ])('%s', async (_what, other) => {
    const authenticator = await added();
    expect((await enterWith(authenticator, other)).status).toBe(400);
  });

  test('a copy whose count stands still', async () => {
    const authenticator = await added();
    const here = { origin: 'http://localhost:8888', rpId: 'localhost' };
    expect((await enterWith(authenticator)).status).toBe(200);
    const response = authenticator.authenticate(
      { challenge: await challengeAt(OPTIONS), ...here },
      false,
    );
    expect((await postAsScript('/desk/sign-in/passkey/', { response })).status).toBe(400);
  });

  test.each([{}, { response: {} }, { response: 'x' }, { response: { id: 'x' } }])(
    'posts that hold no passkey: %j',
    async (body) => {
      expect((await postAsScript('/desk/sign-in/passkey/', body)).status).toBe(422);
    },
  );

  test('a passkey added twice', async () => {
    const authenticator = await added();
    expect((await addPasskey(authenticator, desk.cookie())).status).toBe(400);
    expect(await count(t, 'passkeys')).toBe(1);
  });
});

describe('a fault of the database is said to be ours, and not that a passkey does not fit', () => {
  let before: typeof t.app.database | undefined;
  afterEach(() => {
    if (before) t.app.database = before;
    before = undefined;
  });

  /** From now on, whatever was signed cannot be looked up. */
  function failLookingUp(fail: (tx: Transaction) => Promise<unknown[]>) {
    const { database } = t.app;
    before = database;
    t.app.database = {
      ...database,
      transaction: (work) =>
        database.transaction((tx) =>
          work(
            transactionOver((query) =>
              /delete from "passkey_challenges"/.test(query.text) ? fail(tx) : tx.run(query),
            ),
          ),
        ),
    };
  }

  test('while it is away', async () => {
    const authenticator = await added();
    const challenge = await challengeAt(OPTIONS);
    failLookingUp(() => Promise.reject(new DatabaseUnavailableError('gone')));
    expect((await enterWith(authenticator, { challenge })).status).toBe(503);
  });

  test('when it refuses a statement', async () => {
    const authenticator = await added();
    const challenge = await challengeAt(OPTIONS);
    failLookingUp((tx) => tx.run({ text: 'SELECT 1 / 0' }));
    expect((await enterWith(authenticator, { challenge })).status).toBe(500);
  });
});
