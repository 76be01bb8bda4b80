import { expect, test } from 'vitest';
import { areMailHeaders } from '#domain/mail-headers.ts';
import { testApp } from '../support/app.ts';
import { bringMailAbout, bringStaffMailAbout } from '../support/bring-mail-about.ts';

const t = testApp();

const mail = () => t.mailbox.messages.map(({ email }) => email);

test('every message says that a machine wrote it, and all mail about one case is one conversation', async () => {
  await bringMailAbout(t);
  await bringStaffMailAbout(t);
  const conversations = new Map<string, Set<string>>();
  for (const { subject, headers = {}, text = '' } of mail()) {
    expect(areMailHeaders(headers, { threaded: false }), subject).toBe(true);
    const { References } = headers;
    if (References === undefined) {
      expect(subject).not.toMatch(/booked|moved|cancelled|enquiry|withdrawn|erased/i);
      continue;
    }
    const [reference] = /\b[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}\b/.exec(`${subject} ${text}`) ?? [];
    if (!reference) continue;
    conversations.set(reference, (conversations.get(reference) ?? new Set()).add(References));
  }
  expect(conversations.size).toBeGreaterThan(4);
  for (const [reference, ids] of conversations)
    expect([reference, ids.size]).toEqual([reference, 1]);
  expect(new Set([...conversations.values()].flatMap((ids) => [...ids])).size).toBe(
    conversations.size,
  );
});

test('what belongs to no case stands in no conversation', async () => {
  await bringMailAbout(t);
  const alone = mail().filter(({ headers }) => headers?.['References'] === undefined);
  const subjects = [...new Set(alone.map(({ subject }) => subject))];
  expect(subjects).toContain('Sign in to the desk');
  expect(subjects).toHaveLength(2);
});

test('a reply goes to whoever wrote, by name', async () => {
  await bringMailAbout(t);
  const replies = mail().flatMap(({ reply_to = [] }) => reply_to);
  expect(replies.length).toBeGreaterThan(3);
  for (const reply of replies) expect(reply).toMatch(/^\S.* <[^<>@]+@example\.org>$/);
});
