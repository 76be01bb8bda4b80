import { describe, expect, test } from 'vitest';
import { isProofFresh, PROOF_MINUTES } from '#domain/desk/sign-in.ts';
import { MINUTE } from '#domain/time/day.ts';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { linkTo, openDesk, press, sessionIn } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { everyRow } from '../support/every-row.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';

const t = testApp();
const desk = deskVisit(t);

const HALF_AN_HOUR = '2026-11-24T10:30:00Z';
const LATER = '2026-11-24T10:30:00.001Z';

/** Two cases of one person, and what asks for proof about them. */
async function worlds() {
  const one = await sendEnquiry({ phone: '01632 960 001' });
  const two = await sendEnquiry({ email: 'other@example.org', phone: '01632 960 001' });
  const path = `/desk/cases/${one.reference}/`;
  return {
    'the list of every case': { path: '/desk/cases/cases.csv', onward: '/desk/cases/' },
    'erasing a case': { path: `${path}erase/`, onward: `${path}erase/` },
    'joining two cases': {
      path: `${path}join/${two.reference}/`,
      onward: `${path}join/${two.reference}/`,
    },
    'adding a passkey': { path: '/desk/passkeys/add/', onward: '/desk/passkeys/add/' },
  } as const;
}

type What = keyof Awaited<ReturnType<typeof worlds>>;

const ALL: What[] = [
  'the list of every case',
  'erasing a case',
  'joining two cases',
  'adding a passkey',
];

describe.each(ALL)('%s', (what) => {
  test('is open for half an hour after signing in', async () => {
    const { path } = (await worlds())[what];
    t.setNow(HALF_AN_HOUR);
    const page = await desk.show(path);
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).not.toBe('Show that it is you');
  });

  test('asks again after that, says who and why, and does nothing that is posted', async () => {
    const { path } = (await worlds())[what];
    t.setNow(LATER);
    const page = await desk.show(path);
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Show that it is you']);
    expect(textIn(page, 'main')).toContain(`more than ${PROOF_MINUTES} minutes ago`);
    const before = await everyRow(t);
    const answer = await desk.post(path, {});
    expect(answer.status).toBe(401);
    expect(textIn(await readPage(answer), 'main')).toContain('Nothing was done');
    expect(await everyRow(t)).toEqual(before);
  });

  test('is open again by the link that is sent for it, which leads back', async () => {
    const { path, onward } = (await worlds())[what];
    t.setNow(LATER);
    const asked = await desk.show(path);
    expect(fieldsIn(asked, 'form[action="/desk/sign-in/"]')).toEqual({ email: STAFF, onward });
    const sent = await openDesk(
      postForm('/desk/sign-in/', fieldsIn(asked, 'form[action="/desk/sign-in/"]'), {
        cookie: `${desk.cookie()}; __Host-desk-browser=${'b'.repeat(43)}`,
      }),
    );
    expect(sent.status).toBe(200);
    const entered = await press(linkTo(t, STAFF), { cookie: desk.cookie() });
    expect(entered.headers.get('location')).toBe(onward);
    const cookie = sessionIn(entered);
    const page = await readPage(await openDesk(get(path, cookie)));
    expect(page.$('h1').text()).not.toBe('Show that it is you');
    // The session from before has ended with it.
    expect((await openDesk(get('/desk/', desk.cookie()))).status).toBe(303);
  });
});

test.each(['/desk/sessions/end-all/', '/desk/sessions/1/end/'])(
  'signing out elsewhere at %s asks again after half an hour, and ends nothing until then',
  async (path) => {
    t.setNow(LATER);
    // That the session was seen is noted by this, and not by the post.
    await desk.show('/desk/sessions/');
    const before = await everyRow(t);
    const answer = await desk.post(path, {});
    expect(answer.status).toBe(401);
    expect(fieldsIn(await readPage(answer), 'form[action="/desk/sign-in/"]')).toEqual({
      email: STAFF,
      onward: '/desk/sessions/',
    });
    expect(await everyRow(t)).toEqual(before);
    await desk.signInAgain();
    expect((await desk.post(path, {})).status).not.toBe(401);
  },
);

test('nothing else at the desk asks again', async () => {
  const { reference } = await sendEnquiry();
  t.setNow('2026-11-24T20:00:00Z');
  for (const path of ['/desk/', '/desk/cases/', `/desk/cases/${reference}/`, '/desk/sessions/']) {
    expect((await desk.show(path)).$('h1').text(), path).not.toBe('Show that it is you');
  }
  expect(await count(t, 'desk_sessions')).toBe(1);
});

test('a clock that went back asks nobody again', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  expect(isProofFresh(now + MINUTE, now)).toBe(true);
});
