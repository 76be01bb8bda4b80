import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { callIds, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const STAFF = 'staff@example.org';
const START = '2026-11-27T10:00:00+00:00';
/** Half an hour from now: a callback needs an hour. */
const SOON = '2026-11-24T10:30:00+00:00';

const t = testApp();
const { show, post } = deskVisit(t);

/** A case of somebody who rang, and gave a number alone. */
async function aCaller(more: Record<string, string> = {}) {
  const caller = { name: 'C. Caller', phone: '01632 960 010', next: 'answer', ...more };
  const answer = await post('/desk/cases/new/', caller);
  const path = new URL(answer.headers.get('location') ?? '', 'http://desk').pathname;
  return { path, reference: path.split('/')[3] ?? '' };
}

const book = (path: string, values: Record<string, string>, kind = 'callback') =>
  post(`${path}book/${kind}/`, values);

describe('a call for somebody who rings', () => {
  test.each(['callback', 'discovery-call'])(
    'is booked without an email address: a %s',
    async (kind) => {
      const { path } = await aCaller();
      const page = await show(`${path}book/${kind}/?day=2026-11-27&time=10:00`);
      expect(textIn(page, '.case-will')).toContain('nothing is sent to them');
      const answer = await book(path, { start: START, topic: 'Two teams' }, kind);
      expect(answer.headers.get('location')).toBe(`${path}?done=booked`);
      const shown = await show(`${path}?done=booked`);
      expect(list(shown, '.timeline li')[0]).toMatch(
        /staff@example\.org booked a call for them\. The (callback|discovery call) on Friday 27 November, 10am to 10:30am, UK time\./,
      );
      expect(textIn(shown, '.case-next')).toContain('A call is booked.');
      await runJob(t.app, 'deliver');
      expect(t.mailbox.messages.map(({ email }) => email.to)).toEqual([[STAFF]]);
      const [notice] = mailTo(t, STAFF);
      expect(inviteIn(notice)).toBeDefined();
      expect(notice?.subject).toContain(', booked at the desk: Friday 27 November, 10am');
      for (const said of [notice?.text, notice?.html]) {
        expect(said).toContain(`${STAFF} has booked this call at the desk.`);
        expect(said).not.toContain('C. Caller has booked');
      }
      expect(await count(t, 'person_acts')).toBe(1);
    },
  );

  test('goes to their calendar and their page when they gave an address', async () => {
    const { reference, link } = await sendEnquiry({ phone: '01632 960 010' });
    t.mailbox.clear();
    const path = `/desk/cases/${reference}/`;
    expect(
      textIn(await show(`${path}book/callback/?day=2026-11-27&time=10:00`), '.case-will'),
    ).toContain('at person@example.org');
    await book(path, { start: START });
    await runJob(t.app, 'deliver');
    expect(inviteIn(mailTo(t, 'person@example.org').at(-1))).toMatchObject({ sequence: 0 });
    expect(textIn(await showCase(keyIn(link)), '.timeline')).toContain(
      'We booked a callback for you.',
    );
  });

  test('answers them: their case waits no longer', async () => {
    const { path } = await aCaller();
    await book(path, { start: START });
    const waits = () =>
      oneRow<{ because: string; ahead: boolean }>(
        t,
        `
      SELECT waits_because AS because, waits_from > '2026-11-24T10:00Z' AS ahead FROM cases`,
      );
    expect(await waits()).toEqual({ because: 'call', ahead: true });
  });

  test('inside our notice is asked about once more, and then it is booked', async () => {
    const { path } = await aCaller();
    const asked = await readPage(await book(path, { start: SOON, topic: 'Two teams' }));
    expect([asked.status, textIn(asked, 'h1')]).toEqual([200, 'This is inside our notice']);
    expect(await count(t, 'bookings')).toBe(0);
    expect((await book(path, fieldsIn(asked))).status).toBe(303);
    expect(await count(t, `bookings WHERE starts_at = '${SOON}' AND topic = 'Two teams'`)).toBe(1);
  });

  test.each([
    ['before we open', '2026-11-27T08:30:00+00:00', 422],
    ['over closing time', '2026-11-27T18:00:00+00:00', 422],
    ['on a Saturday', '2026-11-28T10:00:00+00:00', 422],
    ['on a bank holiday', '2026-12-25T10:00:00+00:00', 422],
    ['in the past', '2026-11-24T09:30:00+00:00', 409],
    ['between the times', '2026-11-27T10:10:00+00:00', 422],
    ['at no time', '', 422],
  ])('is never booked %s, however sure we are', async (_, start, status) => {
    const { path } = await aCaller();
    const page = await readPage(await book(path, { start, sure: 'yes', topic: 'Kept' }));
    expect(page.status).toBe(status);
    expect(faultsIn(page)[0]?.[1]).toBe('#start');
    expect(page.$('input[name=topic]').first().val()).toBe('Kept');
    expect(await count(t, 'bookings')).toBe(0);
  });

  test('is never booked on another call; of many presses one books', async () => {
    await booked(await bookCallback(makeCallback({ start: START })));
    const { path } = await aCaller();
    expect((await book(path, { start: START, sure: 'yes' })).status).toBe(409);
    const free = { start: '2026-11-27T11:00:00+00:00' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(path, free)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    expect(await count(t, 'bookings')).toBe(2);
    expect(await count(t, "case_acts WHERE act = 'call booked'")).toBe(1);
  });

  test('needs a number to ring', async () => {
    const { reference } = await sendEnquiry();
    const page = await show(`/desk/cases/${reference}/book/callback/`);
    expect([page.status, textIn(page, 'h1'), textIn(page, '.lede')]).toEqual([
      409,
      'Add a phone number first',
      'They gave no phone number for us to ring.',
    ]);
    const details = `/desk/cases/${reference}/details/`;
    expect(page.$(`.actions a[href="${details}"]`).text()).toBe('Add it to their details');
    const acts = list(await show(`/desk/cases/${reference}/`), '.case-acts a');
    expect(acts).toContain('Add a phone number, to book a call');
    expect(acts.join()).not.toContain('Book a');
    expect((await show(`/desk/cases/${reference}/book/visit/`)).status).toBe(404);
  });

  test('is moved inside our notice with one press more', async () => {
    const { path, reference } = await aCaller();
    await book(path, { start: START });
    const [id = ''] = await callIds(t, reference);
    const move = `${path}calls/${id}/move/`;
    const asked = await readPage(await post(move, { start: SOON }));
    expect(textIn(asked, 'h1')).toBe('This is inside our notice');
    expect((await post(move, fieldsIn(asked))).headers.get('location')).toBe(`${path}?done=moved`);
    expect(await count(t, `bookings WHERE starts_at = '${SOON}' AND during IS NOT NULL`)).toBe(1);
  });
});

describe('details that staff correct', () => {
  test('are kept with what they were; the case waits no more for it, and nobody is mailed', async () => {
    const { path } = await aCaller({ next: 'spoke' });
    const form = await show(`${path}details/`);
    const values = { ...fieldsIn(form), name: 'D. Caller', email: 'caller@example.org' };
    expect((await post(`${path}details/`, values)).headers.get('location')).toBe(
      `${path}?done=details`,
    );
    const shown = await show(path);
    expect(textIn(shown, 'h1')).toBe('D. Caller');
    expect(list(shown, '.timeline li')[0]).toContain(
      `${STAFF} corrected their details. Name: “C. Caller”, now “D. Caller”Email: nothing, now “caller@example.org”`,
    );
    expect(await count(t, 'messages')).toBe(0);
    expect((await oneRow<{ b: string }>(t, 'SELECT waits_because AS b FROM cases')).b).toBe(
      'follow-up',
    );
    expect((await post(`${path}details/`, values)).headers.get('location')).toBe(
      `${path}?done=details-before`,
    );
  });

  test('stand right on the timeline between corrections of the person', async () => {
    const { reference, link } = await sendEnquiry({ phone: '01632 960 010' });
    const path = `/desk/cases/${reference}/`;
    const details = await show(`${path}details/`);
    await post(`${path}details/`, { ...fieldsIn(details), name: 'B. Person' });
    const timeline = list(await show(path), '.timeline li').join('\n');
    expect(timeline).toContain('“A. Person”, now “B. Person”');
    expect((await showCase(keyIn(link))).status).toBe(200);
  });

  test('with another address end every link that went to the old one', async () => {
    const { reference, link } = await sendEnquiry();
    const path = `/desk/cases/${reference}/details/`;
    await post(path, { ...fieldsIn(await show(path)), email: 'other@example.org' });
    expect((await showCase(keyIn(link))).status).toBe(404);
  });

  test('come back with what is wrong: a case keeps one way to reach its person', async () => {
    const { path } = await aCaller();
    const page = await readPage(await post(`${path}details/`, { name: 'C. Caller' }));
    expect(faultsIn(page)[0]?.[1]).toBe('#email');
  });

  test('of a call go to calendars, and are the act of staff', async () => {
    const { path, reference } = await aCaller();
    await book(path, { start: START });
    await runJob(t.app, 'deliver');
    t.mailbox.clear();
    const [id = ''] = await callIds(t, reference);
    const call = `${path}calls/${id}/details/`;
    const values = { ...fieldsIn(await show(call)), phone: '01632 960 011' };
    expect((await post(call, values)).headers.get('location')).toBe(`${path}?done=call-details`);
    await runJob(t.app, 'deliver');
    expect(inviteIn(mailTo(t, STAFF)[0])).toMatchObject({ sequence: 1 });
    const timeline = list(await show(path), '.timeline li');
    expect(timeline[0]).toContain(`${STAFF} corrected the details of the callback.`);
    expect(timeline[0]).toContain('“01632 960 010”, now “01632 960 011”');
    expect(await count(t, "person_acts WHERE act = 'corrected'")).toBe(0);
  });
});
