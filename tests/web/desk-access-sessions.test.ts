import { beforeEach, describe, expect, test } from 'vitest';
import { hashOf, keyFor } from '#services/keys.ts';
import { SITE_URL, testApp } from '../support/app.ts';
import { openDesk, press, sessionIn } from '../support/desk-doors.ts';
import {
  alteredAt,
  type DeskWorld,
  expectRefused,
  openWorld,
  otherCase,
  PRIVATE,
  TO_SIGN_IN,
} from '../support/desk-world.ts';
import { everyRow } from '../support/every-row.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });
let world: DeskWorld;
beforeEach(async () => {
  world = await openWorld(t);
});

const secret = () => t.app.environment.LINK_SECRET;
const named = (token: string) => `__Host-desk=${token}`;
const signOut = (cookie: string) => openDesk(postForm('/desk/sign-out/', {}, { cookie }));

/** What a browser sends as cookies, once `before` has been brought about. */
type Attempt = [
  name: string,
  cookie: (w: DeskWorld) => string | undefined,
  before?: (w: DeskWorld) => unknown,
];

const ATTEMPTS: Attempt[] = [
  ['another browser, which has no cookie', () => undefined],
  ['a cookie stolen before its owner signed out', (w) => w.cookie, (w) => signOut(w.cookie)],
  ['a cookie after 12 idle hours', (w) => w.cookie, () => t.setNow('2026-11-24T22:00:00Z')],
  [
    'a cookie of somebody who has left the staff list',
    (w) => w.cookie,
    () => {
      t.app.environment.STAFF_EMAIL = ['rota@example.org'];
    },
  ],
  [
    'a cookie stolen before its owner signed in once more on the same browser',
    (w) => w.cookie,
    (w) => press(w.link, { cookie: w.cookie }),
  ],
  ['a cookie of 43 characters somebody made up', () => named('A'.repeat(43))],
  ['a cookie with nothing in it', () => named('')],
  ['a cookie with its first character altered', (w) => named(alteredAt(w.session, 0))],
  ['a cookie with its last character altered', (w) => named(alteredAt(w.session, -1))],
  ['a cookie cut short', (w) => named(w.session.slice(0, -1))],
  ['a cookie with something after it', (w) => named(`${w.session}A`)],
  ['a cookie in the other case', (w) => named(otherCase(w.session))],
  ['a cookie in quotation marks', (w) => named(`"${w.session}"`)],
  ['the right secret under another name', (w) => `desk=${w.session}`],
  ['the right secret under a name that begins otherwise', (w) => `__Secure-desk=${w.session}`],
  ['the right secret under a name in small letters', (w) => `__host-desk=${w.session}`],
  ['the right secret behind a made-up one', (w) => `${named('A'.repeat(43))}; ${w.cookie}`],
  ['the secret of a link that nobody has used', (w) => named(w.linkToken)],
  ['the secret of the link it came of', (w) => named(w.linkToken), (w) => press(w.link)],
  ['the key of a case', (w) => named(w.keys.case)],
  ['the key of a call', (w) => named(w.keys.booking)],
  ['the key of the calendar feed', (w) => named(w.keys.feed)],
  ['what the database keeps of it', (w) => named(hashOf(w.session).toString('base64url'))],
  [
    'a key made from LINK_SECRET as others are',
    (w) => named(keyFor(secret(), 'staff', w.staff, 0)),
  ],
  ['LINK_SECRET', () => named(secret())],
  ['an address on the staff list', (w) => named(w.staff)],
  ['SQL', () => named(`' OR '1'='1`)],
];

describe('the desk is not opened by', () => {
  beforeEach(() => {
    const { environment } = t.app;
    const { STAFF_EMAIL } = environment;
    return () => {
      environment.STAFF_EMAIL = STAFF_EMAIL;
    };
  });

  test.each<Attempt>(ATTEMPTS)('%s', async (_name, cookieOf, before) => {
    await before?.(world);
    const cookie = cookieOf(world);
    const headers = cookie === undefined ? {} : { cookie };
    for (const path of ['/desk/', `/desk/cases/${world.reference}/`]) {
      await expectRefused(t, () => openDesk(get(path, cookie)), TO_SIGN_IN);
    }
    await expectRefused(t, () => openDesk(postForm('/desk/sign-out/', {}, headers)), {
      status: 401,
    });
  });

  test.each<[string, (w: DeskWorld) => Request]>([
    ['in the address', (w) => get(`/desk/?__Host-desk=${w.session}`)],
    [
      'as a bearer of a token',
      (w) =>
        new Request(`${SITE_URL}/desk/`, { headers: { authorization: `Bearer ${w.session}` } }),
    ],
    [
      'with a header that claims to be somebody',
      () =>
        new Request(`${SITE_URL}/desk/`, { headers: { 'x-forwarded-user': 'staff@example.org' } }),
    ],
  ])('the right secret %s', async (_where, request) => {
    await expectRefused(t, () => openDesk(request(world)), TO_SIGN_IN);
  });
});

describe('a session', () => {
  test('is let in, or none of this would prove anything', async () => {
    const page = await openDesk(get(`/desk/cases/${world.reference}/`, world.cookie));
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(PRIVATE);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of this domain', { 'sec-fetch-site': 'same-site' }],
    [
      'another site, by a browser that says only its origin',
      { origin: 'https://evil.example.org' },
    ],
  ])(
    'is not acted on by a post from %s, though the browser sends the cookie',
    async (_from, headers) => {
      const request = new Request(`${SITE_URL}/desk/sign-out/`, {
        method: 'POST',
        headers: { cookie: world.cookie, ...headers },
      });
      await expectRefused(t, () => openDesk(request), { status: 403 });
      expect((await openDesk(get('/desk/', world.cookie))).status).toBe(200);
    },
  );

  test('ends on the browser that signs out, and goes on in another', async () => {
    const other = sessionIn(await press(world.link));
    await signOut(world.cookie);
    expect((await openDesk(get('/desk/', world.cookie))).status).toBe(303);
    expect((await openDesk(get('/desk/', other))).status).toBe(200);
  });

  test('is seen again at most every five minutes, so that reading seldom writes', async () => {
    t.setNow('2026-11-24T10:04:59Z');
    const before = await everyRow(t);
    await openDesk(get('/desk/', world.cookie));
    expect(await everyRow(t)).toEqual(before);
    t.setNow('2026-11-24T10:05:00Z');
    await openDesk(get('/desk/', world.cookie));
    expect(await everyRow(t)).not.toEqual(before);
  });
});
