import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_LIVE } from '#services/desk/sign-in-links.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { deskApp } from '#web/desk-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import {
  ASKING,
  askForLink,
  linkTo,
  openDesk,
  openLink,
  press,
  sessionIn,
} from '../support/desk-doors.ts';
import { expectRefused } from '../support/desk-world.ts';
import { everyRow } from '../support/every-row.ts';
import { faultsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const OTHER = `__Host-desk-browser=${'o'.repeat(43)}`;

const t = testApp({ STAFF_EMAIL: `${STAFF}, rota@example.org` });

const typeCode = (code: string, cookie = ASKING) =>
  openDesk(postForm('/desk/sign-in/code/', { code }, { cookie }));

const codeShown = async (link = linkTo(t, STAFF), cookie?: string) =>
  textIn(await readPage(await openDesk(get(link, cookie))), '.sign-in-code');

/** A code that is not this one. */
const wrong = (code: string, by = 1) =>
  String((Number(code.replace(' ', '')) + by) % 1_000_000).padStart(6, '0');

const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((set) => set.split(';')[0]);

describe('a link to sign in, on a browser that did not ask for it', () => {
  beforeEach(() => askForLink(STAFF));

  test('shows a code and no button, and changes nothing', async () => {
    const before = await everyRow(t);
    for (const cookie of [undefined, OTHER, `__Host-desk-browser=${'b'.repeat(42)}`]) {
      const page = await readPage(await openDesk(get(linkTo(t, STAFF), cookie)));
      expect(page.status).toBe(200);
      expect(textIn(page, '.sign-in-code')).toMatch(/^\d{3} \d{3}$/);
      expect(page.$('form')).toHaveLength(0);
    }
    expect(await everyRow(t)).toEqual(before);
  });

  test.each([[undefined], [OTHER]])(
    'pressed there all the same signs nobody in',
    async (cookie) => {
      const request = () => openDesk(postForm(linkTo(t, STAFF), {}, cookie ? { cookie } : {}));
      await expectRefused(t, request, { status: 409 });
      expect((await press(linkTo(t, STAFF))).status).toBe(303);
    },
  );

  test('signs in the browser that asked, by its code, once', async () => {
    const code = await codeShown();
    const answer = await typeCode(code);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/']);
    expect((await openDesk(get('/desk/', sessionIn(answer)))).status).toBe(200);
    expect((await typeCode(code)).status).toBe(422);
    expect((await press(linkTo(t, STAFF))).status).toBe(410);
    expect(await count(t, 'desk_sessions')).toBe(1);
  });

  test('signs in no other browser by its code, nor the one that asked once it has ended', async () => {
    const code = await codeShown();
    for (const cookie of [OTHER, 'desk-browser=x']) {
      await expectRefused(t, () => typeCode(code, cookie), { status: 422 });
    }
    t.setNow('2026-11-24T10:10:00.001Z');
    await expectRefused(t, () => typeCode(code), { status: 422 });
  });

  test('takes five codes, and then none; the link itself still signs in', async () => {
    const code = await codeShown();
    for (let tried = 1; tried <= 5; tried += 1) {
      const page = await readPage(await typeCode(wrong(code, tried)));
      expect(faultsIn(page)[0]?.[1]).toBe('#code');
    }
    expect((await typeCode(code)).status).toBe(422);
    expect(await count(t, 'desk_sessions')).toBe(0);
    expect((await press(linkTo(t, STAFF))).status).toBe(303);
  });

  test('takes twenty wrong codes for one address in an hour, from however many browsers', async () => {
    for (let browser = 0; browser < 4; browser += 1) {
      const cookie = `__Host-desk-browser=${String(browser).repeat(43)}`;
      const ask = postForm('/desk/sign-in/', { email: STAFF }, { cookie });
      await call(deskApp, ask, `192.0.2.${browser + 10}`);
      const code = await codeShown(linkTo(t, STAFF), OTHER);
      for (let tried = 1; tried <= 5; tried += 1) await typeCode(wrong(code, tried), cookie);
    }
    const code = await codeShown(linkTo(t, STAFF), OTHER);
    expect((await typeCode(code)).status).toBe(422);
    expect(await count(t, 'desk_sessions')).toBe(0);
    t.setNow('2026-11-24T11:00:00.001Z');
    await askForLink(STAFF);
    expect((await typeCode(await codeShown())).status).toBe(303);
  });

  test.each([
    ['nothing', ''],
    ['letters', 'abcdef'],
    ['five digits', '12345'],
    ['seven digits', '1234567'],
  ])('%s is no code, and is asked for again', async (_what, code) => {
    const page = await readPage(await typeCode(code));
    expect(page.status).toBe(422);
    expect(faultsIn(page)[0]?.[0]).toMatch(/^Enter the six digits/);
  });
});

describe('asking for a link', () => {
  test('sets the one cookie that says which browser asked, for any address, and no other', async () => {
    for (const email of [STAFF, 'stranger@example.org']) {
      const answer = await openDesk(postForm('/desk/sign-in/', { email }));
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-desk-browser=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
    }
    const answers = [
      await openDesk(get('/desk/sign-in/')),
      await openDesk(get('/desk/sign-in/code/')),
    ];
    expect(answers.flatMap(cookiesOf)).toEqual([]);
  });

  test('is never in the way of anybody else: staff get a fresh link in the middle of a flood', async () => {
    for (let stranger = 0; stranger < 40; stranger += 1) {
      const cookie = `__Host-desk-browser=${String(stranger).padStart(43, 's')}`;
      const ask = () => postForm('/desk/sign-in/', { email: STAFF }, { cookie });
      for (let time = 0; time < 5; time += 1)
        await call(deskApp, ask(), `2001:db8:0:${stranger}::${time}`);
    }
    expect(mailTo(t, STAFF)).toHaveLength(40 * MOST_LIVE);
    await askForLink(STAFF);
    const link = linkTo(t, STAFF);
    expect(mailTo(t, STAFF)).toHaveLength(40 * MOST_LIVE + 1);
    expect((await readPage(await openLink(link))).$('form button').text()).toBe('Sign in');
    expect((await press(link)).status).toBe(303);
  });

  test('has three links that work, from however many connections and to however many addresses', async () => {
    for (let connection = 0; connection < 20; connection += 1) {
      const email = connection % 2 ? STAFF : 'rota@example.org';
      const ask = postForm('/desk/sign-in/', { email }, { cookie: OTHER });
      await call(deskApp, ask, `2001:db8:0:${connection}::1`);
    }
    expect(await count(t, 'desk_links')).toBe(MOST_LIVE);
    expect(await count(t, `messages WHERE kind = 'link to sign in'`)).toBe(MOST_LIVE);
  });

  test('keeps the connection it came from as a hash, and only while the link works', async () => {
    await askForLink(STAFF);
    const [row] = await t.app.database.query<{ hash: string }>(
      `SELECT encode(asked_from, 'escape') AS hash FROM desk_links`,
    );
    expect(row?.hash).not.toContain('192.0.2');
    t.setNow('2026-11-24T10:10:00.001Z');
    await askForLink('rota@example.org');
    expect(await count(t, 'desk_links WHERE asked_from IS NOT NULL')).toBe(1);
  });
});

describe('sessions', () => {
  const enter = async (staff = STAFF): Promise<string> => {
    await askForLink(staff);
    return sessionIn(await press(linkTo(t, staff)));
  };
  const show = async (cookie: string) => readPage(await openDesk(get('/desk/sessions/', cookie)));
  const post = (path: string, cookie: string) => openDesk(postForm(path, {}, { cookie }));
  const isIn = async (cookie: string) => (await openDesk(get('/desk/', cookie))).status === 200;

  test('end seven days after signing in, however busy they are', async () => {
    const cookie = await enter();
    for (let hours = 11; hours < 7 * 24; hours += 11) {
      t.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + hours * 3_600_000).toISOString());
      expect(await isIn(cookie), `after ${hours} hours`).toBe(true);
    }
    t.setNow('2026-12-01T09:59:59Z');
    expect(await isIn(cookie)).toBe(true);
    t.setNow('2026-12-01T10:00:00Z');
    expect(await isIn(cookie)).toBe(false);
  });

  test('are listed, one’s own alone, this browser told from the others', async () => {
    const first = await enter();
    t.setNow('2026-11-24T10:20:00Z');
    const cookie = await enter();
    await enter('rota@example.org');
    const page = await show(cookie);
    const items = page
      .$('.sessions > li')
      .toArray()
      .map((item) => page.$(item).text().replace(/\s+/g, ' ').trim());
    expect(items).toEqual([
      'This browser. Signed in Tuesday 24 November, 10:20am.',
      'Another browser. Signed in Tuesday 24 November, 10am, last used Tuesday 24 November, 10am. Sign out there: signed in Tuesday 24 November, 10am',
    ]);
    const end = page.$('.sessions form').attr('action') ?? '';
    expect((await post(end, cookie)).headers.get('location')).toBe('/desk/sessions/?ended');
    expect([await isIn(first), await isIn(cookie)]).toEqual([false, true]);
    expect((await post(end, cookie)).status).toBe(404);
  });

  test('of somebody else are not ended', async () => {
    const theirs = await enter('rota@example.org');
    const cookie = await enter();
    const [row] = await t.app.database.query<{ id: string }>(
      `SELECT id FROM desk_sessions WHERE email = 'rota@example.org'`,
    );
    for (const id of [row?.id, '0', '-1', '1e3', 'x', '99999999999999999999']) {
      expect((await post(`/desk/sessions/${id}/end/`, cookie)).status).toBe(404);
    }
    expect(await isIn(theirs)).toBe(true);
  });

  test('are all ended by signing out everywhere, which says so in the audit', async () => {
    const first = await enter();
    const cookie = await enter();
    const theirs = await enter('rota@example.org');
    const answer = await post('/desk/sessions/end-all/', cookie);
    expect(answer.headers.get('location')).toBe('/desk/sign-in/?signed-out=everywhere');
    expect([await isIn(first), await isIn(cookie), await isIn(theirs)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await count(t, `audit WHERE act = 'signed out everywhere'`)).toBe(1);
  });

  test('leave nothing in the browser that signs out', async () => {
    const cookie = await enter();
    const answer = await post('/desk/sign-out/', cookie);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(cookiesOf(answer)).toEqual(['__Host-desk=', '__Host-desk-browser=']);
  });

  test('end for good when somebody leaves the staff list, though they come back', async () => {
    const cookie = await enter();
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: ['rota@example.org'] };
    expect(await isIn(cookie)).toBe(false);
    await runJob(t.app, 'deliver');
    t.app.environment = environment;
    expect(await isIn(cookie)).toBe(false);
    expect(await count(t, 'desk_sessions')).toBe(0);
  });
});
