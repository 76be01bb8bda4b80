import { describe, expect, test } from 'vitest';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { list, statesIn } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { onlyReference, postComplaint } from '../support/make-complaint.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

const NEW = '/desk/cases/new-complaint/';
const STAFF = 'staff@example.org';
const CALLER = 'caller@example.org';
const WRITTEN = {
  about: 'data',
  came: 'letter',
  received: '2026-11-03',
  message: 'Our letter went to an old address.',
  name: 'C. Complainant',
  phone: '01632 960 010',
  acknowledged: 'later',
};

// It is Tuesday 24 November 2026, 10am, until a test says otherwise.
const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

async function on(instant: string) {
  t.setNow(instant);
  await signInAgain();
}

/** Writes a complaint down as the form does, and returns the path of its case. */
async function writeDown(values: Record<string, string> = {}) {
  const answer = await post(NEW, { ...fieldsIn(await show(NEW)), ...WRITTEN, ...values });
  expect(answer.status, await answer.clone().text()).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'http://desk').pathname;
}

const press = async (path: string, values: Record<string, string>) => {
  const { once = '' } = fieldsIn(await show(path), `form[action="${path}"]`);
  return post(path, { once, ...values });
};

describe('a complaint that staff write down', () => {
  test('came today unless they say otherwise, and is led to from Today, the cases and a new case', async () => {
    expect(fieldsIn(await show(NEW))['received']).toBe('2026-11-24');
    for (const from of ['/desk/', '/desk/cases/', '/desk/cases/new/', '/desk/help/']) {
      expect((await show(from)).$(`a[href="${NEW}"]`).length, from).toBeGreaterThan(0);
    }
  });

  test('has its 30 days from the day it came: in the case, on Today, in lists and in the digest', async () => {
    const path = await writeDown();
    const said =
      'Day 22 of 30: answer it by Wednesday 2 December. It came on Tuesday 3 November. They have not been told that we have it';
    const page = await show(path);
    expect(textIn(page, '.case-next')).toContain(said);
    expect(list(page, '.case-acts h3')[0]).toBe('The complaint');
    expect(textIn(await show('/desk/'), '[aria-labelledby="complaints"]')).toContain(said);
    expect(list(await show('/desk/cases/'), '.case-mark')).toEqual(['Complaint, answer it soon']);
    expect(list(page, '.timeline li')).toEqual([
      `Tuesday 24 November, 10am ${STAFF} opened this case for them. It came by letter on Tuesday 3 November. They have not been told yet what we keep and why: say it when you are next in touch.`,
    ]);
    await on('2026-11-25T08:30:00Z');
    expect(await runJob(t.app, 'digest')).toContain('on its way');
    expect(mailTo(t, STAFF).at(-1)?.text).toContain('Urgent. Day 23 of 30');
  });

  test.each([
    ['2026-11-22T08:30:00Z', 'Day 20 of 30', 'Complaint, answer it soon'],
    ['2026-12-02T23:59:00Z', 'answer it by the end of today', 'Complaint, answer it soon'],
    ['2026-12-03T00:01:00Z', 'Overdue by 1 day', 'Complaint, overdue'],
  ])('at %s says “%s”', async (instant, said, mark) => {
    await on('2026-11-10T10:00:00Z');
    const path = await writeDown();
    expect(list(await show('/desk/cases/'), '.case-mark')).toEqual(['Complaint']);
    await on(instant);
    expect(textIn(await show(path), '.case-next')).toContain(said);
    expect(list(await show('/desk/cases/'), '.case-mark')).toEqual([mark]);
  });

  test('sends nothing unless staff choose it; no notice of what they know goes to staff', async () => {
    await writeDown({ email: CALLER });
    await runJob(t.app, 'deliver');
    expect(t.mailbox.messages).toEqual([]);
  });

  test('is acknowledged by email with the day it came, a page of their own and nothing they said', async () => {
    const path = await writeDown({ email: CALLER, acknowledged: 'email', told: 'yes' });
    const [mail] = mailTo(t, CALLER);
    expect(mailTo(t, STAFF)).toEqual([]);
    expect(mail?.subject).toMatch(/^We have your complaint: /);
    expect(mail?.text).toContain(
      'It came on Tuesday 3 November. We will look into it and, by Wednesday 2 December, within 30 days, tell you the outcome',
    );
    expect(mail?.text).not.toContain('old address');
    expect(textIn(await show(path), '.case-next')).not.toContain('have not been told');
    expect(textIn(await show(path), '.timeline')).toContain(
      'told them by email that we have the complaint',
    );
    const link = /https?:\S+(\/your-enquiry\/[\w-]{43}\/)/.exec(mail?.text ?? '')?.[1] ?? '';
    const theirs = await readPage(await call(publicApp, get(link)));
    expect(statesIn(theirs)).toEqual(['complaint-saved']);
    expect(textIn(theirs, 'main')).toContain('It came on Tuesday 3 November.');
    expect(textIn(theirs, '.timeline')).toContain('We wrote down what you told us.');
    expect(textIn(theirs, '.timeline')).not.toContain('You sent');
  });

  test('is in what its person gets with the day it came, and when they were told that we have it', async () => {
    const path = await writeDown({
      phone: '',
      postalAddress: '1 Example Street\nExampleton',
      acknowledged: 'letter',
    });
    const held = textIn(await show(`${path}held/`), 'main');
    expect(held).toContain('It came onTuesday 3 November 2026');
    expect(held).toContain('You were told that we have itTuesday 24 November 2026');
    expect(held).toContain('Postal address1 Example StreetExampleton');
    expect(held).toContain('We told you that we have your complaint');
    expect(held).toContain('You got in touch, and we wrote down what you told us');
    expect(held).toContain('By letter');
    expect(textIn(await show(path), '.case-next')).toContain(
      'Write to 1 Example Street, Exampleton.',
    );
  });

  test.each([
    [{ received: '2026-11-25' }, '#received', 'it cannot have come yet'],
    [{ received: '2025-11-23' }, '#received', 'in the past year'],
    [{ received: '' }, '#received', 'Enter the date'],
    [{ phone: '' }, '#email', 'a postal address'],
    [{ acknowledged: 'email' }, '#email', 'another way of telling them'],
  ])(
    '%o comes back with what to fix, and everything typed still there',
    async (values, at, why) => {
      const page = await readPage(await post(NEW, { ...WRITTEN, ...values } as never));
      expect(page.status).toBe(422);
      expect(faultsIn(page)).toEqual([[expect.stringContaining(why), at]]);
      expect(page.$('#message').val()).toBe(WRITTEN.message);
      expect(await count(t, 'cases')).toBe(0);
    },
  );

  test.each([
    ['2026-11-25', 'it cannot have come yet'],
    ['2025-11-23', 'Enter a date in the past year'],
  ])('that came on %s and lacks a name comes back with both', async (received, why) => {
    const page = await readPage(await post(NEW, { ...WRITTEN, received, name: '' }));
    expect(faultsIn(page)).toEqual([
      [expect.stringContaining(why), '#received'],
      ['Enter their name', '#name'],
    ]);
  });

  test('is saved once, however fast its button is pressed', async () => {
    const values = { ...fieldsIn(await show(NEW)), ...WRITTEN };
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(NEW, values)));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect([await count(t, 'complaints'), await count(t, 'case_acts')]).toEqual([1, 1]);
  });

  test('is no enquiry to the numbers, and stays while it is open', async () => {
    await writeDown();
    expect(await count(t, 'cases WHERE enquired_at IS NOT NULL')).toBe(0);
    t.setNow('2028-12-01T10:00:00Z');
    expect(await eraseOld(t.app)).toBe(0);
  });
});

describe('that its person is told that we have it', () => {
  test('is asked for until it is noted, and stands on the timeline', async () => {
    const path = await writeDown();
    expect(textIn(await show(path), '.case-next')).toContain('Tell them that we have it');
    const answer = await press(`${path}complaint/acknowledge/`, { told: 'letter' });
    expect(answer.headers.get('location')).toBe(`${path}?done=complaint-acknowledged`);
    const page = await show(path);
    expect(textIn(page, '.case-next')).not.toContain('Tell them that we have it');
    expect(textIn(page, '.timeline')).toContain('told them by letter that we have the complaint');
    expect((await show(`${path}complaint/acknowledge/`)).status).toBe(409);
    expect(textIn(page, '.case-next')).toContain('Day 22 of 30');
  });

  test('is said of one overdue, and told by email it is sent once', async () => {
    const path = await writeDown({ email: CALLER, received: '2026-10-01' });
    expect(textIn(await show(path), '.case-next')).toContain('tell them today');
    const step = `${path}complaint/acknowledge/`;
    const { once = '' } = fieldsIn(await show(step), `form[action="${step}"]`);
    for (let time = 0; time < 2; time += 1) {
      expect((await post(step, { once, told: 'email' })).status).toBe(303);
    }
    expect(mailTo(t, CALLER)).toHaveLength(1);
    expect(mailTo(t, CALLER)[0]?.text).toContain(
      'you should have heard from us by Friday 30 October',
    );
  });

  test('follows from progress that they were told, and cannot be emailed without an address', async () => {
    const path = await writeDown();
    const refused = await press(`${path}complaint/acknowledge/`, { told: 'email' });
    expect(refused.status).toBe(422);
    await press(`${path}complaint/`, { step: 'progress', told: 'letter', words: 'We look.' });
    expect(await count(t, 'complaints WHERE acknowledged_at IS NOT NULL')).toBe(1);
    expect(textIn(await show(path), '.timeline')).toContain(
      'told them by letter how far the complaint has got',
    );
  });

  test('does not follow from a release from quarantine where there is no address', async () => {
    await postComplaint({ email: undefined, phone: '01632 960 001', 'leave-empty': 'x' });
    const path = `/desk/cases/${await onlyReference(t)}/`;
    await post(`${path}release/`, {});
    expect(textIn(await show(path), '.case-next')).toContain('have not been told');
  });
});

describe('the day on which it came', () => {
  test('is corrected, and the timeline keeps what it was', async () => {
    const path = await writeDown();
    const step = `${path}complaint/received/`;
    expect(fieldsIn(await show(step), `form[action="${step}"]`)['received']).toBe('2026-11-03');
    const answer = await press(step, { received: '2026-11-13' });
    expect(answer.headers.get('location')).toBe(`${path}?done=complaint-dated`);
    const page = await show(path);
    expect(textIn(page, '.case-next')).toContain('Day 12 of 30');
    expect(textIn(page, '.timeline')).toContain(
      'It came on Friday 13 November, not on Tuesday 3 November.',
    );
  });

  test('is dated by nobody over another day that they did not see', async () => {
    const path = await writeDown();
    const step = `${path}complaint/received/`;
    const open = async () => fieldsIn(await show(step), `form[action="${step}"]`);
    const [one, two, three] = [await open(), await open(), await open()];
    expect((await post(step, { ...one, received: '2026-11-13' })).status).toBe(303);
    const page = await readPage(await post(step, { ...two, received: '2026-11-14' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toBe(
      `${STAFF} corrected this day after this page was shown, so nothing has been saved yet.`,
    );
    expect(list(page, '.meanwhile li')).toEqual([
      'The day on which it came: it is now “Friday 13 November”, and the form has “Saturday 14 November”.',
    ]);
    const again = fieldsIn(page, `form[action="${step}"]`);
    expect(again).toMatchObject({ received: '2026-11-14' });
    expect((await post(step, { ...three, received: '2026-11-13' })).status).toBe(303);
    expect(textIn(await show(path), 'main')).toContain('Friday 13 November');
    expect((await post(step, again)).status).toBe(303);
    expect(textIn(await show(path), 'main')).toContain(
      'It came on Saturday 14 November, not on Friday 13 November.',
    );
  });

  test('is not after the day on which it was written down', async () => {
    const path = await writeDown();
    await on('2026-12-01T10:00:00Z');
    expect((await press(`${path}complaint/received/`, { received: '2026-11-25' })).status).toBe(
      422,
    );
    expect((await press(`${path}complaint/received/`, { received: '2026-11-24' })).status).toBe(
      303,
    );
  });

  test('is known of one that was sent on the site, and of an enquiry there is none', async () => {
    await postComplaint();
    const path = `/desk/cases/${await onlyReference(t)}/`;
    expect((await show(`${path}complaint/received/`)).status).toBe(409);
    const { reference } = await sendEnquiry();
    for (const act of ['received', 'acknowledge']) {
      expect((await show(`/desk/cases/${reference}/complaint/${act}/`)).status).toBe(409);
    }
  });
});
