import { describe, expect, test } from 'vitest';
import yourEnquiry from '#web/account/your-enquiry/your-enquiry-routes.ts';
import enquiries from '#web/api/enquiries-routes.ts';
import webhook from '#web/api/resend-webhook-routes.ts';
import { call, testApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postJson } from '../support/requests.ts';
import { signReport } from '../support/sign-report.ts';

const t = testApp();

const send = () => call(enquiries, postJson('/api/enquiries', makeEnquiry()));

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
    expect(page).toContain('The acknowledgement came back undelivered.');
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
