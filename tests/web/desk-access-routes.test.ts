import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, type OpenedTestApp, openTestApp, SITE_URL } from '../support/app.ts';
import { addressOf as fill, routesOf } from '../support/app-routes.ts';
import { openDesk } from '../support/desk-doors.ts';
import { type DeskWorld, expectRefused, openWorld, TO_SIGN_IN } from '../support/desk-world.ts';
import { everyRow } from '../support/every-row.ts';
import { get, postForm } from '../support/requests.ts';

// One world for all: each attempt is held to change nothing in it.
let t: OpenedTestApp;
let world: DeskWorld;
beforeAll(async () => {
  t = await openTestApp();
  await t.reset();
  world = await openWorld(t);
});
afterAll(() => t.close());

/** The ways in are open to everybody; every other address of the desk is not. */
const WAYS_IN = /^\/desk\/sign-in(\/|$)/;

/** Every address of the desk as its app declares it, so that a new one is tried from its first day. */
const ROUTES = routesOf(deskApp).filter(({ pattern }) => !WAYS_IN.test(pattern));

/** An address of the pattern, with a real reference and real ids: a guess that came out right. */
const addressOf = (pattern: string): string =>
  fill(pattern, (name) => (name === 'reference' ? world.reference : world.bookingId));

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  openDesk(new Request(SITE_URL + path, { method, headers }));

test('every address of the desk is known', () => {
  const all = ROUTES.map(({ pattern }) => pattern);
  expect(all).toEqual(expect.arrayContaining(['/desk', '/desk/sign-out']));
  expect(all.every((pattern) => /^\/desk(\/|$)/.test(pattern))).toBe(true);
});

describe.each(ROUTES)('$pattern', ({ pattern }) => {
  test('leads whoever is not signed in to where staff sign in, however its address is written', async () => {
    for (const path of [addressOf(pattern), `${addressOf(pattern)}/`]) {
      const takesGet = (await ask('GET', path)).status !== 405;
      const refused = takesGet ? TO_SIGN_IN : { status: 405 };
      await expectRefused(t, () => ask('GET', path), refused);
      await expectRefused(t, () => ask('HEAD', path), refused);
    }
  });

  test('does nothing that somebody posts who is not signed in', async () => {
    const path = addressOf(pattern);
    const takesPost = (await ask('POST', path)).status !== 405;
    const refused = { status: takesPost ? 401 : 405 };
    const form = {
      outcome: 'spoke',
      words: 'x',
      confirm: 'yes',
      slot: '2026-11-30T11:00:00+00:00',
    };
    await expectRefused(t, () => openDesk(postForm(path, form)), refused);
    await expectRefused(t, () => ask('POST', path), refused);
  });

  test('does nothing that another site posts, though staff are signed in', async () => {
    const headers = { cookie: world.cookie, 'sec-fetch-site': 'cross-site' };
    const path = addressOf(pattern);
    const takesPost = (await ask('POST', path)).status !== 405;
    await expectRefused(t, () => ask('POST', path, headers), { status: takesPost ? 403 : 405 });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('takes no %s, from staff either', async (method) => {
    const { cookie } = world;
    await expectRefused(t, () => ask(method, addressOf(pattern)), { status: 405 });
    await expectRefused(t, () => ask(method, addressOf(pattern), { cookie }), { status: 405 });
  });

  test('is opened by GET without a change, and kept by nobody', async () => {
    const before = await everyRow(t);
    const answer = await openDesk(get(addressOf(pattern), world.cookie));
    expect(await everyRow(t)).toEqual(before);
    if (answer.status === 405) return;
    expect(answer.status).not.toBe(401);
    expect(answer.headers.get('location') ?? '').not.toContain('sign-in');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    if (answer.status === 303) return;
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });
});

test('a case’s reference that is guessed says no more than one that is wrong', async () => {
  const answerTo = async (reference: string) => {
    const { status, headers } = await openDesk(get(`/desk/cases/${reference}/`));
    return [status, headers.get('location')?.replace(reference, 'REFERENCE')];
  };
  expect(await answerTo(world.reference)).toEqual(await answerTo('22222222'));
});

test('the ways in are kept by nobody either', async () => {
  for (const path of ['/desk/sign-in/', world.link, `${world.link.slice(0, -2)}/`]) {
    const { headers } = await openDesk(get(path));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test('no address outside the desk sets a cookie, for staff either', async () => {
  const outside = routesOf(publicApp);
  expect(outside.length).toBeGreaterThan(15);
  for (const { pattern } of outside) {
    const path = fill(pattern, () => world.keys.case);
    for (const method of ['GET', 'POST']) {
      const request = new Request(SITE_URL + path, { method, headers: { cookie: world.cookie } });
      const answer = await call(publicApp, request);
      expect(answer.headers.get('set-cookie'), `${method} ${path}`).toBeNull();
    }
  }
});
