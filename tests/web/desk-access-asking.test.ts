import { describe, expect, test } from 'vitest';
import { MOST_LIVE } from '#services/desk/sign-in-links.ts';
import { deskApp } from '#web/desk-app.ts';
import type { FunctionContext } from '#web/http/open-app.ts';
import { testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { ASKING, askForLink, openDesk } from '../support/desk-doors.ts';
import { overheard } from '../support/overheard.ts';
import { readPage } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const STRANGER = 'stranger@example.org';

const t = testApp();

/** How long the quickest quarter took: what else a machine does meanwhile only ever slows things down. */
const quick = (all: readonly number[]) =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 4)] ?? 0;

/** Asks as the form does; `answered` is how long the answer took, and `rest` ends once all work after it has. */
async function ask(email: string) {
  const after: Promise<unknown>[] = [];
  const context: FunctionContext = {
    deploy: { context: 'dev', id: '0', published: false },
    ip: '192.0.2.1',
    waitUntil: (promise) => after.push(promise),
  };
  const began = performance.now();
  const answer = await deskApp.fetch(postForm('/desk/sign-in/', { email }, { cookie: ASKING }), {
    context,
  });
  const answered = performance.now() - began;
  return { answer, answered, rest: Promise.all(after) };
}

/** Hears every statement the database is given while `work` is under way. */
async function statementsOf(work: (heard: readonly string[]) => Promise<void>): Promise<void> {
  const { database } = t.app;
  const heard: string[] = [];
  t.app.database = overheard(database, (sql) => heard.push(sql.replace(/\s+/g, ' ').trim()));
  try {
    await work(heard);
  } finally {
    t.app.database = database;
  }
}

/** What asking for a link has the database do before delivery takes up what is enqueued. */
async function workFor(email: string): Promise<string[]> {
  let made: string[] = [];
  await statementsOf(async (heard) => {
    const { rest } = await ask(email);
    expect(heard, 'before the answer').toEqual([]);
    await rest;
    const upToDelivery = heard.findIndex((sql) => sql.startsWith('select "next_attempt_at"'));
    expect(upToDelivery).toBeGreaterThan(0);
    made = heard.slice(0, upToDelivery);
  });
  return made;
}

describe('an address that is not on the staff list', () => {
  test('is sent nothing and kept nowhere, and is answered the same, byte for byte', async () => {
    const asked = await ask(STAFF);
    // What goes on after the answer is over before the next test hears what the database is given.
    await asked.rest;
    const known = await readPage(asked.answer);
    const unknown = await readPage(await askForLink(STRANGER));
    expect(unknown.status).toBe(known.status);
    expect([...unknown.headers]).toEqual([...known.headers]);
    expect(unknown.markup).toBe(known.markup);
    expect(mailTo(t, STRANGER)).toEqual([]);
    expect(await count(t, `desk_links WHERE email = '${STRANGER}'`)).toBe(0);
    expect(await count(t, `messages WHERE payload::text LIKE '%${STRANGER}%'`)).toBe(0);
    expect(t.logged.join()).not.toContain('@');
  });

  test('is looked up after the answer, with the same statements as one that is', async () => {
    const known = await workFor(STAFF);
    expect(known.length).toBeGreaterThan(4);
    expect(await workFor(STRANGER)).toEqual(known);
    for (let links = 1; links < MOST_LIVE; links += 1) await askForLink(STAFF);
    expect(await workFor(STAFF)).toEqual(known);
  });

  test('is answered in the same time', async () => {
    const took: Record<string, number[]> = { [STAFF]: [], [STRANGER]: [] };
    for (let time = 0; time < 40; time += 1) {
      for (const email of [STAFF, STRANGER]) {
        const { answered, rest } = await ask(email);
        await rest;
        took[email]?.push(answered);
      }
    }
    const [known, unknown] = [quick(took[STAFF] ?? []), quick(took[STRANGER] ?? [])];
    // Neither waits for the database, so a few milliseconds of chance are all there can be between them.
    expect(Math.max(known, unknown)).toBeLessThan(3 * Math.min(known, unknown) + 1);
  });

  test.each([
    ['with a longer domain', 'staff@example.org.evil.example'],
    ['with something before it', 'other-staff@example.org'],
    ['with a tag', 'staff+desk@example.org'],
    ['and one that is, separated by a comma', 'staff@example.org,stranger@example.org'],
    ['and one that is, separated by a semicolon', 'stranger@example.org;staff@example.org'],
    ['with a header in it', 'staff@example.org\r\nBcc: stranger@example.org'],
    ['with a name and brackets', 'Stranger <staff@example.org>'],
    ['with a letter that looks like another', 'stаff@example.org'],
    ['with a wildcard', '%@example.org'],
    ['that is SQL', "' OR email LIKE '%"],
  ])('%s gets nothing, and neither does anybody else', async (_how, email) => {
    expect([200, 422]).toContain((await askForLink(email)).status);
    expect(t.mailbox.messages).toHaveLength(0);
    expect(await count(t, 'desk_links')).toBe(0);
  });

  test('given twice in one form is refused', async () => {
    const form = postForm('/desk/sign-in/', { email: [STAFF, STRANGER] });
    expect((await openDesk(form)).status).toBe(422);
    expect(t.mailbox.messages).toHaveLength(0);
  });
});
