import { describe, expect, test } from 'vitest';
import { isoInstant } from '#domain/time/iso.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { showCase } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { DESIGNED, underLimits } from '../support/limits.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { noteOutcome } from '../support/note-outcome.ts';
import { fieldsIn, textIn } from '../support/read-page.ts';

const t = testApp();
underLimits(t, { ...DESIGNED, 'an-unusual-hour': { cases: 4, 'emails-withheld': 2 } });
const desk = deskVisit(t);

const STAFF = 'staff@example.org';

const times = async () =>
  (await listAvailableSlots(t.app, 'discovery-call')).map(({ start }) => isoInstant(start));

const person = (index: number) => ({
  email: `person-${index}@example.org`,
  phone: `01632 960${String(100 + index)}`,
});

/** Somebody books a call, as a script would one after another. */
async function book(index: number) {
  const start = (await times())[0];
  return booked(await bookDiscoveryCall(makeDiscoveryCall({ ...person(index), start })));
}

const warnings = () => mailTo(t, STAFF).filter(({ subject }) => /unusual hour/.test(subject));

async function flood(size = 4) {
  const all = [];
  for (let index = 0; index < size; index += 1) all.push(await book(index));
  const [hour] = await t.app.database.query<{ id: number }>('SELECT id FROM unusual_hours');
  return { all, path: `/desk/unusual/${hour?.id}/` };
}

const undo = async (path: string) =>
  desk.post(`${path}undo/`, fieldsIn(await desk.show(`${path}undo/`)));

describe('staff', () => {
  test('are told once of an hour in which much comes in, and again no sooner than in an hour', async () => {
    await flood(3);
    expect(warnings()).toHaveLength(0);
    for (let index = 3; index < 9; index += 1) await book(index);
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]?.text).toContain('4 new cases have come in within an hour');
    t.setNow('2026-11-24T11:00:01Z');
    for (let index = 9; index < 14; index += 1) await book(index);
    expect(warnings()).toHaveLength(2);
  });

  test('are told by how much mail was held back', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ name });
    expect(warnings()).toHaveLength(0);
    const { link } = await sendEnquiry({ name: 'D' });
    expect(keyIn(link)).toHaveLength(43);
    expect(warnings()).toHaveLength(1);
  });

  test('are not told of what is in quarantine already, nor of what they open themselves', async () => {
    for (let index = 0; index < 6; index += 1) {
      await bookDiscoveryCall(
        makeDiscoveryCall({ ...person(index), start: (await times())[index], 'leave-empty': 'x' }),
      );
    }
    expect(warnings()).toHaveLength(0);
  });

  test('see it on Today until it is undone, with everything that came in', async () => {
    const { path, all } = await flood();
    expect(textIn(await desk.show('/desk/'), '.waits-short .pressing')).toBe('1 unusual hour');
    const page = await desk.show(path);
    for (const { reference } of all) expect(textIn(page, 'main')).toContain(reference);
    await undo(path);
    expect(textIn(await desk.show('/desk/'), '.waits-short')).not.toContain('unusual');
  });
});

describe('undoing an hour', () => {
  test('puts what came in into quarantine, frees its times, and mails nobody', async () => {
    const before = await times();
    const { path, all } = await flood();
    const { send } = t.app;
    t.app.send = async () => ({ kind: 'retry', reason: 'away', afterSeconds: 60 });
    const late = await book(7);
    if (send) t.app.send = send;
    const mailed = t.mailbox.messages.length;
    expect((await undo(path)).headers.get('location')).toBe(`${path}?done`);
    expect(await times()).toEqual(before);
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(0);
    expect(
      await count(t, 'messages WHERE case_id IS NOT NULL AND next_attempt_at IS NOT NULL'),
    ).toBe(0);
    expect(t.mailbox.messages).toHaveLength(mailed);
    expect(await count(t, `audit WHERE act = 'an unusual hour undone'`)).toBe(1);
    expect(await count(t, `audit WHERE act ~ '^put in quarantine'`)).toBe(5);
    const own = await showCase(keyIn((all[0] ?? late).link));
    expect(textIn(own, 'main')).not.toMatch(/is booked/);
  });

  test('leaves what came in after its page was opened, what staff have seen to, and what came before', async () => {
    const early = await sendEnquiry({ email: 'early@example.org' });
    t.setNow('2026-11-24T11:30:00Z');
    const { path, all } = await flood();
    await noteOutcome(t, all[1]?.reference ?? '', 'spoke');
    const fields = fieldsIn(await desk.show(`${path}undo/`));
    t.setNow('2026-11-24T11:31:00Z');
    const after = await book(8);
    await desk.post(`${path}undo/`, fields);
    const held = await t.app.database.query<{ reference: string }>(
      'SELECT reference FROM cases WHERE quarantined_at IS NOT NULL',
    );
    const references = held.map(({ reference }) => reference).sort();
    expect(references).toEqual([all[0], all[2], all[3]].map((one) => one?.reference ?? '').sort());
    expect(references).not.toContain(early.reference);
    expect(references).not.toContain(after.reference);
  });

  test('pressed by two at once does everything once', async () => {
    const { path } = await flood();
    const fields = fieldsIn(await desk.show(`${path}undo/`));
    const answers = await Promise.all([1, 2, 3].map(() => desk.post(`${path}undo/`, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await count(t, `audit WHERE act ~ '^put in quarantine'`)).toBe(4);
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(0);
  });

  test('can be taken back for a real person: released, they have their time and their email again', async () => {
    const { path, all } = await flood();
    await undo(path);
    const { reference = '' } = all[2] ?? {};
    const before = mailTo(t, 'person-2@example.org').length;
    expect((await desk.post(`/desk/cases/${reference}/release/`, {})).status).toBe(303);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
    expect(mailTo(t, 'person-2@example.org').length).toBeGreaterThan(before);
  });

  test.each(['0', '999', 'x', '1.5'])('there is nothing at %s', async (id) => {
    expect((await desk.show(`/desk/unusual/${id}/`)).status).toBe(404);
    expect((await desk.post(`/desk/unusual/${id}/undo/`, { upTo: '1' })).status).toBe(404);
  });
});
