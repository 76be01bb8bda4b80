import { beforeEach, describe, expect, test } from 'vitest';
import { ofEmail } from '#domain/subject.ts';
import { openSession } from '#services/desk/session.ts';
import { markOf } from '#services/desk/staff.ts';
import { erasuresSince, putRightAfterRestore } from '#services/privacy/after-restore.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { exportOf } from '#services/privacy/export-person.ts';
import { isNothing, mentionsBesides, subjectDataOf } from '#services/privacy/subject-data.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { eraseAndSearch } from '../support/erase-person.ts';
import { tablesWith } from '../support/full-text.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { OTHER, PERSON, TRACES, type Written, writePerson } from '../support/person.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const EMAIL = PERSON.email.toLowerCase();
const about = (email: string) => subjectDataOf(t.app.database, ofEmail(email));
const exported = async (email: string) =>
  JSON.parse(
    JSON.stringify(await exportOf(t.app, t.app.database, ofEmail(email), await about(email))),
  ) as Record<string, unknown[]>;

describe('somebody who has used everything', () => {
  let written: Written;
  beforeEach(async () => {
    written = await writePerson(t);
  });

  test('is in nearly every table, so that the search below means something', async () => {
    const tables = await tablesWith(t.app.database, TRACES);
    for (const name of ['enquiries', 'bookings', 'messages', 'case_acts']) {
      expect(tables).toContain(`public.${name}`);
    }
  });

  test('is found by references, dates and counts, in whatever case the address is written', async () => {
    const data = await about(EMAIL);
    expect(data.cases.map(({ reference }) => reference).sort()).toEqual(written.own);
    expect(data.calls.map(({ reference }) => reference)).toEqual([written.other]);
    expect(data.messages).toMatchObject([{ kind: 'link again', cancels: false }]);
    expect(isNothing(await about('nobody@example.org'))).toBe(true);
  });

  test('is exported whole: each row of each table, without keys, and without what others wrote', async () => {
    const { cases, callsInOtherCases, otherMessages } = await exported(EMAIL);
    const text = JSON.stringify([cases, callsInOtherCases, otherMessages]);
    expect(cases).toHaveLength(3);
    expect(callsInOtherCases).toHaveLength(1);
    expect(callsInOtherCases?.[0]).toMatchObject({ person_acts: [{ act: 'booked' }] });
    for (const words of ['Words of 7f3a about the work', 'Topic 7f3a', 'Note of 7f3a']) {
      expect(text).toContain(words);
    }
    for (const words of ['Trapped 7f3a', 'email.delivered', '"kind":"acknowledgement"']) {
      expect(text).toContain(words);
    }
    for (const words of [OTHER.name, OTHER.email, 'Words that stay', 'Note that stays']) {
      expect(text).not.toContain(words);
    }
    expect(text).not.toMatch(/key_hash|fingerprint|staff@example\.org","at"/);
    expect(text).not.toMatch(/your-enquiry\/[\w-]{43}/);
    expect(text).toContain('your-enquiry/(a private key)/');
  });

  test('is erased from every table, and from what is enqueued, in one go; somebody else stays', async () => {
    await eraseAndSearch(t, written);
    expect(await count(t, `enquiries WHERE email = '${OTHER.email}'`)).toBe(1);
    expect(await count(t, `case_acts WHERE words = 'Note that stays'`)).toBe(1);
    const farewells = mailTo(t, PERSON.email).filter(({ subject }) => /cancel/i.test(subject));
    expect(farewells).toHaveLength(3);
    expect(isNothing(await about(EMAIL))).toBe(true);
    expect(await eraseAbout(t.app, ofEmail(EMAIL))).toMatchObject({ cases: 0, calls: 0 });
  });

  test('stays whole when erasing is interrupted', async () => {
    const before = await tablesWith(t.app.database, TRACES);
    const { uuid } = t.app;
    let left = 3;
    t.app.uuid = () => {
      left -= 1;
      if (left < 0) throw new Error('interrupted');
      return uuid();
    };
    await expect(eraseAbout(t.app, ofEmail(EMAIL))).rejects.toThrow('interrupted');
    t.app.uuid = uuid;
    expect(await tablesWith(t.app.database, TRACES)).toEqual(before);
    expect(await count(t, `audit WHERE act LIKE '%erased%'`)).toBe(0);
    expect((await about(EMAIL)).cases).toHaveLength(3);
  });

  test('comes back with a backup, and goes again without a word to anybody', async () => {
    const [first] = written.own;
    const listed = [...written.own.slice(0, 2), 'ZZZZ9999'];
    await t.app.database.query(`UPDATE messages SET created_at = created_at - interval '2 days'`);
    await t.app.database.transaction((tx) => openSession(t.app, tx, 'staff@example.org'));
    const erased = { references: listed, callIds: [], messageIds: [] };
    const put = await putRightAfterRestore(t.app, erased);
    expect(put).toEqual({ cases: 2, calls: 0, givenUp: 1 });
    // The digest was tried, so it may have arrived: it is not sent again.
    expect(
      await t.app.database.query('SELECT kind FROM messages WHERE next_attempt_at IS NOT NULL'),
    ).toEqual([]);
    expect(await count(t, 'desk_sessions')).toBe(0);
    expect((await about(EMAIL)).cases).toHaveLength(1);
    const erasures = await erasuresSince(t.app.database, new Date(0));
    expect(erasures.map(({ act }) => act)).toEqual(
      Array.from({ length: 2 }, () => 'erased again after a restore'),
    );
    expect(erasures.map(({ reference }) => reference)).toContain(first);
    expect(await putRightAfterRestore(t.app, erased)).toEqual({ cases: 0, calls: 0, givenUp: 0 });
  });
});

test('an address that was corrected holds nothing but the mail that waits for it', async () => {
  t.mailbox.setFaults({ next: Array.from({ length: 10 }, () => '500' as const) });
  const mistyped = { ...makeEnquiry(), email: 'mistyped@example.org' };
  const answer = await call(publicApp, postJson('/api/enquiries', mistyped));
  const { link } = (await answer.json()) as { link: string };
  const path = `${new URL(link).pathname}correct/`;
  await call(publicApp, postForm(path, makeEnquiry() as never));
  const data = await about('mistyped@example.org');
  expect(data).toMatchObject({ cases: [], calls: [], messages: [{ kind: 'acknowledgement' }] });
  // What the correction replaced is kept with the case, which is somebody else's by now.
  expect(
    await mentionsBesides(t.app.database, ofEmail('mistyped@example.org'), data),
  ).toContainEqual({
    where: 'person_acts.before',
    rows: 1,
  });
  await eraseAbout(t.app, ofEmail('mistyped@example.org'));
  expect(isNothing(await about('mistyped@example.org'))).toBe(true);
  expect((await about('person@example.org')).cases).toHaveLength(1);
});

test('an address in words about somebody else is told of, and left to a person', async () => {
  await call(publicApp, postJson('/api/enquiries', makeEnquiry({ message: `Ask ${EMAIL}` })));
  const data = await about(EMAIL);
  expect(isNothing(data)).toBe(true);
  expect(await mentionsBesides(t.app.database, ofEmail(EMAIL), data)).toEqual([
    { where: 'enquiries.message', rows: 1 },
  ]);
  const own = await about('person@example.org');
  expect(await mentionsBesides(t.app.database, ofEmail('person@example.org'), own)).toEqual([]);
});

describe('somebody who signs in at the desk', () => {
  const STAFF = 'left@example.org';
  const atDesk = async (email: string) => {
    await t.app.database.transaction((tx) => openSession(t.app, tx, email));
    await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    await t.app.database.query(
      `INSERT INTO case_acts (case_id, at, actor, act, words) SELECT id, $1, $2, 'note', 'x' FROM cases`,
      [t.app.now(), email],
    );
  };

  test('is found, exported, and after leaving erased, but for a mark on what they did', async () => {
    await atDesk(STAFF);
    expect((await about(STAFF)).desk).toEqual({
      ...{ links: 0, sessions: 1, passkeys: 0, acts: 1, owned: 0, calendars: 0 },
    });
    await t.app.database.query('UPDATE cases SET owner = $1', [STAFF]);
    await t.app.database.query(
      `INSERT INTO case_acts (case_id, at, actor, act, owner) SELECT id, $1, 'x', 'owner set', $2 FROM cases`,
      [t.app.now(), STAFF],
    );
    await t.app.database.query(
      'UPDATE case_acts SET changed_at = at, changed_by = $1 WHERE words = $2',
      [STAFF, 'x'],
    );
    expect((await about(STAFF)).desk).toMatchObject({ acts: 2, owned: 1 });
    expect((await exported(STAFF))['desk']).toMatchObject({
      sessions: [{ email: STAFF }],
      sees_to: [{ reference: expect.stringMatching(/^\w{8}$/) }],
    });
    expect(await eraseAbout(t.app, ofEmail(STAFF))).toMatchObject({ desk: 'erased', cases: 0 });
    expect(await tablesWith(t.app.database, /left@example/)).toEqual([]);
    const acts = await t.app.database.query(
      'SELECT actor, words FROM case_acts WHERE words IS NOT NULL',
    );
    expect(acts).toEqual([{ actor: markOf(t.app, STAFF), words: 'x' }]);
  });

  test('keeps their way in while they are on the staff list', async () => {
    await atDesk('staff@example.org');
    expect(await eraseAbout(t.app, ofEmail('staff@example.org'))).toMatchObject({
      desk: 'on the staff list',
    });
    expect((await about('staff@example.org')).desk).toMatchObject({ sessions: 1, acts: 1 });
  });
});
