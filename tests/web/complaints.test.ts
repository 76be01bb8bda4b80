import { describe, expect, onTestFinished, test } from 'vitest';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase, statesIn } from '../support/case-pages.ts';
import {
  makeComplaint,
  onlyReference,
  postComplaint,
  postComplaintForm,
  sendComplaint,
} from '../support/make-complaint.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const CALLER = 'person@example.org';
const STAFF = 'staff@example.org';
const MARK = 'message-mark';

const t = testApp();

const showForm = async () => readPage(await call(publicApp, get('/complaint/')));

describe('the form', () => {
  test('asks what it is about, what it is, who and how to reach them, and for no organisation', async () => {
    const page = await showForm();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, max-age=0');
    const names = page
      .$('form [name]')
      .toArray()
      .map((field) => page.$(field).attr('name'));
    expect([...new Set(names)]).toEqual([
      'about',
      'message',
      'name',
      'email',
      'phone',
      'leave-empty',
      'form',
      't',
    ]);
  });

  test('comes back with what to fix, in its order, and everything typed', async () => {
    const page = await readPage(
      await postComplaintForm({ name: 'B. Person', email: 'not an address' }),
    );
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([
      ['Select what your complaint is about', '#about'],
      ['Enter what your complaint is', '#message'],
      [expect.stringContaining('email address in the correct format'), '#email'],
    ]);
    expect(page.$('#name').val()).toBe('B. Person');
    expect(page.$('#email').val()).toBe('not an address');
    expect(page.$('title').text()).toMatch(/^Error: Make a complaint/);
    const unreached = await readPage(await postComplaintForm(makeComplaint({ email: undefined })));
    expect(faultsIn(unreached)).toEqual([['Enter an email address or a phone number', '#email']]);
    expect(await count(t, 'cases')).toBe(0);
  });
});

describe('a complaint', () => {
  test('is acknowledged at once with a reference, and nothing that was typed', async () => {
    const { reference, link } = await sendComplaint({ message: MARK, name: 'See mark.example' });
    const [acknowledged] = mailTo(t, CALLER);
    expect(acknowledged?.subject).toBe(`We have your complaint: ${reference}`);
    expect(acknowledged?.text).toContain('by Wednesday 23 December, within 30 days,');
    expect(acknowledged?.text).toContain('https://ico.org.uk/make-a-complaint/');
    expect(acknowledged?.text).toContain(link);
    expect(JSON.stringify(acknowledged)).not.toMatch(/mark/);
    const page = await showCase(keyIn(link));
    expect(statesIn(page)).toEqual(['complaint-saved']);
    expect(textIn(page, '.reference')).toBe(reference);
    expect(list(page, '.answers dd')).toContain(MARK);
    expect(textIn(page, '.timeline')).toContain('You sent your complaint.');
    expect(page.$(`a[href="https://ico.org.uk/make-a-complaint/"]`)).toHaveLength(1);
  });

  test('about the service does not send anybody to the ICO', async () => {
    const { link } = await sendComplaint({ about: 'service' });
    expect(mailTo(t, CALLER)[0]?.text).not.toContain('ICO');
    expect((await showCase(keyIn(link))).markup).not.toContain('ico.org.uk');
  });

  test('tells staff who, how to reach them, about what and until when; the words stand at the desk', async () => {
    const { reference } = await sendComplaint({ message: MARK, phone: '01632 960 001' });
    const [notice] = mailTo(t, STAFF);
    expect(notice?.subject).toBe(`Complaint ${reference}: A. Person`);
    for (const said of [
      CALLER,
      '01632 960 001',
      'How we handle personal data',
      'by Wednesday 23 December',
      `/desk/cases/${reference}/`,
    ]) {
      expect(notice?.text).toContain(said);
    }
    expect(JSON.stringify(notice)).not.toContain(MARK);
  });

  test('without an email address is acknowledged by its page', async () => {
    const response = await postComplaintForm(
      makeComplaint({ email: undefined, phone: '01632 960 001' }),
    );
    expect(response.status).toBe(303);
    const page = await readPage(
      await call(publicApp, get(new URL(response.headers.get('location') ?? '').pathname)),
    );
    expect(textIn(page, '.lede')).toContain('We have your complaint.');
    expect(textIn(page, 'main')).toContain(
      'with your name or reference to move, correct or cancel anything.',
    );
    expect(textIn(page, 'main')).not.toContain('reply to our email');
    expect(mailTo(t, CALLER)).toEqual([]);
    expect(mailTo(t, STAFF)).toHaveLength(1);
  });

  test('posted again from the same form is the first again, and corrects it in other words', async () => {
    const form = fieldsIn(await showForm())['form'] ?? '';
    const first = await postComplaintForm({ ...makeComplaint(), form });
    const again = await postComplaintForm({ ...makeComplaint(), form });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await count(t, 'cases')).toBe(1);
    expect(mailTo(t, STAFF)).toHaveLength(1);
    const corrected = await postComplaintForm({
      ...makeComplaint({ about: 'service', message: 'Other words.' }),
      form,
    });
    expect(corrected.headers.get('location')).toBe(
      `${first.headers.get('location')}?done=corrected`,
    );
    expect(await count(t, 'cases')).toBe(1);
    expect(await t.app.database.query('SELECT about FROM complaints')).toEqual([
      { about: 'service' },
    ]);
    expect(mailTo(t, STAFF)[1]?.subject).toContain('corrected: A. Person');
    expect(mailTo(t, CALLER)).toHaveLength(1);
  });

  test('is told a program once, by its key', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = (await (await postComplaint({}, headers)).json()) as Record<string, string>;
    expect(Object.keys(first)).toEqual(['reference', 'link']);
    const again = await postComplaint({}, headers);
    expect([again.status, await again.json()]).toEqual([200, { reference: first['reference'] }]);
    expect((await postComplaint({ message: 'Other words.' }, headers)).status).toBe(422);
  });

  test('is not changed on its page, joined by an enquiry, nor held to have been one', async () => {
    const { link } = await sendComplaint();
    const path = new URL(link).pathname;
    const correct = await readPage(await call(publicApp, get(`${path}correct/`)));
    expect([correct.status, textIn(correct, 'h1')]).toEqual([
      409,
      'A complaint is not changed here',
    ]);
    const posted = await call(
      publicApp,
      postForm(`${path}correct/`, {
        name: 'B. Person',
        organisation: 'x',
        interests: 'groups',
        email: CALLER,
      }),
    );
    expect(posted.status).toBe(409);
    const enquire = await call(publicApp, get(`${path}enquire/`));
    expect([enquire.status, enquire.headers.get('location')]).toEqual([303, path]);
    expect(await t.app.database.query('SELECT enquired_at FROM cases')).toEqual([
      { enquired_at: null },
    ]);
  });

  test('can be withdrawn by its person, with everything they sent', async () => {
    const { link } = await sendComplaint();
    expect((await call(publicApp, postForm(`${new URL(link).pathname}withdraw/`, {}))).status).toBe(
      200,
    );
    expect(await count(t, 'complaints')).toBe(0);
  });

  test('past the emails that one address gets says so on its page', async () => {
    const { site } = t.app;
    const limits = {
      ...site.settings.limits,
      'emails-to-one-address': { 'an-hour': 3, 'a-day': 6 },
    };
    t.app.site = { ...site, settings: { ...site.settings, limits } };
    onTestFinished(() => {
      t.app.site = site;
    });
    for (let sent = 0; sent < 3; sent += 1) await sendComplaint({ message: `Complaint ${sent}` });
    const { link } = await sendComplaint({ message: 'One more.' });
    expect(mailTo(t, CALLER)).toHaveLength(3);
    expect(statesIn(await showCase(keyIn(link)))).toEqual(['complaint-saved', 'withheld']);
    expect(mailTo(t, STAFF)).toHaveLength(4);
  });
});

describe('a complaint that looks automatic', () => {
  const trapped = () =>
    postComplaintForm({ ...makeComplaint(), 'leave-empty': 'https://example.org' });

  test('gets through with one press, and then has its 30 days from when it first came', async () => {
    const page = await readPage(await trapped());
    expect(page.status).toBe(202);
    expect(textIn(page, 'h1')).toBe('Not sent yet: press to send it.'.replace(/\.$/, ''));
    expect(textIn(page, '.lede')).not.toMatch(/delete|time is kept/);
    expect(mailTo(t, STAFF)).toEqual([]);
    t.setNow('2026-11-25T09:00:00Z');
    const sent = await postComplaintForm(fieldsIn(page));
    expect(sent.status).toBe(303);
    const reference = await onlyReference(t);
    expect(mailTo(t, CALLER)[0]?.subject).toBe(`We have your complaint: ${reference}`);
    expect(mailTo(t, STAFF)[0]?.text).toContain('by Wednesday 23 December');
  });

  test('is told a program so', async () => {
    const response = await postComplaint({ 'leave-empty': 'x' });
    expect([response.status, await response.json()]).toEqual([202, { quarantined: true }]);
  });

  test('is never erased while it is open, however long it stays', async () => {
    await trapped();
    t.setNow('2028-12-01T10:00:00Z');
    expect(await eraseOld(t.app)).toBe(0);
    expect(await count(t, 'complaints')).toBe(1);
  });
});

describe('how long a complaint is kept', () => {
  test('it stays while it is open, and goes 12 months after its outcome', async () => {
    await sendComplaint();
    t.setNow('2028-12-01T10:00:00Z');
    expect(await eraseOld(t.app)).toBe(0);
    await t.app.database.query("UPDATE complaints SET ended_at = now() + interval '10 years'");
    expect(await eraseOld(t.app)).toBe(1);
  });
});
