import { expect, test } from 'vitest';
import { makeEmail, postJson, withMailbox } from '../support/mailbox.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('the same key and body give the same id, and one message', async () => {
  const { resend, mailbox } = await withMailbox();
  const options = { idempotencyKey: 'delivery/1' };
  const first = await resend.emails.send(makeEmail(), options);
  const again = await resend.emails.send(makeEmail(), options);
  expect(again).toMatchObject({ data: { id: first.data?.id }, error: null });
  expect(mailbox.messages).toHaveLength(1);
});

test('without a key, or with another, the same body is another message', async () => {
  const { resend, mailbox } = await withMailbox();
  for (const options of [{}, {}, { idempotencyKey: 'a' }, { idempotencyKey: 'b' }]) {
    await resend.emails.send(makeEmail(), options);
  }
  expect(new Set(mailbox.messages.map(({ id }) => id)).size).toBe(4);
});

test('the same key with another body is refused', async () => {
  const { resend, mailbox } = await withMailbox();
  await resend.emails.send(makeEmail(), { idempotencyKey: 'k' });
  const other = await resend.emails.send(makeEmail({ text: 'Other' }), { idempotencyKey: 'k' });
  expect(other.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
  expect(mailbox.messages).toHaveLength(1);
});

test('the same key while the first is under way is told to come back', async () => {
  const { resend, mailbox } = await withMailbox({ faults: { delay: 300 } });
  const options = { idempotencyKey: 'k' };
  const answers = await Promise.all([
    resend.emails.send(makeEmail(), options),
    resend.emails.send(makeEmail(), options),
    resend.emails.send(makeEmail({ text: 'Other' }), options),
  ]);
  expect(answers.map(({ error }) => error?.name ?? 'sent').toSorted()).toEqual([
    'concurrent_idempotent_requests',
    'invalid_idempotent_request',
    'sent',
  ]);
  mailbox.setFaults({ delay: 0 });
  const [sent] = mailbox.messages;
  const body = sent?.email.text === 'Other' ? makeEmail({ text: 'Other' }) : makeEmail();
  expect((await resend.emails.send(body, options)).data?.id).toBe(sent?.id);
  expect(mailbox.messages).toHaveLength(1);
});

test('a key is forgotten after 24 hours', async () => {
  let now = new Date('2026-03-28T12:00:00Z');
  const { resend, mailbox } = await withMailbox({ clock: () => now });
  const send = () => resend.emails.send(makeEmail(), { idempotencyKey: 'k' });
  await send();
  now = new Date(now.getTime() + DAY_MS - 1);
  await send();
  expect(mailbox.messages).toHaveLength(1);
  now = new Date(now.getTime() + 1);
  await send();
  expect(mailbox.messages).toHaveLength(2);
});

test('a refused email does not use up its key', async () => {
  const { resend, mailbox } = await withMailbox();
  await resend.emails.send(makeEmail({ to: 'nobody' }), { idempotencyKey: 'k' });
  await resend.emails.send(makeEmail(), { idempotencyKey: 'k' });
  expect(mailbox.messages).toHaveLength(1);
});

test.each(['', 'k'.repeat(257)])('a key of the wrong length is refused', async (key) => {
  const { mailbox } = await withMailbox();
  const headers = { 'idempotency-key': key };
  const response = await postJson(`${mailbox.url}/emails`, makeEmail(), headers);
  expect(await response.json()).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' });
});
