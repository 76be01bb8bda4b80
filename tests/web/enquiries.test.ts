import { describe, expect, test } from 'vitest';
import { makeTimingToken } from '#web/http/timing-token.ts';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { inQuarantine, newestInQuarantine } from '../support/in-quarantine.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage } from '../support/read-page.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const PATH = '/api/enquiries';
const REFERENCE = /^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/;

const send = (body: unknown, headers?: Record<string, string>) =>
  call(publicApp, postJson(PATH, body, headers));
const sendForm = (values: Record<string, unknown>) =>
  call(publicApp, postForm(PATH, values as Record<string, string>));
const count = async (table: string) => {
  const [row] = await t.app.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return row?.n;
};

describe('an enquiry', () => {
  test('is saved, answered, acknowledged and made known to staff', async () => {
    const response = await send(makeEnquiry({ people: 46, rhythm: 'monthly', sessions: 12 }));
    expect(response.status).toBe(201);
    const { reference, link } = (await response.json()) as Record<string, string>;
    expect(reference).toMatch(REFERENCE);
    expect(link).toMatch(new RegExp(`^${SITE_URL}/your-enquiry/[A-Za-z0-9_-]{43}/$`));

    const mailTo = (to: string) =>
      t.mailbox.messages.find(({ email }) => email.to.includes(to))?.email;
    const acknowledgement = mailTo('person@example.org');
    const notice = mailTo('staff@example.org');
    expect(t.mailbox.messages).toHaveLength(2);
    expect(acknowledgement?.text).toContain(reference);
    expect(acknowledgement?.text).toContain(link);
    expect(acknowledgement?.html).toContain(link);
    expect(notice?.reply_to).toEqual(['A. Person <person@example.org>']);
    expect(notice?.text).toContain(reference);
    expect(notice?.text).toContain('46');
    expect(`${notice?.text}${notice?.html}`).not.toContain('/your-enquiry/');
  });

  test('from a form sends the browser to the enquiry’s own page', async () => {
    const response = await sendForm(
      makeEnquiry({ phone: '', message: 'One\r\ntwo', people: '1,200' }),
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\/your-enquiry\/[A-Za-z0-9_-]{43}\/$/);
    const [row] = await t.app.database.query('SELECT phone, message, people FROM enquiries');
    expect(row).toEqual({ phone: null, message: 'One\ntwo', people: 1200 });
  });

  test('keeps no key and, once delivered, no message', async () => {
    const { link } = (await (await send(makeEnquiry())).json()) as { link: string };
    const key = link.split('/').at(-2) ?? '';
    const dump = JSON.stringify(
      await t.app.database.query(
        "SELECT c.*, m.*, encode(c.key_hash, 'hex') FROM cases c JOIN messages m ON m.case_id = c.id",
      ),
    );
    expect(dump).not.toContain(key);
    expect(await count('messages WHERE payload IS NOT NULL')).toBe(0);
    expect(t.logged.join()).not.toContain(key);
  });
});

describe('the same post again', () => {
  const FORM = { form: 'AbCdEfGhIjKlMnOpQrStUv' };
  const locationOf = (response: Response) => {
    expect(response.status).toBe(303);
    return response.headers.get('location') ?? '';
  };

  test('from the same form within a day is the same enquiry, and sends nothing more', async () => {
    const first = locationOf(await sendForm(makeEnquiry(FORM)));
    t.setNow('2026-11-25T09:59:59Z');
    expect(locationOf(await sendForm(makeEnquiry(FORM)))).toBe(first);
    expect(await count('cases')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(2);
    t.setNow('2026-11-25T10:00:01Z');
    expect(locationOf(await sendForm(makeEnquiry(FORM)))).not.toBe(first);
    expect(await count('cases')).toBe(2);
  });

  test('with other words from the same form corrects the first, and says so', async () => {
    const first = locationOf(await sendForm(makeEnquiry(FORM)));
    const message = 'Another thought';
    const second = await sendForm(makeEnquiry({ ...FORM, message }));
    expect(locationOf(second)).toBe(`${first}?done=corrected`);
    expect(await t.app.database.query('SELECT message FROM enquiries')).toEqual([{ message }]);
    // What it says now is what is recognised from now on.
    expect(locationOf(await sendForm(makeEnquiry({ ...FORM, message })))).toBe(first);
    expect(t.mailbox.messages.map(({ email }) => email.subject).sort()).toEqual([
      expect.stringMatching(/^Enquiry \w{8} corrected: /),
      expect.stringMatching(/^New enquiry /),
      expect.stringMatching(/^We have your enquiry: /),
    ]);
  });

  test.each([
    ['email address', { email: 'other@example.org' }],
    ['phone number', { phone: '01632 960 002' }],
  ])('from the same form with another %s is another person’s', async (_, other) => {
    const first = locationOf(await sendForm(makeEnquiry({ ...FORM, phone: '01632 960 001' })));
    const second = await sendForm(makeEnquiry({ ...FORM, phone: '01632 960 001', ...other }));
    expect(locationOf(second).split('?')[0]).not.toBe(first);
    expect(locationOf(second)).not.toContain('?');
    expect(await count('cases')).toBe(2);
  });

  test('in the same words alone is another enquiry', async () => {
    await send(makeEnquiry());
    await send(makeEnquiry());
    await sendForm(makeEnquiry());
    await sendForm(makeEnquiry({ form: 'another-form-of-theirs' }));
    expect(await count('cases')).toBe(4);
  });

  test.each([
    ['form', () => send(makeEnquiry(FORM))],
    ['key', () => send(makeEnquiry(), { 'idempotency-key': 'one-key' })],
  ])('with one %s twenty times at once is one enquiry', async (_, post) => {
    const answers = await Promise.all(Array.from({ length: 20 }, post));
    const told = await Promise.all(
      answers.map(async (one) => (await one.json()) as { reference: string; link?: string }),
    );
    expect(new Set(told.map(({ reference }) => reference)).size).toBe(1);
    expect(told.filter(({ link }) => link !== undefined)).toHaveLength(1);
    expect(await count('cases')).toBe(1);
  });

  test('with an Idempotency-Key is the same for a day, told no link, and with another body is refused', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const { reference } = (await (await send(makeEnquiry(), key)).json()) as { reference: string };
    t.setNow('2026-11-25T09:59:00Z');
    const again = await send(makeEnquiry(), key);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ reference });
    const other = await send(makeEnquiry({ name: 'B. Person' }), key);
    expect(other.status).toBe(422);
    t.setNow('2026-11-25T10:01:00Z');
    expect((await send(makeEnquiry({ name: 'B. Person' }), key)).status).toBe(201);
    expect(await count('cases')).toBe(2);
  });
});

describe('a post that looks automatic', () => {
  const hasty = () => makeTimingToken(t.app.environment.LINK_SECRET, t.app.now());
  const nobodyTold = async () => {
    expect(await count('cases WHERE quarantined_at IS NOT NULL')).toBe(1);
    expect(await count('messages')).toBe(0);
    expect(t.mailbox.messages).toHaveLength(0);
  };

  test('as JSON is told that it is in quarantine, and nothing that opens it', async () => {
    const { reference } = await inQuarantine(
      t,
      await send(makeEnquiry({ 'leave-empty': 'http://example.org' })),
    );
    expect(reference).toMatch(REFERENCE);
    await nobodyTold();
  });

  test.each([
    [
      'fills in the trap',
      () => sendForm(makeEnquiry({ 'leave-empty': 'x', message: 'My <words>' })),
    ],
    ['comes back too fast', () => sendForm(makeEnquiry({ t: hasty(), message: 'My <words>' }))],
  ])('because it %s is shown as not sent, and sent by one press more', async (_, post) => {
    const page = await readPage(await post());
    expect(page.status).toBe(202);
    expect(page.$('[data-state="held"]')).toHaveLength(1);
    await nobodyTold();
    const { reference, link } = await newestInQuarantine(t);
    expect(page.markup).not.toContain(reference);
    expect(page.markup).not.toContain(new URL(link).pathname);

    const interests = page.$('input[name="interests"]').toArray();
    const fields = {
      ...fieldsIn(page),
      interests: interests.map((field) => page.$(field).attr('value') ?? ''),
    };
    expect(fields).toEqual({
      ...makeEnquiry({ message: 'My <words>' }),
      form: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(page.$('form').attr('action')).toBe(PATH);
    const sent = await sendForm(fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, link]);
    expect(await count('cases WHERE quarantined_at IS NULL')).toBe(1);
    expect(await count('cases')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(2);
    // Pressed twice, it is sent once.
    expect((await sendForm(fields)).headers.get('location')).toBe(link);
    expect(t.mailbox.messages).toHaveLength(2);
  });

  test('is not said of a form typed by a person, a form without a token, or a forged token', async () => {
    const secret = t.app.environment.LINK_SECRET;
    const slow = makeTimingToken(secret, new Date('2026-11-24T09:59:50Z'));
    const tokens = [
      slow,
      undefined,
      `${slow}x`,
      'nonsense',
      makeTimingToken('another secret', t.app.now()),
    ];
    for (const [index, token] of tokens.entries()) {
      await sendForm({ ...makeEnquiry({ name: `Person ${index}` }), ...(token && { t: token }) });
    }
    expect(await count('cases WHERE quarantined_at IS NULL')).toBe(tokens.length);
  });
});
