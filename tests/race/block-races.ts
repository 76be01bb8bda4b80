import assert from 'node:assert/strict';
import { openDatabase } from '#data/client.ts';
import { wholeDay } from '#domain/blocks/block.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '#services/app.ts';
import { setBlock } from '#services/availability/block-service.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { type Answer, ask, move, tally } from './crowd.ts';
import { everybody, type Race } from './race-rules.ts';

const STAFF = 'staff@example.org';
const CROWD = 100;

/** Working days on which nothing is booked when a race begins. */
const DAYS = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map(
  (date) => wallClockAt(Date.parse(`${date}T12:00Z`)).day,
);

/** A day's times, as somebody reads them before anything is blocked. */
async function timesOn(app: App, day: number): Promise<string[]> {
  const times = await listAvailableSlots(app, 'discovery-call', { window: { from: day, days: 1 } });
  return times.map(({ start }) => isoInstant(start));
}

const at = (times: readonly string[], index: number) => times[index % times.length] ?? '';

/** The day, blocked on a connection of its own: in the crowd's pool it would stand behind all of them. */
async function blockDay(app: App, day: number) {
  const database = openDatabase(app.environment.NETLIFY_DB_URL, 1);
  try {
    return await setBlock({ ...app, database }, { date: day, much: 'day' }, STAFF);
  } finally {
    await database.close();
  }
}

/** A crowd acts, and the day is blocked once so many of them have their answer, while the others wait for theirs. */
async function blockAmid(
  app: App,
  day: number,
  { after, act }: { after: number; act: (index: number) => Promise<Answer> },
) {
  const amid = Promise.withResolvers<void>();
  let answered = 0;
  const crowd = Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const answer = await act(index);
      answered += 1;
      if (answered === after) amid.resolve();
      return answer;
    }),
  );
  await Promise.race([amid.promise, crowd]);
  const set = await blockDay(app, day);
  const answers = await crowd;
  if (set.outcome !== 'set') throw new Error(`The day was not blocked: ${set.outcome}`);
  return { answers, stranded: set.stranded.map(({ id }) => id).sort() };
}

async function heldOn(app: App, day: number): Promise<string[]> {
  const { start, end } = wholeDay(day);
  const rows = await app.database.query<{ id: string }>(
    'SELECT id FROM bookings WHERE during IS NOT NULL AND starts_at >= $1 AND starts_at < $2',
    [new Date(start), new Date(end)],
  );
  return rows.map(({ id }) => id).sort();
}

/** A crowd books a day while it is blocked: anyone who got a time is among those the block found, all others had a clean 409. */
async function blockWhileBooking(app: App): Promise<string> {
  app.site.settings.calls['calls-at-once'] = 20;
  const total = { booked: 0, refused: 0 };
  for (const [round, day] of DAYS.entries()) {
    const times = await timesOn(app, day);
    const { answers, stranded } = await blockAmid(app, day, {
      after: 10 + round * 10,
      act: (index) => ask(index, at(times, index)),
    });
    const { 201: booked = 0, 409: refused = 0 } = tally(answers);
    assert.equal(booked + refused, CROWD);
    assert.deepEqual(stranded, await heldOn(app, day));
    assert.equal(stranded.length, booked);
    assert.equal((await ask(CROWD, at(times, 0))).status, 409);
    total.booked += booked;
    total.refused += refused;
  }
  app.site.settings.calls['calls-at-once'] = 1;
  assert.ok(total.booked > 0 && total.refused > 0, 'the blocks came too early or too late to race');
  assert.equal((await conflictingBookings(app)).length, total.booked);
  return `${DAYS.length} days blocked: ${total.booked} booked before and found stranded, ${total.refused} refused`;
}

/** Calls move onto a day, and off it, while it is blocked. */
async function blockWhileMoving(app: App): Promise<string> {
  app.site.settings.calls['calls-at-once'] = 20;
  const [day = 0, other = 0] = DAYS;
  const [onto, off] = [await timesOn(app, day), await timesOn(app, other)];
  const booked = (await everybody(CROWD, (index) =>
    ask(index, at(index % 2 ? onto : off, index)),
  )) as Required<Answer>[];
  assert.deepEqual(tally(booked), { 201: CROWD });
  const { answers, stranded } = await blockAmid(app, day, {
    after: 10,
    act: (index) => move(booked[index]?.booking ?? '', at(index % 2 ? off : onto, index + 1)),
  });
  app.site.settings.calls['calls-at-once'] = 1;
  const { 200: moved = 0, 409: refused = 0 } = tally(answers);
  assert.equal(moved + refused, CROWD);
  assert.ok(refused > 0, 'the block came too late to race');
  const now = await heldOn(app, day);
  for (const id of now) assert.ok(stranded.includes(id), 'a call came into blocked time unseen');
  assert.equal(now.length + (await heldOn(app, other)).length, CROWD);
  return `${moved} moved, ${refused} refused; ${stranded.length} found stranded, ${stranded.length - now.length} of them moved off since`;
}

/** Everybody blocks some of one day at once, all of it overlapping. */
async function blockAtOnce(app: App): Promise<string> {
  const [day = 0] = DAYS;
  const sets = await everybody(20, (index) =>
    setBlock(app, { date: day, much: 'part', from: 540 + index * 15, to: 900 }, STAFF),
  );
  assert.equal(sets.filter(({ outcome }) => outcome === 'set').length, 1);
  return '1 block set, 19 refused as overlapping';
}

export const BLOCK_RACES: readonly Race[] = [
  { name: `a day blocked while ${CROWD} people book it, five times`, run: blockWhileBooking },
  { name: `a day blocked while ${CROWD} calls move onto and off it`, run: blockWhileMoving },
  { name: '20 overlapping blocks at once', run: blockAtOnce },
];
