import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow } from '../support/desk-cases.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

const STAFF = 'staff@example.org';
const PHONE = '01632 960 001';
const BY_TELEPHONE = makeEnquiry({ email: undefined, phone: PHONE });

const send = (body: unknown) => call(publicApp, postJson('/api/enquiries', body));

async function sent(body: unknown): Promise<{ link: string; path: string }> {
  const response = await send(body);
  expect(response.status).toBe(201);
  const { link } = (await response.json()) as { link: string };
  return { link, path: new URL(link).pathname };
}

const correct = (path: string, values: Record<string, unknown>) =>
  call(publicApp, postForm(`${path}correct/`, values as Record<string, string>));

const faultsOf = async (response: Response) =>
  ((await response.json()) as { errors: { field: string; message: string }[] }).errors.map(
    ({ field, message }) => [field, message],
  );

describe('an enquiry that gives a phone number and no email address', () => {
  test('is kept; staff are asked to ring, and nobody else is written to', async () => {
    await sent(BY_TELEPHONE);
    expect(await oneRow(t, 'SELECT email, phone FROM enquiries')).toEqual({
      email: null,
      phone: PHONE,
    });
    expect(t.mailbox.messages).toHaveLength(1);
    const [notice] = mailTo(t, STAFF);
    expect(notice?.text).toContain(`Ring ${PHONE}. A. Person gave no email address.`);
    expect(notice?.text).not.toContain('Reply to this email');
    expect(notice?.reply_to).toBeUndefined();
  });

  test('has its page as the acknowledgement, which says how we answer and how to come back', async () => {
    const page = await showCase(keyIn((await sent(BY_TELEPHONE)).link));
    expect(textIn(page, '.lede')).toBe('Thank you. We have your enquiry.');
    expect(textIn(page, 'main')).toContain(`We will read it and ring you on ${PHONE}.`);
    expect(textIn(page, 'main')).toContain(
      'Keep the address of this page: it is your record, and how you come back.',
    );
    expect(page.markup).not.toContain('our email to');
  });

  test('that adds an address keeps its link, which goes there', async () => {
    const { path, link } = await sent(BY_TELEPHONE);
    const response = await correct(path, { ...makeEnquiry(), phone: PHONE });
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe(path);
    const [acknowledgement, ...more] = mailTo(t, 'person@example.org');
    expect(more).toEqual([]);
    expect(acknowledgement?.subject).toMatch(/^We have your enquiry/);
    expect(acknowledgement?.text).toContain(link);
    expect(textIn(await showCase(keyIn(link)), 'main')).toContain(
      'The link in our email to person@example.org brings you back to this page.',
    );
  });

  test('that takes its address away ends the link that went there, and is written to no more', async () => {
    const { path } = await sent(makeEnquiry({ phone: PHONE }));
    const response = await correct(path, BY_TELEPHONE);
    const now = response.headers.get('location') ?? '';
    expect((await call(publicApp, get(path))).status).toBe(404);
    expect((await call(publicApp, get(new URL(now).pathname))).status).toBe(200);
    expect(mailTo(t, 'person@example.org')).toHaveLength(1);
  });
});

describe('an enquiry without an email address at the desk', () => {
  test('is found by its number, stands in the file and the digest, and its page has no address to write to', async () => {
    await sent(BY_TELEPHONE);
    const cookie = await signIn(t);
    const desk = deskOf(cookie);
    const [{ reference } = { reference: '' }] = await t.app.database.query<{ reference: string }>(
      'SELECT reference FROM cases',
    );
    for (const typed of ['960001', '01632 960 001', '+44 1632 960001', reference.slice(2)]) {
      const found = list(await desk.list(`?q=${encodeURIComponent(typed)}`), '.case-ref');
      expect(found, typed).toEqual([`Reference ${reference}`]);
    }
    const csv = await (
      await call(deskApp, postForm('/desk/cases/cases.csv', {}, { cookie }))
    ).text();
    const [, row = ''] = csv.split('\r\n');
    expect(row).not.toContain('@');
    expect(row).toContain('+44 1632 960001');
    const page = await desk.about(reference).show();
    expect(page.$('a[href^="tel:"]').attr('href')).toBe('tel:+441632960001');
    expect(page.$('a[href^="mailto:"]')).toHaveLength(0);
    t.setNow('2026-11-25T08:00:00Z');
    await runJob(t.app, 'digest');
    const digest = t.mailbox.messages.at(-1)?.email;
    expect(digest?.to).toEqual([STAFF]);
    expect(digest?.text).toContain(reference);
    expect(digest?.text).toContain('A. Person');
  });
});

describe('an enquiry that gives neither', () => {
  const NEITHER = ['email', 'Enter an email address or a phone number'];

  test('is refused on its email address, beside whatever else is to be fixed', async () => {
    const response = await send(makeEnquiry({ email: undefined, name: undefined }));
    expect(response.status).toBe(422);
    expect(await faultsOf(response)).toEqual([['name', 'Enter your name'], NEITHER]);
    expect(await count(t, 'enquiries')).toBe(0);
  });

  test.each([
    [{ email: 'x' }, 'email'],
    [{ email: undefined, phone: '12' }, 'phone'],
  ])('but for one that is wrong (%o) says what is wrong with that one', async (wrong, field) => {
    const faults = await faultsOf(await send(makeEnquiry(wrong)));
    expect(faults.map(([named]) => named)).toEqual([field]);
    expect(faults).not.toContainEqual(NEITHER);
  });

  test('comes back as a form that leads to the email address', async () => {
    const form = makeEnquiry({ email: '', phone: '' }) as Record<string, string>;
    const page = await readPage(await call(publicApp, postForm('/api/enquiries', form)));
    expect(page.status).toBe(422);
    expect(page.$('title').text()).toMatch(/^Error: /);
    expect(page.$('.error-summary a').attr('href')).toBe('#email');
    expect(textIn(page, '#email-fault')).toBe(`Error: ${NEITHER[1]}`);
  });

  test('is refused by the database too', async () => {
    await sent(BY_TELEPHONE);
    await expect(t.app.database.query('UPDATE enquiries SET phone = NULL')).rejects.toThrow(
      /enquiries_reachable/,
    );
  });
});

describe('the details that are folded away', () => {
  const form = async (query: string) => readPage(await call(publicApp, get(`/enquire/${query}`)));
  const ticked = (page: Awaited<ReturnType<typeof form>>) =>
    page
      .$('[name=interests][checked]')
      .toArray()
      .map((box) => page.$(box).attr('value'));

  test.each([
    ['', false, []],
    ['?interests=price', false, ['price']],
    ['?interests=nothing-of-ours', false, []],
    ['?people=46&rhythm=monthly&sessions=12', true, ['groups']],
    ['?people=46&interests=price', true, ['price']],
    ['?people=none', false, []],
  ])('of /enquire/%s are open: %s, and ticked is %j', async (query, isOpen, interests) => {
    const page = await form(query);
    expect(page.$('details.more').is('[open]')).toBe(isOpen);
    expect(ticked(page)).toEqual(interests);
    expect(fieldsIn(page)).toHaveProperty('people');
  });

  test('are open when one of them is to be fixed', async () => {
    const values = makeEnquiry({ people: 'a few' }) as Record<string, string>;
    const page = await readPage(await call(publicApp, postForm('/api/enquiries', values)));
    expect(page.$('details.more').is('[open]')).toBe(true);
    expect(page.$('.error-summary a').attr('href')).toBe('#people');
  });
});
