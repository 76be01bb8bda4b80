import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeEmail, postJson, withMailbox } from '../support/mailbox.ts';

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mailbox-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

const journal = (directory: string) => join(directory, 'messages.jsonl');

test('messages, their events and their keys outlive a restart', async () => {
  const directory = makeDirectory();
  const first = await withMailbox({ directory });
  const attachments = [{ filename: 'a.ics', content: Buffer.from('é') }];
  const email = makeEmail({ attachments });
  const { data } = await first.resend.emails.send(email, { idempotencyKey: 'k' });
  await postJson(`${first.mailbox.url}/emails/${data?.id}/events`, { type: 'email.bounced' });
  const before = structuredClone(first.mailbox.messages);
  await first.mailbox.close();

  const second = await withMailbox({ directory });
  expect(second.mailbox.messages).toEqual(before);
  expect(before[0]?.events.map(({ type }) => type)).toEqual([
    'email.sent',
    'email.delivered',
    'email.bounced',
  ]);
  const again = await second.resend.emails.send(email, { idempotencyKey: 'k' });
  expect(again.data?.id).toBe(data?.id);
  expect(second.mailbox.messages).toHaveLength(1);
});

test('a last line torn by a crash is cut off, and writing goes on', async () => {
  const directory = makeDirectory();
  const first = await withMailbox({ directory, automatic: false });
  await first.resend.emails.send(makeEmail({ subject: 'First' }));
  await first.mailbox.close();
  const whole = readFileSync(journal(directory));
  appendFileSync(journal(directory), whole.subarray(0, whole.length - 20));

  const second = await withMailbox({ directory, automatic: false });
  expect(second.mailbox.messages).toHaveLength(1);
  await second.resend.emails.send(makeEmail({ subject: 'Second – é' }));
  await second.mailbox.close();
  const third = await withMailbox({ directory });
  const subjects = third.mailbox.messages.map(({ email }) => email.subject);
  expect(subjects).toEqual(['First', 'Second – é']);
});

test('a whole line that is not an entry is named, not passed over', async () => {
  const directory = makeDirectory();
  writeFileSync(journal(directory), '{"entry":"message"}\n');
  await expect(withMailbox({ directory })).rejects.toThrow(
    'messages.jsonl:1 is not a mailbox entry',
  );
});

test('what is cleared stays cleared', async () => {
  const directory = makeDirectory();
  const first = await withMailbox({ directory });
  await first.resend.emails.send(makeEmail());
  first.mailbox.clear();
  await first.mailbox.close();
  expect((await withMailbox({ directory })).mailbox.messages).toEqual([]);
});

test('only its owner reads it', async () => {
  const directory = makeDirectory();
  const { resend } = await withMailbox({ directory });
  await resend.emails.send(makeEmail());
  expect(statSync(journal(directory)).mode & 0o077).toBe(0);
});
