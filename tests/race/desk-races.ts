import assert from 'node:assert/strict';
import type { App } from '#services/app.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { askFor, overlaps, pressAtDesk } from './crowd.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const START = '2026-11-26T14:30:00+00:00';

/** Presses a button of one case at the desk, as somebody of the staff who is signed in. */
async function pressAs(app: App, reference: string) {
  const press = await pressAtDesk(app);
  return (below: string, values?: Record<string, string>) =>
    press(`/desk/cases/${reference}/${below}/`, values);
}

/** What each of some answers said was done, counted. */
function tallyDone(answers: readonly { location: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { location } of answers) {
    const done = location.split('?').at(-1) ?? '';
    counts[done] = (counts[done] ?? 0) + 1;
  }
  return counts;
}

const book = (index: number, more: Record<string, unknown> = {}) =>
  askFor(makeDiscoveryCall({ start: START, email: `person-${index}@example.org`, ...more }));

/** Staff release many calls that all asked for one time, all at once: one has it, the rest are offered others. */
async function releases(app: App): Promise<string> {
  for (let index = 0; index < 40; index += 1) {
    const { status } = await book(index, { 'leave-empty': 'https://example.org' });
    assert.equal(status, 202);
  }
  const held = await app.database.query<{ reference: string }>(
    'SELECT reference FROM cases WHERE quarantined_at IS NOT NULL',
  );
  assert.equal(held.length, 40);
  const answers = await Promise.all(
    held.map(async ({ reference }) => (await pressAs(app, reference))('release')),
  );
  assert.deepEqual(tallyDone(answers), { 'done=released': 1, 'done=released-without-time': 39 });
  assert.equal(await rows(app, 'bookings WHERE during IS NOT NULL'), 1);
  assert.equal(await rows(app, 'bookings WHERE quarantined_at IS NOT NULL'), 0);
  assert.equal(await rows(app, "messages WHERE kind = 'confirmation of a call'"), 1);
  assert.equal(await rows(app, "messages WHERE kind = 'offer of other times'"), 39);
  assert.equal(await overlaps(app), 0);
  return '1 has the time, 39 are released and offered others';
}

/** Twenty of the staff cancel the same call at once: one does, and its enquirer is told once. */
async function cancels(app: App): Promise<string> {
  const { reference } = await book(0);
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM bookings');
  const press = await pressAs(app, reference);
  const answers = await everybody(20, () => press(`calls/${row?.id}/cancel`, { start: START }));
  assert.deepEqual(tallyDone(answers), { 'done=cancelled': 1, 'done=cancelled-before': 19 });
  assert.equal(await rows(app, "messages WHERE kind = 'cancellation of a call'"), 1);
  assert.equal(await rows(app, 'case_acts'), 1);
  return '1 cancelled, 19 told that it was; 1 email to the enquirer';
}

/** A case is erased while others write notes, release and cancel: nothing of it stays, and nobody is told of a fault. */
async function erasure(app: App): Promise<string> {
  let late = 0;
  for (let round = 0; round < 20; round += 1) {
    const { reference } = await book(round, { start: START });
    const press = await pressAs(app, reference);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, (_, index) => press('note', { words: `${index}` })),
      press('erase'),
      press('release'),
      press('erase'),
    ]);
    for (const { status } of answers) assert.ok([303, 404, 409].includes(status), `${status}`);
    late += answers.filter(({ status }) => status !== 303).length;
    for (const table of ['cases', 'bookings', 'case_acts']) assert.equal(await rows(app, table), 0);
  }
  assert.equal(await rows(app, "audit WHERE act = 'erased at the desk'"), 20);
  return `20 cases erased once each, ${late} acts came too late and were told so`;
}

/** One page’s button is pressed thirty times at once: one note. */
async function notes(app: App): Promise<string> {
  const { reference } = await book(0);
  const press = await pressAs(app, reference);
  const answers = await everybody(30, () => press('note', { words: 'x', once: 'one' }));
  assert.deepEqual(tallyDone(answers), { 'done=note': 30 });
  assert.equal(await rows(app, 'case_acts'), 1);
  return '1 note';
}

/** What can happen at once to one case, or one time, at the desk. */
export const DESK_RACES: readonly Race[] = [
  { name: '40 releases of calls that want one time', run: releases },
  { name: '20 cancellations of one call by staff', run: cancels },
  { name: '20 cases erased while they are acted on', run: erasure },
  { name: 'a note’s button pressed 30 times', run: notes },
];
