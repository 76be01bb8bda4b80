import { describe, expect, test } from 'vitest';
import type { FunctionContext } from '#web/http/open-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, mailTo } from '../support/bookings.ts';
import { statesIn } from '../support/case-pages.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { overheard } from '../support/overheard.ts';
import { faultsIn, fieldsIn, labelOf, readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

interface Opened {
  reference: string;
  link: string;
}

const openEnquiry = async (overrides: Record<string, unknown> = {}) =>
  (await (
    await call(publicApp, postJson('/api/enquiries', makeEnquiry(overrides)))
  ).json()) as Opened;

const ask = async (values: Record<string, string>) =>
  readPage(await call(publicApp, postForm('/your-enquiry/', values)));

const linkMail = (to: string) =>
  mailTo(t, to).filter(({ subject }) => subject.startsWith('The link'));

describe('asking for a link', () => {
  test('starts with a form', async () => {
    const page = await readPage(await call(publicApp, get('/your-enquiry/')));
    expect(page.status).toBe(200);
    expect(textIn(page, 'h1')).toBe('Send me my link');
    expect(labelOf(page, 'email')).toBe('Your email address');
    expect(textIn(page, 'main')).toMatch(
      /If you gave no email address, ring us on .* with your name or reference to move, correct or cancel anything\./,
    );
    expect(page.$('form').attr('action')).toBe('/your-enquiry/');
    expect(page.$('form').attr('method')).toBe('post');
  });

  test('sends the link of an enquiry to the address it came from', async () => {
    const { reference, link } = await openEnquiry();
    const page = await ask({ email: 'Person@Example.org' });
    expect(page.status).toBe(200);
    expect(textIn(page, 'main')).toContain(
      'If you have written to us or booked a call with that address, the link is on its way to it, unless we sent it in the last 10 minutes or the address has had as many emails from us as we send in an hour or a day. If you have asked before, look for the first email, in your junk mail too.',
    );
    expect(page.markup).not.toContain(reference);
    const [email, ...more] = linkMail('Person@Example.org');
    expect(more).toEqual([]);
    expect(email?.subject).toBe('The link to what you sent us');
    expect(email?.text).toContain(`Your enquiry (${reference}): ${link}`);
    expect(await count(t, 'messages WHERE payload IS NOT NULL')).toBe(0);
  });

  test('sends every link in one email, newest first, those of calls too', async () => {
    const first = await openEnquiry();
    t.setNow('2026-11-24T10:05:00Z');
    const second = await booked(await bookCallback(makeCallback({ email: 'person@example.org' })));
    await openEnquiry({ email: 'other@example.org' });
    await ask({ email: 'person@example.org' });
    const [email, ...more] = linkMail('person@example.org');
    expect(more).toEqual([]);
    expect(email?.subject).toBe('The links to what you sent us');
    expect(email?.text?.match(/http\S+/g)).toEqual([second.link, first.link]);
    expect(email?.text).toContain(`Your callback on Wednesday 25 November (${second.reference}): `);
    expect(email?.text).toContain(`Your enquiry (${first.reference}): `);
  });

  test('sends one email in ten minutes, however often it is asked for', async () => {
    await openEnquiry();
    for (const email of ['person@example.org', 'PERSON@example.org', ' person@example.org ']) {
      const page = await ask({ email });
      expect(page.status).toBe(200);
      expect(textIn(page, '.lede')).toContain('unless we sent it in the last 10 minutes');
    }
    expect(
      t.mailbox.messages.filter(({ email }) => email.subject.startsWith('The link')),
    ).toHaveLength(1);
    t.setNow('2026-11-24T10:10:01Z');
    await ask({ email: 'person@example.org' });
    expect(linkMail('person@example.org')).toHaveLength(2);
  });
});

describe('an address we do not know', () => {
  test('gets the same answer, byte for byte, and no email, and nothing is kept of it', async () => {
    await openEnquiry();
    const known = await ask({ email: 'person@example.org' });
    const messages = t.mailbox.messages.length;
    const tables = ['messages', 'submissions', 'audit', 'cases'];
    const before = await Promise.all(tables.map((table) => count(t, table)));
    const unknown = await ask({ email: 'stranger@example.org' });
    expect(unknown.status).toBe(known.status);
    expect([...unknown.headers]).toEqual([...known.headers]);
    expect(unknown.markup).toBe(known.markup);
    expect(t.mailbox.messages).toHaveLength(messages);
    expect(await Promise.all(tables.map((table) => count(t, table)))).toEqual(before);
  });

  test('costs the database as many writes as one we know, or one that asks again', async () => {
    await openEnquiry();
    const { database } = t.app;
    const statements: string[] = [];
    t.app.database = overheard(database, (sql) => statements.push(sql.trim()));
    const made: string[][] = [];
    for (const email of ['person@example.org', 'stranger@example.org', 'person@example.org']) {
      statements.length = 0;
      await ask({ email });
      // The pace of mail is kept by whatever delivers, once the answer is out.
      made.push(
        statements.filter((sql) => /^(insert|delete|with message)(?!.*mail_pace)/i.test(sql)),
      );
    }
    t.app.database = database;
    // One of them is a row that is taken back, to see that anything can be written.
    expect(made.map((writes) => writes.length)).toEqual([4, 4, 4]);
  });

  test('is looked up once the answer is out, as one we know is', async () => {
    await openEnquiry();
    const { database } = t.app;
    const statements: string[] = [];
    t.app.database = overheard(database, (sql) => statements.push(sql));
    for (const email of ['person@example.org', 'stranger@example.org']) {
      statements.length = 0;
      const after: Promise<unknown>[] = [];
      const context: FunctionContext = {
        deploy: { context: 'dev', id: '0', published: false },
        ip: '192.0.2.1',
        waitUntil: (promise) => after.push(promise),
      };
      const answer = await publicApp.fetch(postForm('/your-enquiry/', { email }), { context });
      expect(answer.status).toBe(200);
      expect(statements.join('\n')).not.toMatch(/enquiries|bookings|submissions|limit_uses/);
      await Promise.all(after);
      expect(statements.join('\n')).toMatch(/enquiries/);
    }
    t.app.database = database;
  });

  test('is what a case in quarantine looks like', async () => {
    await openEnquiry({ 'leave-empty': 'http://example.org' });
    expect((await ask({ email: 'person@example.org' })).status).toBe(200);
    expect(t.mailbox.messages).toHaveLength(0);
  });
});

describe('a post that cannot be taken', () => {
  test('for its address comes back with it still there', async () => {
    const page = await ask({ email: 'nowhere' });
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([
      ['Enter an email address in the correct format, like name@example.org', '#email'],
    ]);
    expect(fieldsIn(page)).toMatchObject({ email: 'nowhere' });
  });

  test('because it looks automatic is said to be not sent, and sent by one press more', async () => {
    await openEnquiry();
    const page = await ask({ email: 'person@example.org', 'leave-empty': 'http://example.org' });
    expect(page.status).toBe(202);
    expect(statesIn(page)).toEqual(['held']);
    expect(page.$('form').attr('action')).toBe('/your-enquiry/');
    expect(linkMail('person@example.org')).toEqual([]);
    expect((await ask(fieldsIn(page))).status).toBe(200);
    expect(linkMail('person@example.org')).toHaveLength(1);
  });
});
