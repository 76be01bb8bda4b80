import { describe, expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { BODY_LIMIT, readBody } from '#web/http/request-body.ts';
import { makeTimingToken } from '#web/http/timing-token.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { processorTime } from '../support/processor-time.ts';
import { postForm, postJson } from '../support/requests.ts';
import { signReport } from '../support/sign-report.ts';

const t = testApp();

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const manyNames = letters
  .flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)))
  .slice(0, 16_000);

describe('a form', () => {
  test('of sixteen thousand fields is read as fast as any other', async () => {
    const { url } = postForm('/api/enquiries', {});
    const body = manyNames.join('&').slice(0, BODY_LIMIT);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const took = await processorTime(300, async () => {
      const read = await readBody(new Request(url, { method: 'POST', headers, body }));
      expect(read).toMatchObject({ kind: 'form', fields: {} });
    });
    expect(took).toBeLessThan(300);
  });

  test('that goes back a step holds text alone: anything else sent as JSON is refused', async () => {
    for (const name of [{ toString: null }, [[['deep']]], 1]) {
      const request = postJson('/callback/?change=details', makeCallback({ name }));
      const response = await call(publicApp, request);
      expect(response.status).toBe(422);
    }
  });
});

describe('JSON', () => {
  test('is not judged on speed, whatever token comes with it', async () => {
    const token = makeTimingToken(t.app.environment.LINK_SECRET, t.app.now());
    await call(publicApp, postJson('/api/enquiries', makeEnquiry({ t: token })));
    await call(publicApp, postJson('/api/callbacks', makeCallback({ t: token })));
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(2);
  });

  test('with the trap left empty is a person’s, as a form with it is', async () => {
    await call(publicApp, postJson('/api/enquiries', makeEnquiry({ 'leave-empty': '' })));
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(1);
  });
});

test('a delivery report above 64 KiB is refused before its signature is looked at', async () => {
  const request = postJson('/api/webhooks/resend', 'x'.repeat(BODY_LIMIT + 1));
  expect((await call(publicApp, request)).status).toBe(413);
});

describe('a post that costs more than it says', () => {
  const send = (body: unknown, headers?: Record<string, string>) =>
    call(publicApp, postJson('/api/enquiries', body, headers));
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const unknown = Object.fromEntries(Array.from({ length: 8_000 }, (_, n) => [`f${n}`, '1']));

  test.each<readonly [string, unknown]>([
    ['60 KB of joined emoji in a name', makeEnquiry({ name: '👩‍👩‍👧‍👦'.repeat(2_300) })],
    ['60 KB of joined emoji in a message', makeEnquiry({ message: '👩‍👩‍👧‍👦'.repeat(2_300) })],
    ['60 KB of joiners', makeEnquiry({ name: '\u200D'.repeat(20_000) })],
    ['60 KB of accents', makeEnquiry({ role: `a${'\u0301'.repeat(30_000)}` })],
    ['60 KB of digits for a telephone', makeEnquiry({ phone: '0'.repeat(60_000) })],
    ['60 KB of brackets for a telephone', makeEnquiry({ phone: `${'('.repeat(60_000)}1` })],
    ['60 KB of dots for an email', makeEnquiry({ email: `a@${'a.'.repeat(30_000)}` })],
    [
      '60 KB of letters of another script for an email',
      makeEnquiry({ email: `a@${'ü'.repeat(30_000)}.x` }),
    ],
    ['8,000 unknown fields', unknown],
    ['8,000 unknown fields beside the known ones', { ...unknown, ...makeEnquiry() }],
    ['an object that says it is text', { a: { toString: 1 } }],
    ['a name that says it is text', makeEnquiry({ name: { toString: 1, valueOf: 1 } })],
    ['interests that say they are text', makeEnquiry({ interests: [{ toString: 1 }] })],
    ['a trap that says it is text', makeEnquiry({ name: '', website: { toString: 1 } })],
    ['32,000 nested arrays', nested(32_000)],
    ['32,000 nested arrays in a field', `{"name":${nested(32_000)}}`],
    ['32,000 nested arrays in interests', `{"interests":${nested(32_000)}}`],
    ['32,000 nested arrays in an unknown field', `{"x":${nested(32_000)}}`],
    ['a prototype', '{"__proto__":{"name":"x"},"constructor":1}'],
  ])('%s is refused at once, with 20 faults at most', async (_, body) => {
    await send(makeEnquiry());
    const took = await processorTime(250, async () => {
      const response = await send(body);
      const answer = await response.text();
      expect([400, 413, 422]).toContain(response.status);
      expect(answer.length).toBeLessThan(8_000);
      expect((JSON.parse(answer).errors ?? []).length).toBeLessThanOrEqual(20);
    });
    expect(took).toBeLessThan(250);
  });

  const EMOJI = '👩‍👩‍👧‍👦';
  const COSTLY: readonly (readonly [string, string])[] = [
    ['joined emoji', EMOJI.repeat(1_400)],
    ['joiners', `a${'\u200D'.repeat(6_000)}b`],
    ['accents on one letter', `a${'\u0301'.repeat(9_000)}`],
    ['digits', '0'.repeat(60_000)],
    ['brackets', '('.repeat(18_000)],
    ['dots', 'a.'.repeat(30_000)],
    ['spaces between letters', 'a '.repeat(30_000)],
    ['line breaks', 'a\r\n'.repeat(8_000)],
    ['letters of another script', 'ü'.repeat(9_000)],
    ['marks of direction', `a${'\u202D'.repeat(5_900)}b`],
  ];

  const formOf = (enquiry: Record<string, unknown>) => enquiry as Record<string, string>;

  /** Sends a form, and expects an answer at once that is no fault of ours and no page of faults without end. */
  async function isAnsweredAtOnce(send: () => Promise<Response>): Promise<void> {
    const took = await processorTime(1_000, async () => {
      const response = await send();
      expect([303, 413, 422]).toContain(response.status);
      expect((await response.text()).length).toBeLessThan(400_000);
    });
    expect(took).toBeLessThan(1_000);
  }

  test.each(COSTLY)(
    '60 KB of %s are answered at once in every field of a form',
    async (_, typed) => {
      await call(publicApp, postForm('/api/enquiries', formOf(makeEnquiry())));
      for (const field of ['name', 'email', 'phone', 'message']) {
        const fields = formOf({ ...makeEnquiry(), [field]: typed });
        await isAnsweredAtOnce(() => call(publicApp, postForm('/api/enquiries', fields)));
      }
    },
  );

  test.each(COSTLY)('60 KB of %s are answered at once on the desk', async (_, typed) => {
    const { reference } = await sendEnquiry();
    const cookie = await signIn(t);
    const path = `/desk/cases/${reference}/`;
    const forms: [string, Record<string, string>][] = [
      [`${path}note/`, { words: typed }],
      [`${path}outcome/`, { outcome: 'spoke', words: typed }],
      ['/desk/times/block/', { from: typed, much: 'day', step: 'see', why: typed.slice(0, 9_000) }],
    ];
    for (const [to, fields] of forms) {
      await isAnsweredAtOnce(() => call(deskApp, postForm(to, fields, { cookie })));
    }
  });

  test('comes back in a form as it was typed', async () => {
    const fields = Object.fromEntries(Object.entries(unknown).slice(0, 5_000));
    const response = await call(
      publicApp,
      postForm('/api/enquiries', { ...fields, name: 'A. Person' }),
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('value="A. Person"');
    expect(page.match(/There is no such field/g)?.length).toBeLessThanOrEqual(20);
  });

  test.each([
    '{}',
    '[]',
    'null',
    '{"type":1}',
    '{"type":"email.sent","data":null}',
    '{"type":"email.sent","created_at":"yesterday","data":{"email_id":"a"}}',
    '{"type":"email.sent","created_at":"2026-11-24T10:00:00Z","data":{"email_id":{"a":1}}}',
    '{"type":"a\\u0000","created_at":"2026-11-24T10:00:00Z","data":{"email_id":"a"}}',
    '{"type":"email.sent","created_at":"2026-11-24T10:00:00Z","data":{"email_id":"\\u0000"}}',
    'not JSON',
  ])('the signed webhook %s is refused', async (payload) => {
    const headers = signReport(
      t.app.environment.RESEND_WEBHOOK_SECRET,
      'msg_1',
      new Date(),
      payload,
    );
    const response = await call(publicApp, postJson('/api/webhooks/resend', payload, headers));
    expect([400, 401]).toContain(response.status);
    expect(await count(t, 'delivery_reports')).toBe(0);
  });
});
