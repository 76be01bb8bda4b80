import { beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase, statesIn } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { onlyReference, postComplaint, sendComplaint } from '../support/make-complaint.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const CALLER = 'person@example.org';
const STAFF = 'staff@example.org';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

const pathOf = (reference: string) => `/desk/cases/${reference}/`;

/** A day of a complaint that came at 10am on 24 November 2026, in the morning; whoever looks signs in again. */
async function onDay(day: number) {
  t.setNow(new Date(Date.UTC(2026, 10, 23 + day, 8, 30)).toISOString());
  await signInAgain();
}

const step = async (reference: string, values: Record<string, string>) => {
  const path = `${pathOf(reference)}complaint/`;
  const { once = '' } = fieldsIn(await show(path), `form[action="${path}"]`);
  return post(path, { once, ...values });
};

describe('a complaint at the desk', () => {
  test('stands first on Today, in lists and at its case, with its day and until when', async () => {
    await sendEnquiry({ name: 'B. Person' });
    const { reference } = await sendComplaint({
      phone: '01632 960 001',
      message: 'It went wrong.',
    });
    const today = await show('/desk/');
    expect(list(today, '.waits-short a')).toEqual(['1 complaint', '1 waiting']);
    expect(textIn(today, '[aria-labelledby="complaints"]')).toContain(
      'Day 1 of 30: answer it by Wednesday 23 December.',
    );
    expect(today.$('.waits-part').first().attr('aria-labelledby')).toBe('complaints');
    const page = await show(pathOf(reference));
    expect(textIn(page, '.case-next')).toContain('This is a complaint. Day 1 of 30');
    expect(list(page, '.answers dt')).toEqual([
      'Complaint about',
      'Name',
      'Email',
      'Phone',
      'Message',
    ]);
    expect(list(page, '.answers dd')).toEqual([
      'How we handle personal data',
      'A. Person',
      'person@example.org',
      '01632 960 001',
      'It went wrong.',
    ]);
    expect(textIn(page, '.case-acts')).not.toMatch(/Offer (other )?times|Close this case|Book a/);
    const listed = await show('/desk/cases/?filter=complaints');
    expect(list(listed, '.case-mark')).toEqual(['Complaint']);
    expect(list(await show('/desk/cases/?q=wrong'), '.case-mark')).toEqual(['Complaint']);
  });

  test.each([
    [19, 'Complaint', false],
    [20, 'Complaint, answer it soon', true],
    [30, 'Complaint, answer it soon', true],
    [31, 'Complaint, overdue', true],
  ])('on day %i is marked “%s”', async (day, mark, pressing) => {
    const { reference } = await sendComplaint();
    await onDay(day);
    const listed = await show('/desk/cases/');
    expect(list(listed, '.case-mark')).toEqual([mark]);
    expect(listed.$('.case-mark').is('.is-pressing')).toBe(pressing);
    expect(list(await show('/desk/'), '.waits-short a')[0]).toBe(
      day > 30 ? '1 complaint, 1 overdue' : '1 complaint',
    );
    expect(textIn(await show(pathOf(reference)), '.case-next')).toContain(
      day > 30 ? 'Overdue by 1 day' : `Day ${day} of 30`,
    );
  });

  test('leads the digest of every working day while it is open', async () => {
    const { reference } = await sendComplaint();
    for (const [day, said] of [
      [4, 'Day 4 of 30'],
      [21, 'Urgent. Day 21 of 30'],
      [36, 'Urgent. Overdue by 6 days'],
    ] as const) {
      await onDay(day);
      expect(await runJob(t.app, 'digest')).toContain('on its way');
      const digest = mailTo(t, STAFF).at(-1);
      expect(digest?.subject).toContain(': 1 complaint');
      expect(digest?.text).toMatch(/^Complaints\n/);
      expect(digest?.text).toContain(said);
      expect(digest?.text).not.toContain('Waiting for us');
    }
    await step(reference, { step: 'outcome', told: 'telephone', words: 'Put right.' });
    await onDay(37);
    expect(await runJob(t.app, 'digest')).toContain('nothing to tell');
  });

  test('that looks automatic can be read there, and is released with its acknowledgement', async () => {
    expect((await postComplaint({ 'leave-empty': 'x' })).status).toBe(202);
    const reference = await onlyReference(t);
    const today = await show('/desk/');
    expect(textIn(today, '[aria-labelledby="complaints"]')).toContain('It looked automatic');
    expect(await show(`${pathOf(reference)}complaint/`)).toMatchObject({ status: 409 });
    expect((await post(`${pathOf(reference)}release/`, {})).status).toBe(303);
    expect(mailTo(t, CALLER)[0]?.subject).toBe(`We have your complaint: ${reference}`);
    expect(mailTo(t, STAFF)[0]?.subject).toBe(`Complaint ${reference}: A. Person`);
  });
});

describe('progress and outcome', () => {
  let reference = '';
  let link = '';
  beforeEach(async () => {
    ({ reference, link } = await sendComplaint());
  });

  test('of a complaint whose outcome somebody told meanwhile are not written or sent: what was typed stays', async () => {
    const path = `${pathOf(reference)}complaint/`;
    const form = fieldsIn(await show(path), `form[action="${path}"]`);
    await step(reference, { step: 'outcome', told: 'email', words: 'Put right.' });
    t.mailbox.clear();
    for (const [name, told] of [
      ['outcome', 'email'],
      ['progress', 'letter'],
    ] as const) {
      const words = 'Put right another way.';
      const page = await readPage(await post(path, { ...form, step: name, told, words }));
      expect([page.status, fieldsIn(page)['words']]).toEqual([409, words]);
      expect(faultsIn(page)[0]?.[0]).toContain('They have been told the outcome already');
    }
    expect(mailTo(t, CALLER)).toEqual([]);
    expect(await count(t, "case_acts WHERE act LIKE 'complaint %'")).toBe(1);
    const shown = await show(path);
    expect([shown.status, shown.$('main a.button').first().attr('href')]).toEqual([
      409,
      `${path}reopen/`,
    ]);
  });

  test('an ended complaint is opened again once, however many press', async () => {
    await step(reference, { step: 'outcome', told: 'telephone', words: 'Put right.' });
    const path = `${pathOf(reference)}complaint/reopen/`;
    const [one, two] = [fieldsIn(await show(path)), fieldsIn(await show(path))];
    expect((await post(path, one)).status).toBe(303);
    expect((await post(path, one)).status).toBe(303);
    expect((await post(path, two)).status).toBe(409);
    expect(await count(t, "case_acts WHERE act = 'complaint reopened'")).toBe(1);
  });

  test('noted for the record alone tells nobody, and leaves it open', async () => {
    const done = await step(reference, {
      step: 'progress',
      told: 'nobody',
      words: 'Asked B. Person.',
    });
    expect(done.headers.get('location')).toBe(`${pathOf(reference)}?done=complaint-noted`);
    expect(mailTo(t, CALLER)).toHaveLength(1);
    expect(textIn(await show(pathOf(reference)), '.timeline')).toContain(
      'noted how far the complaint has got. Asked B. Person.',
    );
    expect(textIn(await showCase(keyIn(link)), '.timeline')).not.toContain('Asked');
  });

  test('emailed goes in the words of staff, with the ICO, and pressed twice goes once', async () => {
    const path = `${pathOf(reference)}complaint/`;
    const { once = '' } = fieldsIn(await show(path), `form[action="${path}"]`);
    const values = {
      step: 'outcome',
      told: 'email',
      words: 'We were wrong.\n\nIt is put right.',
      once,
    };
    for (let press = 0; press < 2; press += 1) expect((await post(path, values)).status).toBe(303);
    const mail = mailTo(t, CALLER);
    expect(mail).toHaveLength(2);
    expect(mail[1]?.subject).toBe(`Your complaint ${reference}: the outcome`);
    expect(mail[1]?.text).toMatch(
      /Dear A\. Person[\s\S]*We were wrong\.\n\nIt is put right\.[\s\S]*ico\.org\.uk/,
    );
    const page = await show(pathOf(reference));
    expect(textIn(page, '.case-nexts')).toContain(
      'This was a complaint. They were told the outcome',
    );
    expect(list(await show('/desk/'), '.waits-short a')).toEqual([]);
    expect(statesIn(await showCase(keyIn(link)))).toEqual(['complaint-ended']);
    expect(textIn(await showCase(keyIn(link)), '.timeline')).toContain(
      'We sent you an email with the outcome.',
    );
    expect(await t.app.database.query("SELECT act FROM audit WHERE act <> 'case read'")).toEqual([
      { act: 'complaint outcome, at the desk' },
    ]);
  });

  test('told by telephone sends nothing, and the person’s page says that they were told', async () => {
    await step(reference, { step: 'progress', told: 'telephone', words: 'Still looking.' });
    await step(reference, { step: 'outcome', told: 'telephone', words: 'Put right.' });
    expect(mailTo(t, CALLER)).toHaveLength(1);
    const timeline = textIn(await showCase(keyIn(link)), '.timeline');
    expect(timeline).toContain('We told you by telephone how far we have got.');
    expect(timeline).toContain('We told you the outcome by telephone.');
    expect(timeline).not.toMatch(/Still looking|Put right/);
  });

  test.each([
    [{}, ['#step', '#words', '#told']],
    [{ step: 'outcome', told: 'nobody', words: 'x' }, ['#told']],
    [{ step: 'outcome', told: 'nobody' }, ['#words', '#told']],
    [{ step: 'outcome', told: 'email', words: ' ' }, ['#words']],
  ])('%o comes back with what to fix', async (values, fields) => {
    const path = `${pathOf(reference)}complaint/`;
    const { readPage } = await import('../support/read-page.ts');
    const page = await readPage(await post(path, values as Record<string, string>));
    expect([page.status, faultsIn(page).map(([, to]) => to)]).toEqual([422, fields]);
    expect(await count(t, 'complaints WHERE ended_at IS NULL')).toBe(1);
  });

  test('cannot be emailed to a person without an address, nor written to a case that is no complaint', async () => {
    const rung = await sendComplaint({ email: undefined, phone: '01632 960 001' });
    const refused = await step(rung.reference, { step: 'outcome', told: 'email', words: 'x' });
    expect(refused.status).toBe(422);
    const enquiry = await sendEnquiry();
    expect((await show(`${pathOf(enquiry.reference)}complaint/`)).status).toBe(409);
    expect(
      (
        await post(`${pathOf(enquiry.reference)}complaint/`, {
          step: 'progress',
          told: 'nobody',
          words: 'x',
        })
      ).status,
    ).toBe(409);
  });

  test('can be opened again, with the days it had', async () => {
    await step(reference, { step: 'outcome', told: 'telephone', words: 'Put right.' });
    const path = `${pathOf(reference)}complaint/reopen/`;
    const values = fieldsIn(await show(path), 'form[method="post"]:not([action])');
    expect((await post(path, values)).headers.get('location')).toBe(
      `${pathOf(reference)}?done=complaint-reopened`,
    );
    await onDay(21);
    expect(textIn(await show(pathOf(reference)), '.case-next')).toContain('Day 21 of 30');
    expect((await show(path)).status).toBe(409);
  });
});
