import assert from 'node:assert/strict';
import { transactionRetried, unlessRefused } from '#data/transaction-retry.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { makeBooking, writeBooking } from '#services/bookings/booking-records.ts';
import { openCase } from '#services/cases/case.ts';
import { type Answer, ask, giveBack, mostAtOnce, move, overlaps, tally } from './crowd.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const CROWD = 500;
const START = '2026-11-26T14:30:00+00:00';

/** A crowd asks for one time with `places` in it: as many get it, all others a clean 409, and nothing is left of their try. */
async function oneTime(app: App, places: number): Promise<string> {
  app.site.settings.calls['calls-at-once'] = places;
  const answers = await everybody(CROWD, (index) => ask(index, START));
  app.site.settings.calls['calls-at-once'] = 1;
  assert.deepEqual(tally(answers), { 201: places, 409: CROWD - places });
  for (const { status, slots } of answers) if (status === 409) assert.equal(slots?.length, 6);
  assert.equal(await rows(app, 'bookings WHERE during IS NOT NULL'), places);
  assert.equal(await rows(app, 'cases'), places);
  assert.equal(await rows(app, 'messages'), places * 2);
  assert.equal(await overlaps(app), 0);
  return `${places} booked, ${CROWD - places} refused with 409`;
}

/** Twenty times that overlap one another, an hour each, a quarter of an hour apart. */
async function overlapping(app: App): Promise<string> {
  const { calls } = app.site.settings;
  Object.assign(calls, { minutes: 60, 'every-minutes': 15, 'gap-after-discovery-call': 15 });
  const first = Date.parse('2026-11-26T09:00:00Z');
  const answers = await everybody(CROWD, (index) =>
    ask(index, isoInstant(first + (Math.floor(index / 2) % 20) * 15 * 60_000)),
  );
  Object.assign(calls, { minutes: 30, 'every-minutes': 30, 'gap-after-discovery-call': 0 });
  const { 201: booked = 0, 409: refused = 0 } = tally(answers);
  assert.equal(booked + refused, CROWD);
  assert.ok(booked >= 3, 'the day was left nearly empty');
  assert.equal(await rows(app, 'bookings'), booked);
  assert.equal(await overlaps(app), 0);
  assert.equal(await mostAtOnce(app), 1);
  return `${booked} booked, ${refused} refused, no overlap`;
}

/** Books a call at each of the first `count` times, before a race begins. */
async function book(count: number, times: readonly string[]) {
  const booked: Answer[] = [];
  for (const [index, time] of times.slice(0, count).entries()) booked.push(await ask(index, time));
  assert.deepEqual(tally(booked), { 201: count });
  return booked as Required<Answer>[];
}

const allTimes = async (app: App) =>
  (await listAvailableSlots(app, 'discovery-call')).map(({ start }) => isoInstant(start));

/** People move onto one another's times, and onto the few that are free, all at once. */
async function reschedules(app: App): Promise<string> {
  const times = (await allTimes(app)).slice(0, 220);
  const booked = await book(200, times);
  // 83 and 220 have no common divisor, so that every time is somebody's aim, and most somebody's own.
  const aims = booked.map((_, index) => times[(index * 83 + 7) % times.length] ?? '');
  const answers = await everybody(200, (index) =>
    move(booked[index]?.booking ?? '', aims[index] ?? ''),
  );
  const { 200: moved = 0, 409: refused = 0 } = tally(answers);
  assert.equal(moved + refused, 200);
  assert.ok(moved > 0, 'nobody moved');
  assert.equal(await rows(app, 'bookings WHERE during IS NOT NULL'), 200);
  assert.equal(await overlaps(app), 0);
  assert.equal(await mostAtOnce(app), 1);
  const table = await app.database.query<{ name: string; starts_at: Date }>(
    'SELECT name, starts_at FROM bookings',
  );
  for (const { name, starts_at } of table) {
    const index = Number(name.split(' ').at(-1));
    const answered = answers[index]?.status === 200 ? aims[index] : times[index];
    assert.equal(isoInstant(starts_at.getTime()), answered, 'somebody was told another time');
  }
  return `${moved} moved, ${refused} refused, 200 calls still held, no overlap`;
}

/** Everybody cancels and moves their call in the same moment, onto times others are giving back. */
async function cancelsAndReschedules(app: App): Promise<string> {
  const times = (await allTimes(app)).slice(0, 100);
  const booked = await book(100, times);
  const keys = booked.map(({ booking }) => booking);
  const [cancels, moves] = await Promise.all([
    everybody(50, (index) => giveBack(keys[index * 2] ?? '')),
    everybody(100, (index) => move(keys[index] ?? '', times[(index + 1) % 100] ?? '')),
  ]);
  const { 200: moved = 0, 409: refused = 0 } = tally(moves);
  assert.equal(moved + refused, 100);
  assert.deepEqual(tally(cancels), { 200: 50 });
  assert.equal(await rows(app, 'bookings WHERE during IS NOT NULL'), 50);
  assert.equal(await rows(app, 'bookings WHERE cancelled_at IS NOT NULL'), 50);
  assert.equal(await overlaps(app), 0);
  return `${moved} moved, ${refused} refused, 50 cancelled for good, 50 calls still held, no overlap`;
}

/** Past every check and queue of the code, straight to the table: its constraint alone lets one through. */
async function straightToTheTable(app: App): Promise<string> {
  const start = Date.parse(START);
  const slot = { start, end: start + 30 * 60_000 };
  const hold = { line: 1, until: new Date(slot.end) };
  const value = { ...slot, name: 'A. Person', phone: '01632 960 001' };
  const written = await everybody(40, () =>
    transactionRetried(app, async (tx) => {
      const { id: caseId } = await openCase(app, tx, false);
      const booking = makeBooking(app, 'callback', value, { caseId, slot, quarantined: false });
      return unlessRefused(tx, async () => {
        await writeBooking(tx, booking, hold);
        return booking;
      });
    }),
  );
  assert.equal(written.filter((each) => each !== undefined).length, 1);
  assert.equal(await rows(app, 'bookings'), 1);
  return '1 written, 39 refused by the constraint';
}

/** Two transactions take two cases in opposite order: PostgreSQL ends one, and it is done again. */
async function deadlock(app: App): Promise<string> {
  const cases = await everybody(2, () =>
    app.database.transaction((tx) => openCase(app, tx, false)),
  );
  const ids = cases.map(({ id }) => id);
  let waiting = 0;
  let release = () => {};
  const bothHaveOne = new Promise<void>((resolve) => {
    release = resolve;
  });
  const takeBoth = (order: readonly string[]) =>
    transactionRetried(app, async (tx) => {
      for (const id of order) {
        await tx.query('UPDATE cases SET key_generation = key_generation + 1 WHERE id = $1', [id]);
        waiting += 1;
        if (waiting === 2) release();
        await bothHaveOne;
      }
    });
  await Promise.all([takeBoth(ids), takeBoth(ids.toReversed())]);
  assert.equal(await rows(app, 'cases WHERE key_generation = 2'), 2);
  return 'one transaction was ended by PostgreSQL and done again; both took effect once';
}

export const RACES: readonly Race[] = [
  { name: `${CROWD} people at once, one time`, run: (app) => oneTime(app, 1) },
  { name: `${CROWD} people at once, one time, capacity 3`, run: (app) => oneTime(app, 3) },
  { name: `${CROWD} people at once, 20 overlapping times, both kinds`, run: overlapping },
  { name: '200 reschedules onto one another’s times', run: reschedules },
  { name: '100 reschedules racing 50 cancellations', run: cancelsAndReschedules },
  { name: '40 writes of one time, past the code’s own checks', run: straightToTheTable },
  { name: 'a deadlock, made on purpose', run: deadlock },
];
