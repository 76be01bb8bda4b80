import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import webhook from '../../netlify/functions/api-webhooks-resend.ts';
import yourEnquiry from '../../netlify/functions/your-enquiry.ts';
import { deliver } from '../../netlify/lib/delivery/deliver.ts';
import { startMailbox } from '../../netlify/local/mailbox/start.ts';
import { call, openTestApp, type TestApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postJson } from '../support/requests.ts';
import { signReport } from '../support/sign-report.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
beforeEach(() => t.reset());
afterAll(() => t.close());

const send = () => call(enquiries, postJson('/api/enquiries', makeEnquiry()));
const states = () =>
  t.app.database.query<{
    kind: string;
    attempts: number;
    failure: string | null;
    sent: boolean;
    failed: boolean;
    kept: boolean;
  }>(
    `SELECT kind, attempts, failure, sent_at IS NOT NULL AS sent, failed_at IS NOT NULL AS failed, payload IS NOT NULL AS kept
     FROM messages ORDER BY created_at, kind`,
  );
const later = (minutes: number) =>
  t.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000).toISOString());

describe('delivery', () => {
  test.each(['500', '429', 'drop', 'drop-after-accept'] as const)(
    'goes on after "%s", and each message arrives once',
    async (fault) => {
      t.mailbox.setFaults({ next: [fault, fault] });
      expect((await send()).status).toBe(201);
      expect((await states()).map(({ sent, kept }) => [sent, kept])).toEqual([
        [false, true],
        [false, true],
      ]);
      later(10);
      expect(await deliver(t.app, 10_000)).toEqual({ sent: 2, waiting: 0, failed: 0 });
      expect(t.mailbox.messages).toHaveLength(2);
      expect((await states()).map(({ sent, kept }) => [sent, kept])).toEqual([
        [true, false],
        [true, false],
      ]);
    },
  );

  test('does nothing before its time, and nothing twice', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    expect(await deliver(t.app, 10_000)).toEqual({ sent: 0, waiting: 0, failed: 0 });
    later(10);
    await Promise.all([deliver(t.app, 10_000), deliver(t.app, 10_000), deliver(t.app, 10_000)]);
    expect(t.mailbox.messages).toHaveLength(2);
  });

  test('takes up a message whose sender died in the middle, under the same key', async () => {
    const died = t.app.send;
    t.app.send = async (...attempt) => {
      await died?.(...attempt);
      throw new Error('killed after the mail service took it');
    };
    await send();
    if (died) t.app.send = died;
    expect((await states())[0]).toMatchObject({ sent: false, attempts: 1 });
    later(2);
    await deliver(t.app, 10_000);
    expect(t.mailbox.messages).toHaveLength(2);
    expect((await states()).every(({ sent }) => sent)).toBe(true);
  });

  test('gives up at once on what will never be taken, and tells staff without the words', async () => {
    const strict = await startMailbox({ port: 0, apiKey: 're_another_key' });
    const { send: usual } = t.app;
    const { resendSender } = await import('../../netlify/lib/mail.ts');
    t.app.send = resendSender({ ...t.app.environment, RESEND_BASE_URL: strict.url });
    await send();
    if (usual) t.app.send = usual;
    await strict.close();
    const given = await states();
    expect(
      given.filter(({ failed }) => failed).map(({ kind, kept }) => [kind, kept]),
    ).toContainEqual(['acknowledgement', false]);
    expect(t.logged.join('\n')).toContain('Not delivered');
    expect(t.logged.join('\n')).not.toContain('person@example.org');
  });

  test('gives up before the mail service forgets the key, and says so', async () => {
    t.mailbox.setFaults({ rate: { status500: 1 } });
    await send();
    for (const minutes of [10, 60, 300, 900, 22 * 60 + 50]) {
      later(minutes);
      await deliver(t.app, 10_000);
    }
    t.mailbox.setFaults({ clear: true });
    later(24 * 60);
    await deliver(t.app, 10_000);
    const given = await states();
    expect(given.filter(({ failed }) => failed)).toHaveLength(2);
    const notices = t.mailbox.messages.map(({ email }) => email);
    expect(notices.map(({ to }) => to)).toEqual([['staff@example.org'], ['staff@example.org']]);
    expect(notices[0]?.subject).toMatch(/^A message was not delivered \([2-9A-Z]{8}\)$/);
  });

  test('sends nothing again that may have arrived, once the mail service has forgotten its key', async () => {
    t.mailbox.setFaults({ next: ['drop-after-accept', 'drop-after-accept'] });
    await send();
    expect(t.mailbox.messages).toHaveLength(2);
    later(25 * 60);
    expect(await deliver(t.app, 10_000)).toEqual({ sent: 2, waiting: 0, failed: 2 });
    const subjects = t.mailbox.messages.slice(2).map(({ email }) => email.subject);
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).toContain('was not delivered');
  });

  test('tries again what comes on a day whose quota is used up', async () => {
    t.mailbox.setFaults({ next: ['daily-quota', 'daily-quota'] });
    await send();
    later(10);
    expect(await deliver(t.app, 10_000)).toEqual({ sent: 2, waiting: 0, failed: 0 });
  });

  /** Delivers with a sender that does something else first, and is then refused. */
  async function refusedAfter(meanwhile: () => Promise<unknown>) {
    const { send: usual } = t.app;
    t.app.send = async () => {
      await meanwhile();
      return { kind: 'refused', reason: 'validation_error' };
    };
    try {
      return await deliver(t.app, 10_000);
    } finally {
      if (usual) t.app.send = usual;
    }
  }

  test('says nothing of a message whose case is erased while it is on its way', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    later(10);
    await refusedAfter(() => t.app.database.query('DELETE FROM cases'));
    expect(await states()).toEqual([]);
  });

  test('does not give up a message that another run has sent meanwhile', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    later(10);
    await refusedAfter(() =>
      t.app.database.query(
        'UPDATE messages SET sent_at = created_at, payload = NULL, next_attempt_at = NULL',
      ),
    );
    expect((await states()).map(({ sent, failed }) => [sent, failed])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('never happens in a preview', async () => {
    const { send: usual } = t.app;
    delete t.app.send;
    await send();
    if (usual) t.app.send = usual;
    expect(t.mailbox.messages).toHaveLength(0);
    expect((await states()).map(({ attempts }) => attempts)).toEqual([0, 0]);
  });
});

describe('delivery reports', () => {
  function signedReport(type: string, providerId: string, id = 'msg_1') {
    const payload = JSON.stringify({
      type,
      created_at: '2026-11-24T10:05:00.000Z',
      data: {
        email_id: providerId,
        created_at: '2026-11-24T10:00:00.000Z',
        from: 'a@example.org',
        to: ['b@example.org'],
        subject: 'x',
      },
    });
    const secret = t.app.environment.RESEND_WEBHOOK_SECRET;
    return postJson('/api/webhooks/resend', payload, signReport(secret, id, new Date(), payload));
  }

  const acknowledgementId = async () => {
    const [row] = await t.app.database.query<{ provider_id: string }>(
      `SELECT provider_id FROM messages WHERE kind = 'acknowledgement'`,
    );
    return row?.provider_id ?? '';
  };

  test.each([
    ['email.suppressed', true],
    ['email.failed', true],
    ['email.complained', false],
  ])('%s: whether the case says that it did not arrive: %s', async (type, said) => {
    const { link } = (await (await send()).json()) as { link: string };
    await call(webhook, signedReport(type, await acknowledgementId()));
    const page = await call(yourEnquiry, get(new URL(link).pathname), {
      case: link.split('/').at(-2) ?? '',
    });
    expect((await page.text()).includes('Please check the email address you gave')).toBe(said);
  });

  test('signed ones are kept once and told on the case; in any order', async () => {
    const { link } = (await (await send()).json()) as { link: string };
    const id = await acknowledgementId();
    expect((await call(webhook, signedReport('email.bounced', id, 'msg_2'))).status).toBe(200);
    expect((await call(webhook, signedReport('email.delivered', id))).status).toBe(200);
    expect((await call(webhook, signedReport('email.delivered', id))).status).toBe(200);
    const [kept] = await t.app.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM delivery_reports',
    );
    expect(kept?.n).toBe(2);
    const path = new URL(link).pathname;
    const page = await (
      await call(yourEnquiry, get(path), { case: path.split('/')[2] ?? '' })
    ).text();
    expect(page).toContain('sent back the acknowledgement');
  });

  test('unsigned, altered and stale ones are refused', async () => {
    const good = signedReport('email.bounced', 'x');
    const body = await good.text();
    const post = (headers: Record<string, string>, text = body) =>
      call(webhook, postJson('/api/webhooks/resend', text, headers));
    const headers = Object.fromEntries(good.headers);
    expect((await post({})).status).toBe(401);
    expect((await post(headers, body.replace('bounced', 'delivered'))).status).toBe(401);
    expect((await post({ ...headers, 'svix-id': 'msg_other' })).status).toBe(401);
    expect((await post({ ...headers, 'svix-timestamp': '1700000000' })).status).toBe(401);
    const [kept] = await t.app.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM delivery_reports',
    );
    expect(kept?.n).toBe(0);
  });
});
