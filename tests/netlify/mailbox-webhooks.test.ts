import { expect, test } from 'vitest';
import { makeEmail, postJson, WEBHOOK_SECRET, withMailbox } from '../support/mailbox.ts';
import { receiveWebhooks } from '../support/webhook-receiver.ts';

const types = (received: { payload: { type: string } }[]) =>
  received.map(({ payload }) => payload.type);

test('a message is reported sent, then delivered, and the SDK accepts the signatures', async () => {
  const { received, url } = await receiveWebhooks();
  const { resend, mailbox } = await withMailbox({ webhook: { url, secret: WEBHOOK_SECRET } });
  const tags = [{ name: 'kind', value: 'callback' }];
  const { data } = await resend.emails.send(makeEmail({ tags }));
  await mailbox.settled();
  expect(types(received)).toEqual(['email.sent', 'email.delivered']);
  expect(received[1]?.payload).toEqual({
    type: 'email.delivered',
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    data: {
      created_at: mailbox.messages[0]?.created_at,
      email_id: data?.id,
      message_id: `<${data?.id}@mailbox.localhost>`,
      from: 'Reflective Practice Groups <groups@example.org>',
      to: ['person@example.org'],
      subject: 'Your call is booked',
      tags: { kind: 'callback' },
    },
  });
});

test.each([
  ['bounced@resend.dev', ['email.sent', 'email.bounced'], 'bounced'],
  ['bounced+staff@resend.dev', ['email.sent', 'email.bounced'], 'bounced'],
  ['complained@resend.dev', ['email.sent', 'email.delivered', 'email.complained'], 'complained'],
  ['suppressed@resend.dev', ['email.suppressed'], 'suppressed'],
  ['delivered@resend.dev', ['email.sent', 'email.delivered'], 'delivered'],
])('mail to %s ends as Resend says it does', async (to, expected, last) => {
  const { received, url } = await receiveWebhooks();
  const { resend, mailbox } = await withMailbox({ webhook: { url, secret: WEBHOOK_SECRET } });
  const { data } = await resend.emails.send(makeEmail({ to }));
  await mailbox.settled();
  expect(types(received)).toEqual(expected);
  expect((await resend.emails.get(data?.id ?? '')).data?.last_event).toBe(last);
});

test('a test can report a bounce, twice over, and out of order', async () => {
  const { received, url } = await receiveWebhooks();
  const webhook = { url, secret: WEBHOOK_SECRET };
  const { resend, mailbox } = await withMailbox({ webhook, automatic: false });
  const { data } = await resend.emails.send(makeEmail());
  expect((await resend.emails.get(data?.id ?? '')).data?.last_event).toBe('queued');
  const events = `${mailbox.url}/emails/${data?.id}/events`;
  const bounced = await postJson(events, { type: 'email.bounced', copies: 2 });
  expect(await bounced.json()).toEqual({ id: received[0]?.id, statuses: [200, 200] });
  const created_at = '2026-01-01T00:00:00.000Z';
  await postJson(events, { type: 'email.sent', created_at });
  expect(types(received)).toEqual(['email.bounced', 'email.bounced', 'email.sent']);
  expect(received[1]?.id).toBe(received[0]?.id);
  expect(received[2]?.id).not.toBe(received[0]?.id);
  expect(received[0]?.payload.data).toMatchObject({
    bounce: { type: 'Permanent', subType: 'General', message: expect.any(String) },
  });
  expect(received[2]?.payload.created_at).toBe(created_at);
});

test('a report that is not taken is sent again under the same id', async () => {
  const { received, url } = await receiveWebhooks([500, 302, 200]);
  const webhook = { url, secret: WEBHOOK_SECRET, retryAfterMs: [1, 1, 1] };
  const { resend, mailbox } = await withMailbox({ webhook, automatic: false });
  const { data } = await resend.emails.send(makeEmail());
  const events = `${mailbox.url}/emails/${data?.id}/events`;
  const first = await postJson(events, { type: 'email.delivered' });
  expect(await first.json()).toMatchObject({ statuses: [500] });
  await mailbox.settled();
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ id }) => id)).size).toBe(1);
});

test('another secret is not accepted, and nobody listening is no harm', async () => {
  const { received, url } = await receiveWebhooks();
  const wrong = { url, secret: 'whsec_QUJDREVGR0g=', retryAfterMs: [] };
  const { resend, mailbox } = await withMailbox({ webhook: wrong, automatic: false });
  const { data } = await resend.emails.send(makeEmail());
  const events = `/emails/${data?.id}/events`;
  const refused = await postJson(mailbox.url + events, { type: 'email.sent' });
  expect(await refused.json()).toMatchObject({ statuses: [401] });
  expect(received).toEqual([]);

  const nobody = { url: 'http://127.0.0.1:9/hook', secret: WEBHOOK_SECRET, retryAfterMs: [] };
  const alone = await withMailbox({ webhook: nobody });
  expect((await alone.resend.emails.send(makeEmail())).error).toBeNull();
  await alone.mailbox.settled();
  expect(alone.mailbox.messages).toHaveLength(1);
});

/** Longer than closing takes on any machine, and short of what a test may take. */
const A_LONG_WAIT_MS = 40_000;

test('reports wait for nothing when the mailbox closes', async () => {
  const nobody = { url: 'http://127.0.0.1:9/hook', secret: WEBHOOK_SECRET };
  const { resend, mailbox } = await withMailbox({
    webhook: { ...nobody, retryAfterMs: [A_LONG_WAIT_MS] },
  });
  await resend.emails.send(makeEmail());
  const start = performance.now();
  await mailbox.close();
  expect(performance.now() - start).toBeLessThan(A_LONG_WAIT_MS / 2);
});

test.each(['QUJD', 'whsec_', ''])('the secret %j is refused at the start', async (secret) => {
  const webhook = { url: 'http://127.0.0.1:9/hook', secret };
  await expect(withMailbox({ webhook })).rejects.toThrow('whsec_');
});

test.each([
  { type: 'email.lost' },
  { type: 'email.sent', copies: 11 },
  { type: 'email.sent', to: 'a' },
])('%j is refused', async (body) => {
  const { resend, mailbox } = await withMailbox();
  const { data } = await resend.emails.send(makeEmail());
  const response = await postJson(`${mailbox.url}/emails/${data?.id}/events`, body);
  expect(await response.json()).toMatchObject({ statusCode: 422, name: 'validation_error' });
});
