import type { Resend } from 'resend';
import { expect, test } from 'vitest';
import type { FaultsInput } from '../../netlify/dev/mailbox/faults.ts';
import { makeEmail, postJson, withMailbox } from '../support/mailbox.ts';

/** Sends `count` messages one after the other and says how each went. */
async function outcomes(resend: Resend, count: number): Promise<(string | number | null)[]> {
  const results = [];
  for (let index = 0; index < count; index++) {
    const { error } = await resend.emails.send(makeEmail());
    results.push(error ? error.statusCode : 'sent');
  }
  return results;
}

test('queued faults befall the coming requests in turn', async () => {
  const { resend, mailbox } = await withMailbox();
  const next = ['500', '429', 'drop', 'none', 'drop-after-accept'];
  expect((await postJson(`${mailbox.url}/faults`, { next })).status).toBe(200);
  expect(await outcomes(resend, 6)).toEqual([500, 429, null, 'sent', null, 'sent']);
  expect(mailbox.messages).toHaveLength(3);
});

test.each([
  ['429', 'rate_limit_exceeded', '1'],
  ['daily-quota', 'daily_quota_exceeded', undefined],
  ['monthly-quota', 'monthly_quota_exceeded', undefined],
] as const)('%s is %s', async (fault, name, retryAfter) => {
  const { resend } = await withMailbox({ faults: { next: [fault] } });
  const { error, headers } = await resend.emails.send(makeEmail());
  expect(error).toMatchObject({ statusCode: 429, name });
  expect(headers?.['retry-after']).toBe(retryAfter);
});

test('a message dropped after it was taken is sent once when tried again', async () => {
  const { resend, mailbox } = await withMailbox({ faults: { next: ['drop-after-accept'] } });
  const send = () => resend.emails.send(makeEmail(), { idempotencyKey: 'k' });
  expect((await send()).error).toMatchObject({ statusCode: null });
  expect((await send()).data?.id).toBe(mailbox.messages[0]?.id);
  expect(mailbox.messages).toHaveLength(1);
});

test('chance is the same for the same seed, and near the rate', async () => {
  const faults: FaultsInput = { seed: 7, rate: { status500: 0.2, status429: 0.2, drop: 0.1 } };
  const { resend, mailbox } = await withMailbox({ faults });
  const first = await outcomes(resend, 120);
  mailbox.setFaults({ seed: 7 });
  expect(await outcomes(resend, 120)).toEqual(first);
  mailbox.setFaults({ seed: 8 });
  expect(await outcomes(resend, 120)).not.toEqual(first);
  const failed = first.filter((result) => result !== 'sent').length;
  expect(failed).toBeGreaterThan(36);
  expect(failed).toBeLessThan(84);
  expect(new Set(first)).toEqual(new Set(['sent', 500, 429, null]));
});

test('clear ends every fault', async () => {
  const { resend, mailbox } = await withMailbox({ faults: { rate: { drop: 1 }, next: ['500'] } });
  const response = await postJson(`${mailbox.url}/faults`, { clear: true });
  expect(await response.json()).toMatchObject({ next: [], rate: { drop: 0 }, delay: 0 });
  expect(await outcomes(resend, 3)).toEqual(['sent', 'sent', 'sent']);
});

test('a client that gives up waiting may still have sent', async () => {
  const { resend, mailbox } = await withMailbox({ faults: { delay: 1_000, next: ['none'] } });
  const waiting = new AbortController();
  const { signal } = waiting;
  const sending = resend.emails.send(makeEmail(), { idempotencyKey: 'k', signal });
  const faults = async () => (await fetch(`${mailbox.url}/faults`)).json();
  // The request has come once nothing is queued for it any more.
  await expect.poll(faults, { timeout: 20_000, interval: 10 }).toMatchObject({ next: [] });
  waiting.abort();
  expect((await sending).error).toMatchObject({ statusCode: null });
  await expect.poll(() => mailbox.messages.length, { timeout: 20_000 }).toBe(1);
});

test.each([
  { rate: { drop: 2 } },
  { rate: { drop: 0.6, status500: 0.6 } },
  { next: ['418'] },
  { clear: false },
  { chaos: true },
  'not JSON',
])('%j is refused', async (body) => {
  const { mailbox } = await withMailbox();
  const response = await postJson(`${mailbox.url}/faults`, body);
  expect(await response.json()).toMatchObject({ statusCode: 422, name: 'validation_error' });
});
