import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { readEnvironment } from '#services/environment.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { hashOf, keyFor, type Purpose, subkey, type Use } from '#services/keys.ts';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count, getInvite, keyIn, mailTo } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);

let before: typeof t.app.environment;
beforeEach(() => {
  before = t.app.environment;
});
afterEach(() => {
  t.app.environment = before;
});

const NEXT = 'the next secret of this site, 32 characters or more';

/** The secret is changed; the one of before opens its links still, until `overlap` is over. */
function changeSecret({ overlap }: { overlap: boolean }): void {
  const { LINK_SECRET_PREVIOUS: _previous, ...environment } = before;
  t.app.environment = {
    ...environment,
    LINK_SECRET: NEXT,
    ...(overlap && { LINK_SECRET_PREVIOUS: before.LINK_SECRET }),
  };
}

const status = async (path: string) => (await call(publicApp, get(path))).status;

/** A case with a call, and every address its person was given. */
async function given() {
  const { link } = await sendEnquiry();
  const { booking } = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ case: keyIn(link) })),
  );
  return { own: new URL(link).pathname, call: `/your-call/${booking}/`, booking };
}

const linkAgain = async () => {
  await call(publicApp, postForm('/your-enquiry/', { email: 'person@example.org' }));
  const text = mailTo(t, 'person@example.org').at(-1)?.text ?? '';
  return new URL(/http\S+\/your-enquiry\/[\w-]+\//.exec(text)?.[0] ?? '').pathname;
};

describe('when the secret of links changes', () => {
  test('links that were given out open while both are set, before any job has run', async () => {
    const { own, call: ownCall, booking } = await given();
    changeSecret({ overlap: true });
    expect([await status(own), await status(ownCall)]).toEqual([200, 200]);
    expect((await getInvite(booking)).status).toBe(200);
    // What is written meanwhile opens too, of old cases and new.
    expect(await status(await linkAgain())).toBe(200);
    const { link } = await sendEnquiry({ email: 'other@example.org' });
    expect(await status(new URL(link).pathname)).toBe(200);
  });

  test('the next run makes every link one of the new secret, and those of before open still', async () => {
    const { own, call: ownCall } = await given();
    changeSecret({ overlap: true });
    await runJob(t.app, 'deliver');
    expect([await status(own), await status(ownCall)]).toEqual([200, 200]);
    const again = await linkAgain();
    expect(again).not.toBe(own);
    expect(await status(again)).toBe(200);
    expect(t.logged).toContain('2 links are of the new LINK_SECRET; those of before open still.');
    t.logged.length = 0;
    await runJob(t.app, 'deliver');
    expect(t.logged.join()).not.toContain('links are of the new');
  });

  test('once the one of before is taken out, its links end, and those written since go on', async () => {
    const { own, call: ownCall } = await given();
    changeSecret({ overlap: true });
    await runJob(t.app, 'deliver');
    const again = await linkAgain();
    changeSecret({ overlap: false });
    expect([await status(own), await status(ownCall), await status(again)]).toEqual([
      404, 404, 200,
    ]);
    await runJob(t.app, 'deliver');
    expect(await count(t, 'cases WHERE key_hash_before IS NOT NULL')).toBe(0);
    expect(await status(again)).toBe(200);
  });

  test('a link that was ended stays ended under either secret', async () => {
    const { own } = await given();
    changeSecret({ overlap: true });
    await runJob(t.app, 'deliver');
    const corrected = {
      organisation: 'Example County Council',
      name: 'A. Person',
      interests: ['groups'],
    };
    await call(publicApp, postForm(`${own}correct/`, { ...corrected, email: 'other@example.org' }));
    expect(await status(own)).toBe(404);
  });

  test('feeds and the audit know people by both', async () => {
    const { site } = t.app;
    const calendar = { by: 'feed', 'feed-generation': 0 } as const;
    t.app.site = { ...site, settings: { ...site.settings, 'staff-calendar': calendar } };
    const feed = new URL(feedAddress(t.app, 'staff@example.org')).pathname;
    const { reference } = await sendEnquiry();
    await desk.show(`/desk/cases/${reference}/`);
    changeSecret({ overlap: true });
    expect(await status(feed)).toBe(200);
    expect(textIn(await desk.show('/desk/audit/'), 'main')).toContain('staff@example.org');
    changeSecret({ overlap: false });
    expect(await status(feed)).toBe(404);
    t.app.site = site;
  });
});

test('links from before each purpose had a key of its own open all the same', async () => {
  const { own } = await given();
  const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM cases');
  const undivided = createHmac('sha256', before.LINK_SECRET)
    .update(`case|${row?.id}|0`)
    .digest('base64url');
  await t.app.database.query('UPDATE cases SET key_hash = $1', [hashOf(undivided)]);
  expect([await status(`/your-enquiry/${undivided}/`), await status(own)]).toEqual([200, 404]);
  expect(await linkAgain()).toBe(`/your-enquiry/${undivided}/`);
});

test('no use of the secret has the key of another, and none is the secret', () => {
  const uses: Use[] = [
    ...(['case', 'booking', 'feed', 'staff', 'delivery', 'counts', 'locks'] as const),
    ...(['codes', 'forms', 'posts', 'passkey', 'calendars'] as const),
  ];
  const keys = uses.map((use) => subkey(NEXT, use).toString('hex'));
  expect(new Set(keys).size).toBe(uses.length);
  expect(keys.join()).not.toContain(Buffer.from(NEXT).toString('hex'));
  const purposes: Purpose[] = ['case', 'booking', 'feed', 'staff', 'delivery'];
  expect(new Set(purposes.map((purpose) => keyFor(NEXT, purpose, 'id', 0))).size).toBe(5);
});

test.each<[string, string, RegExp]>([
  ['the same as LINK_SECRET', NEXT, /LINK_SECRET_PREVIOUS: This is LINK_SECRET itself/],
  ['short', 'short', /LINK_SECRET_PREVIOUS: Use 32 random characters/],
])('a secret of before that is %s is refused', (_what, previous, fault) => {
  const raw = {
    LINK_SECRET: NEXT,
    LINK_SECRET_PREVIOUS: previous,
    URL: SITE_URL,
    NETLIFY_DB_URL: 'postgres://db/x',
  };
  expect(() => readEnvironment(raw, 'local')).toThrow(fault);
});
