import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { deliver } from '#services/notifications/deliver.ts';
import { publicApp } from '#web/public-app.ts';
import { call, type TestApp } from '../support/app.ts';
import { goOnAtOnce } from '../support/mail-pace.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postForm } from '../support/requests.ts';

/** A person at a form of their own, who presses its button once or more. */
export interface Person {
  press(): Promise<{ status: number; page: string }>;
}

/** Somebody new, with words and an address of their own. */
export function someoneEnquires(): Person {
  const form = randomUUID();
  const email = `${form.slice(0, 8)}@example.org`;
  const fields = { ...makeEnquiry({ email, message: `What they typed, ${form}` }), form };
  return {
    async press() {
      const answer = await call(publicApp, postForm('/api/enquiries', fields as never));
      return { status: answer.status, page: await answer.text() };
    },
  };
}

/** What health says now: its status, and its word for the database. */
export async function health(): Promise<readonly [number, string]> {
  const answer = await call(publicApp, get('/api/health'));
  const { database } = (await answer.json()) as { database: string };
  return [answer.status, database];
}

/** A refusal that says `words`, and keeps what was typed. */
export function expectRefused({ status, page }: { status: number; page: string }, words: string) {
  expect(status).toBe(503);
  expect(page).toContain(words);
  expect(page).toContain('What they typed');
}

/** So many enquiries are there, and each owes or has sent its two mails once. */
export async function expectWhole(t: TestApp, enquiries: number): Promise<void> {
  await goOnAtOnce(t.app);
  await deliver(t.app, 10_000);
  const [there] = await t.app.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM enquiries',
  );
  expect(there?.n).toBe(enquiries);
  expect(t.mailbox.messages).toHaveLength(2 * enquiries);
}
