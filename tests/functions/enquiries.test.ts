import { describe, expect, test } from 'vitest';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import { makeTimingToken } from '../../netlify/lib/timing-token.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const PATH = '/api/enquiries';
const REFERENCE = /^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/;

const send = (body: unknown, headers?: Record<string, string>) =>
  call(enquiries, postJson(PATH, body, headers));
const sendForm = (values: Record<string, unknown>) =>
  call(enquiries, postForm(PATH, values as Record<string, string>));
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
    expect(notice?.reply_to).toEqual(['person@example.org']);
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
  test('within ten minutes is given the same answer and sends nothing more', async () => {
    const first = await (await send(makeEnquiry())).json();
    t.setNow('2026-11-24T10:09:59Z');
    expect(await (await send(makeEnquiry())).json()).toEqual(first);
    expect(await count('cases')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(2);
  });

  test('after ten minutes, or with other words, is another enquiry', async () => {
    await send(makeEnquiry());
    await send(makeEnquiry({ message: 'Another thought' }));
    t.setNow('2026-11-24T10:10:01Z');
    await send(makeEnquiry());
    expect(await count('cases')).toBe(3);
  });

  test('sent twenty times at once is one enquiry', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(makeEnquiry())));
    const references = await Promise.all(
      answers.map(async (one) => ((await one.json()) as { reference: string }).reference),
    );
    expect(new Set(references).size).toBe(1);
    expect(await count('cases')).toBe(1);
  });

  test('with an Idempotency-Key is the same for a day, and with another body is refused', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const first = await (await send(makeEnquiry(), key)).json();
    t.setNow('2026-11-25T09:59:00Z');
    expect(await (await send(makeEnquiry(), key)).json()).toEqual(first);
    const other = await send(makeEnquiry({ name: 'B. Person' }), key);
    expect(other.status).toBe(422);
    t.setNow('2026-11-25T10:01:00Z');
    expect((await send(makeEnquiry({ name: 'B. Person' }), key)).status).toBe(201);
    expect(await count('cases')).toBe(2);
  });
});

test('the same words under another key make that key known', async () => {
  const first = await (await send(makeEnquiry())).json();
  const key = { 'idempotency-key': 'a-later-key' };
  expect(await (await send(makeEnquiry(), key)).json()).toEqual(first);
  t.setNow('2026-11-24T12:00:00Z');
  expect(await (await send(makeEnquiry(), key)).json()).toEqual(first);
  expect((await send(makeEnquiry({ name: 'B. Person' }), key)).status).toBe(422);
  expect(await count('cases')).toBe(1);
});

describe('a post that looks automatic', () => {
  test.each([
    ['fills in the trap', () => send(makeEnquiry({ 'leave-empty': 'http://example.org' }))],
    [
      'comes back too fast',
      () =>
        sendForm({
          ...makeEnquiry(),
          t: makeTimingToken(t.app.environment.LINK_SECRET, t.app.now()),
        }),
    ],
  ])(
    'because it %s is kept in quarantine and mails nobody, and the answer looks the same',
    async (_, post) => {
      const response = await post();
      expect([201, 303]).toContain(response.status);
      expect(await count('cases WHERE quarantined_at IS NOT NULL')).toBe(1);
      expect(await count('messages')).toBe(0);
      expect(t.mailbox.messages).toHaveLength(0);
    },
  );

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
