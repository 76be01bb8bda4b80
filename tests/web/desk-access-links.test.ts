import { beforeEach, describe, expect, test } from 'vitest';
import { hashOf, keyFor } from '#services/keys.ts';
import { SITE_URL, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { openDesk, press } from '../support/desk-doors.ts';
import {
  alteredAt,
  type DeskWorld,
  expectRefused,
  openWorld,
  otherCase,
  type Refused,
} from '../support/desk-world.ts';
import { everyRow } from '../support/every-row.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });
let world: DeskWorld;
beforeEach(async () => {
  world = await openWorld(t);
});

const at = (token: string) => `/desk/sign-in/${token}/`;
const secret = () => t.app.environment.LINK_SECRET;

const UNKNOWN: Refused = { status: 404 };
const OVER: Refused = { status: 410 };
const WRONG_METHOD: Refused = { status: 405 };
const CROSS_SITE: Refused = { status: 403 };

/** What is pressed, once `before` has been brought about, and how it is refused. */
type Attempt = [
  name: string,
  refused: Refused,
  link: (w: DeskWorld) => string,
  before?: (w: DeskWorld) => unknown,
];

const ATTEMPTS: Attempt[] = [
  ['used before', OVER, (w) => w.link, (w) => press(w.link)],
  [
    'a millisecond over 10 minutes old',
    OVER,
    (w) => w.link,
    () => t.setNow('2026-11-24T10:10:00.001Z'),
  ],
  ['a day old', OVER, (w) => w.link, () => t.setNow('2026-11-25T10:00:00Z')],
  ['with its first character altered', UNKNOWN, (w) => at(alteredAt(w.linkToken, 0))],
  ['with a character in the middle altered', UNKNOWN, (w) => at(alteredAt(w.linkToken, 21))],
  ['with its last character altered', UNKNOWN, (w) => at(alteredAt(w.linkToken, -1))],
  ['cut short by one character', UNKNOWN, (w) => at(w.linkToken.slice(0, -1))],
  ['with one character too many', UNKNOWN, (w) => at(`${w.linkToken}A`)],
  ['with a space after it', UNKNOWN, (w) => at(`${w.linkToken}%20`)],
  ['with a NUL after it', UNKNOWN, (w) => at(`${w.linkToken}%00`)],
  ['in the other case', UNKNOWN, (w) => at(otherCase(w.linkToken))],
  ['backwards', UNKNOWN, (w) => at([...w.linkToken].reverse().join(''))],
  [
    'of somebody who has left the staff list since',
    UNKNOWN,
    (w) => w.link,
    () => {
      t.app.environment.STAFF_EMAIL = ['rota@example.org'];
    },
  ],
  ['that is the key of a case', UNKNOWN, (w) => at(w.keys.case)],
  ['that is the key of a call', UNKNOWN, (w) => at(w.keys.booking)],
  ['that is the key of the calendar feed', UNKNOWN, (w) => at(w.keys.feed)],
  ['that is the secret of a session', UNKNOWN, (w) => at(w.session)],
  [
    'that is what the database keeps of it, in base64url',
    UNKNOWN,
    (w) => at(hashOf(w.linkToken).toString('base64url')),
  ],
  [
    'that is what the database keeps of it, in hexadecimal',
    UNKNOWN,
    (w) => at(hashOf(w.linkToken).toString('hex')),
  ],
  [
    'that is made from LINK_SECRET as other keys are',
    UNKNOWN,
    (w) => at(keyFor(secret(), 'staff', w.staff, 0)),
  ],
  ['that is LINK_SECRET', UNKNOWN, () => at(secret())],
  ['of 43 characters somebody made up', UNKNOWN, () => at('A'.repeat(43))],
  ['that is the address it was sent to', UNKNOWN, (w) => at(encodeURIComponent(w.staff))],
  ['that is SQL', UNKNOWN, () => at(encodeURIComponent(`' OR used_at IS NULL --`))],
  [
    'that is SQL of its length',
    UNKNOWN,
    () => at(encodeURIComponent(`${"' OR 1=1 --".padEnd(43, '-')}`)),
  ],
  ['that climbs out of its folder', UNKNOWN, () => at('..%2F..%2Fdesk')],
];

describe('a link to sign in', () => {
  beforeEach(() => {
    const { environment } = t.app;
    const { STAFF_EMAIL } = environment;
    return () => {
      environment.STAFF_EMAIL = STAFF_EMAIL;
    };
  });

  test.each<Attempt>(ATTEMPTS)('%s signs nobody in', async (_name, refused, link, before) => {
    await before?.(world);
    await expectRefused(t, () => press(link(world)), refused);
    await expectRefused(t, () => openDesk(get(link(world))), refused);
  });

  test.each(['GET', 'HEAD'])('opened by a mail scanner with %s signs nobody in', async (method) => {
    const before = await everyRow(t);
    for (const _again of [1, 2, 3]) {
      const answer = await openDesk(new Request(SITE_URL + world.link, { method }));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(await everyRow(t)).toEqual(before);
    expect((await press(world.link)).status).toBe(303);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes no %s', async (method) => {
    const request = () => openDesk(new Request(SITE_URL + world.link, { method }));
    await expectRefused(t, request, WRONG_METHOD);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of this domain', { 'sec-fetch-site': 'same-site' }],
    [
      'another site, by a browser that says only its origin',
      { origin: 'https://evil.example.org' },
    ],
    ['a page without an origin, by such a browser', { origin: 'null' }],
  ])('pressed from %s signs nobody in', async (_from, headers) => {
    const request = new Request(SITE_URL + world.link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    await expectRefused(t, () => openDesk(request), CROSS_SITE);
  });

  test.each([
    ['fields it does not have', () => postForm(world.link, { email: 'rota@example.org' })],
    ['JSON that asks for more', () => postJson(world.link, { staff: true })],
  ])('posted with %s signs nobody in', async (_what, request) => {
    await expectRefused(t, () => openDesk(request()), { status: 422 });
  });

  test('pressed five times at once signs in once', async () => {
    const before = await count(t, 'desk_sessions');
    const answers = await Promise.all(Array.from({ length: 5 }, () => press(world.link)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, 410, 410, 410, 410]);
    expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1);
    expect(await count(t, 'desk_sessions')).toBe(before + 1);
    expect(await count(t, `audit WHERE act = 'signed in'`)).toBe(1);
  });

  test('signs in whom it was sent to, whatever is posted with it', async () => {
    await press(world.link, { cookie: world.cookie, 'x-forwarded-user': 'rota@example.org' });
    const sessions = await t.app.database.query('SELECT email FROM desk_sessions');
    expect(sessions).toEqual([{ email: world.staff }]);
  });
});
