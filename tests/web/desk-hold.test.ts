import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count, mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { callIds, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { stopMail } from '../support/staff-words.ts';

const CALLER = 'person@example.org';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

const pathOf = (reference: string) => `/desk/cases/${reference}/`;

const REASON = 'They dispute what we wrote down.';

async function hold(reference: string, values: Record<string, string> = {}) {
  const path = `${pathOf(reference)}hold/`;
  const shown = fieldsIn(await show(path), `form[action="${path}"]`);
  return post(path, { ...shown, reason: REASON, followUp: '2026-12-01', ...values });
}

const at = async (instant: string) => {
  t.setNow(instant);
  await signInAgain();
};

describe('a case on hold', () => {
  test('says so at its case, in lists, in searches, and on Today when its date has come', async () => {
    const { reference } = await sendEnquiry();
    expect((await hold(reference)).headers.get('location')).toBe(`${pathOf(reference)}?done=held`);
    const page = await show(pathOf(reference));
    expect(textIn(page, '.case-next')).toContain(
      `This case is on hold. It is kept, and not used. ${REASON} To be looked at again on Tuesday 1 December.`,
    );
    expect(textIn(page, '.case-acts')).not.toMatch(/Offer|Book a|Email them|Erase/);
    expect(textIn(await show(`${pathOf(reference)}held/`), 'main')).toContain(
      'We keep it while it is on hold or your complaint is open, and after that for 12 months',
    );
    for (const query of ['', '?q=person', '?filter=on-hold']) {
      expect(list(await show(`/desk/cases/${query}`), '.case-mark')).toEqual(['On hold']);
    }
    expect(textIn(await show('/desk/'), 'main')).not.toContain('On hold');
    await at('2026-12-01T09:00:00Z');
    expect(textIn(await show('/desk/'), '[aria-labelledby="holds"]')).toContain(REASON);
    expect(await runJob(t.app, 'digest')).toContain('on its way');
    expect(mailTo(t, 'staff@example.org').at(-1)?.text).toContain('On hold, to look at again');
  });

  test('stays through retention runs, and goes after the hold is taken off', async () => {
    const { reference } = await sendEnquiry();
    await hold(reference);
    await at('2028-06-01T09:00:00Z');
    expect(await runJob(t.app, 'erase')).toBe('0 erased');
    expect(await count(t, 'cases')).toBe(1);
    const end = `${pathOf(reference)}hold/end/`;
    expect((await show(end)).status).toBe(200);
    expect((await post(end, {})).headers.get('location')).toBe(
      `${pathOf(reference)}?done=hold-ended`,
    );
    expect(await runJob(t.app, 'erase')).toBe('1 erased');
    expect(await t.app.database.query('SELECT act, reference FROM audit ORDER BY id')).toEqual([
      { act: 'held, at the desk', reference },
      { act: 'hold ended, at the desk', reference },
      { act: 'kept long enough', reference },
    ]);
  });

  test('is erased by nobody: not at the desk, by its person, nor on request', async () => {
    const { reference, link } = await sendEnquiry();
    await hold(reference);
    expect((await show(`${pathOf(reference)}erase/`)).status).toBe(409);
    expect((await post(`${pathOf(reference)}erase/`, {})).status).toBe(409);
    const withdraw = `${new URL(link).pathname}withdraw/`;
    for (const request of [get(withdraw), postForm(withdraw, {})]) {
      const page = await readPage(await call(publicApp, request));
      expect([page.status, textIn(page, 'h1')]).toEqual([409, 'We cannot erase this just now']);
    }
    const erased = await eraseAbout(t.app, { by: 'email', email: CALLER });
    expect([erased.cases, erased.onHold]).toEqual([0, [reference]]);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('has a call in quarantine kept with it', async () => {
    const { reference, link } = await sendEnquiry();
    const key = link.split('/').at(-2);
    const trapped = makeDiscoveryCall({ case: key, 'leave-empty': 'x' });
    expect((await bookDiscoveryCall(trapped)).status).toBe(202);
    await hold(reference);
    await at('2026-12-20T09:00:00Z');
    await runJob(t.app, 'erase');
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('reminds nobody of its call, and takes back a reminder that waits', async () => {
    const { reference, booking } = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-30T11:00:00+00:00' })),
    );
    await hold(reference);
    await at('2026-11-29T09:00:00Z');
    expect(await runJob(t.app, 'remind')).toBe('0 reminded');
    await post(`${pathOf(reference)}hold/end/`, {});
    stopMail(t);
    expect(await runJob(t.app, 'remind')).toBe('1 reminded');
    expect(await count(t, `messages WHERE kind = 'reminder of a call'`)).toBe(1);
    await hold(reference);
    expect(await count(t, `messages WHERE kind = 'reminder of a call'`)).toBe(0);
    expect(booking).toBeTruthy();
  });

  test('is not used: nothing is offered, booked, moved or sent until the hold is off', async () => {
    const { reference } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const [id] = await callIds(t, reference);
    await hold(reference);
    const sent = mailTo(t, CALLER).length;
    for (const use of [
      'offer/?kind=callback',
      'send-link/',
      'book/callback/',
      `calls/${id}/move/`,
    ]) {
      const path = pathOf(reference) + use;
      expect([(await show(path)).status, (await post(path, {})).status], use).toEqual([409, 409]);
    }
    expect(mailTo(t, CALLER)).toHaveLength(sent);
    const page = await show(pathOf(reference));
    expect(page.$('a[href$="/move/"]')).toHaveLength(0);
    expect(page.$('a[href$="/cancel/"]')).toHaveLength(1);
    expect((await show(`${pathOf(reference)}note/`)).status).toBe(200);
  });

  test('to nobody who is not signed in is any different from another', async () => {
    const { reference } = await sendEnquiry();
    await hold(reference);
    const { openDesk } = await import('../support/desk-doors.ts');
    const stranger = await openDesk(get(`${pathOf(reference)}send-link/`));
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/desk/sign-in/'),
    ]);
  });

  test.each([
    [{ reason: '', followUp: '2026-12-01' }, ['#reason']],
    [{ reason: 'x', followUp: '' }, ['#followUp']],
    [{ reason: 'x', followUp: '2026-11-24' }, ['#followUp']],
    [{ reason: 'x', followUp: 'soon' }, ['#followUp']],
  ])('is not one while %o is to be fixed', async (values, fields) => {
    const { reference } = await sendEnquiry();
    const page = await readPage(await post(`${pathOf(reference)}hold/`, values));
    expect([page.status, faultsIn(page).map(([, to]) => to)]).toEqual([422, fields]);
    expect(await count(t, 'holds')).toBe(0);
  });

  test('can be given another reason and date', async () => {
    const { reference } = await sendEnquiry();
    await hold(reference);
    const path = `${pathOf(reference)}hold/`;
    expect(fieldsIn(await show(path), `form[action="${path}"]`)).toMatchObject({
      reason: REASON,
      followUp: '2026-12-01',
    });
    await hold(reference, { reason: 'Asked for by a court.', followUp: '2027-01-04' });
    expect(await t.app.database.query('SELECT reason, look_again::text AS day FROM holds')).toEqual(
      [{ reason: 'Asked for by a court.', day: '2027-01-04' }],
    );
  });
});
