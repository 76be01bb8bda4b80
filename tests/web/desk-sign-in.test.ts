import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import erase from '../../netlify/functions/job-erase.ts';
import { call, type OpenedTestApp, openTestApp, SITE_URL } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { askForLink, linkTo, openDesk, openLink, press, sessionIn } from '../support/desk-doors.ts';
import { faultsIn, fieldsIn, labelOf, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const OTHER = 'rota@example.org';

let t: OpenedTestApp;
beforeAll(async () => {
  t = await openTestApp({ STAFF_EMAIL: `Staff@example.org, ${OTHER}` });
});
beforeEach(() => t.reset());
afterAll(() => t.close());

const audited = () =>
  t.app.database.query<{ act: string; actor: string }>('SELECT act, actor FROM audit ORDER BY id');

/** Signs somebody in by the email they were sent, on a browser that sends `headers`. */
async function enter(who = STAFF, headers: Record<string, string> = {}): Promise<string> {
  await askForLink(who);
  return sessionIn(await press(linkTo(t, who), headers));
}

describe('signing in', () => {
  test('starts with a form that asks for an address', async () => {
    const page = await readPage(await openDesk(get('/desk/sign-in/')));
    expect(page.status).toBe(200);
    expect(textIn(page, 'h1')).toBe('Sign in to the desk');
    expect(labelOf(page, 'email')).toBe('Your email address');
    expect(page.$('form').attr()).toMatchObject({ action: '/desk/sign-in/', method: 'post' });
  });

  test('sends one of the staff a link that works once, and says nothing of it on the page', async () => {
    const page = await readPage(await askForLink(' STAFF@example.org '));
    expect(page.status).toBe(200);
    expect(textIn(page, 'main')).toContain('If that address is on the staff list');
    expect(page.markup).not.toContain('@');
    const [email, ...more] = mailTo(t, STAFF);
    expect(more).toEqual([]);
    expect(email?.subject).toBe('Sign in to the desk');
    expect(email?.to).toEqual([STAFF]);
    expect(linkTo(t, STAFF)).toMatch(/^\/desk\/sign-in\/[\w-]{43}\/$/);
  });

  test('shows a button first, and signs in when it is pressed', async () => {
    await askForLink(STAFF);
    const button = await readPage(await openLink(linkTo(t, STAFF)));
    expect(button.status).toBe(200);
    expect(textIn(button, 'main')).toContain(`sign in to the desk as ${STAFF}`);
    expect(textIn(button, 'form button')).toBe('Sign in');
    expect(await count(t, 'desk_sessions')).toBe(0);

    const answer = await press(linkTo(t, STAFF));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/desk/');
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const desk = await openDesk(get('/desk/', sessionIn(answer)));
    expect(desk.status).toBe(200);
    expect((await audited()).map(({ act }) => act)).toEqual(['signed in']);
  });

  test('leads on to the page of the desk that was asked for', async () => {
    const sent = await openDesk(get('/desk/cases/'));
    expect(sent.headers.get('location')).toBe('/desk/sign-in/?onward=%2Fdesk%2Fcases%2F');
    const asked = await readPage(await openDesk(get('/desk/sign-in/?onward=%2Fdesk%2Fcases%2F')));
    expect(fieldsIn(asked)).toMatchObject({ onward: '/desk/cases/' });
    await askForLink(STAFF, { onward: '/desk/cases/' });
    expect((await press(linkTo(t, STAFF))).headers.get('location')).toBe('/desk/cases/');
  });

  test('ends the session this browser had, and no other', async () => {
    const before = await enter();
    const elsewhere = await enter(OTHER);
    const after = await enter(STAFF, { cookie: before });
    expect((await openDesk(get('/desk/', before))).status).toBe(303);
    expect((await openDesk(get('/desk/', elsewhere))).status).toBe(200);
    expect((await openDesk(get('/desk/', after))).status).toBe(200);
  });

  test('is not asked of whoever is signed in', async () => {
    const answer = await openDesk(get('/desk/sign-in/?onward=/desk/times/', await enter()));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/times/']);
  });

  test('with what is no address comes back with it still there', async () => {
    const page = await readPage(await askForLink('nowhere', { onward: '/desk/cases/' }));
    expect(page.status).toBe(422);
    expect(faultsIn(page)[0]?.[1]).toBe('#email');
    expect(fieldsIn(page)).toEqual({ email: 'nowhere', onward: '/desk/cases/' });
  });

  test.each([
    ['used', 410, 'This link has been used'],
    ['expired', 410, 'This link has expired'],
    ['unknown', 404, 'This link does not work'],
  ])('with a link that is %s is told so, and how to get another', async (kind, status, heading) => {
    await askForLink(STAFF);
    const link = linkTo(t, STAFF);
    if (kind === 'used') await press(link);
    if (kind === 'expired') t.setNow('2026-11-24T10:10:00.001Z');
    const path = kind === 'unknown' ? link.replace(/.\/$/, '/') : link;
    for (const answer of [await openDesk(get(path)), await press(path)]) {
      const page = await readPage(answer);
      expect(page.status).toBe(status);
      expect(textIn(page, 'h1')).toBe(heading);
      expect(page.$('main a').attr('href')).toBe('/desk/sign-in/');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  test('works to the last millisecond of 10 minutes', async () => {
    await askForLink(STAFF);
    t.setNow('2026-11-24T10:10:00.000Z');
    expect((await press(linkTo(t, STAFF))).status).toBe(303);
  });
});

describe('a session', () => {
  test('goes on while its pages are opened at least every 12 hours', async () => {
    const cookie = await enter();
    for (const instant of ['21:59:59', '23:30:00']) {
      t.setNow(`2026-11-24T${instant}Z`);
      expect((await openDesk(get('/desk/', cookie))).status).toBe(200);
    }
    t.setNow('2026-11-25T11:29:59Z');
    expect((await openDesk(get('/desk/', cookie))).status).toBe(200);
  });

  test('is ended by signing out, from a page that says so', async () => {
    const cookie = await enter();
    const asked = await readPage(await openDesk(get('/desk/sign-out/', cookie)));
    expect(textIn(asked, 'main')).toContain(`You are signed in as ${STAFF}.`);
    expect((await openDesk(get('/desk/', cookie))).status).toBe(200);

    const answer = await openDesk(postForm('/desk/sign-out/', {}, { cookie }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-desk=; Max-Age=0; Path=\/;.* Secure/);
    const said = await readPage(await openDesk(get(answer.headers.get('location') ?? '')));
    expect(textIn(said, '[role="status"]')).toContain('You are signed out on this browser.');
    expect((await audited()).map(({ act }) => act)).toEqual(['signed in', 'signed out']);
  });

  test('leaves marks in the audit that tell staff apart and name nobody', async () => {
    await enter(STAFF);
    await enter(OTHER);
    const marks = (await audited()).map(({ actor }) => actor);
    expect(new Set(marks).size).toBe(2);
    expect(marks.join()).toMatch(/^[\w-]{8},[\w-]{8}$/);
    expect(t.logged.join()).not.toContain('@');
  });
});

test('what was sent and asked for is kept no longer than it is of use, and never the link itself', async () => {
  await askForLink(STAFF);
  const token = linkTo(t, STAFF).split('/').at(-2) ?? '';
  const cookie = sessionIn(await press(linkTo(t, STAFF)));
  const kept = JSON.stringify([
    await t.app.database.query(`SELECT *, encode(hash, 'escape') AS raw FROM desk_links`),
    await t.app.database.query(`SELECT *, encode(hash, 'escape') AS raw FROM desk_sessions`),
    await t.app.database.query('SELECT payload FROM messages'),
  ]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(cookie.split('=')[1]);
  t.setNow('2026-11-24T22:00:00.001Z');
  await call(erase, new Request(SITE_URL));
  expect([await count(t, 'desk_links'), await count(t, 'desk_sessions')]).toEqual([1, 0]);
  t.setNow('2026-11-25T10:00:00.001Z');
  await call(erase, new Request(SITE_URL));
  expect(await count(t, 'desk_links')).toBe(0);
});
