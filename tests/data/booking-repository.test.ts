import { expect, test } from 'vitest';
import {
  type Booking,
  findBooking,
  findBookingByKeyHash,
  insertBooking,
  writeDetails,
} from '#data/booking-repository.ts';
import {
  writeCancellation,
  writeMove,
  writeReleaseWithoutTime,
} from '#data/booking-time-repository.ts';
import { busyTimesBetween } from '#data/busy-times.ts';
import { nextVersion } from '#domain/invite/version.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import { openCase } from '#services/cases/case.ts';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';

const t = testApp();
const { randomBytes, uuid } = chanceFor('bookings kept');

const START = Date.parse('2026-11-26T14:30:00Z');
const HALF_HOUR = 30 * 60_000;
const UNTIL = START + 2 * HALF_HOUR;

/** A call with no more than it needs, in a case of its own. */
async function leastBooking(): Promise<Booking> {
  const found = await t.app.database.transaction((tx) => openCase(t.app, tx, false));
  const id = uuid();
  return {
    id,
    caseId: found.id,
    keyGeneration: 0,
    keyHash: Buffer.from(randomBytes(32)),
    kind: 'callback',
    start: START,
    end: START + HALF_HOUR,
    name: 'A. Person',
    phone: '01632 960001',
    uid: `${id}@example.org`,
    staffUid: `staff-${id}@example.org`,
    version: { sequence: 0, created: START, stamp: START },
    createdAt: new Date(START),
  };
}

const REST = {
  kind: 'discovery-call',
  email: 'person@example.org',
  organisation: 'Example County Council',
  topic: 'Carers',
} as const;

const held = async (from = START) => {
  const between = { from, to: from + 4 * HALF_HOUR, today: isoDateAt(from) };
  return (await busyTimesBetween(t.app.database, between)).bookings;
};

test('a call is read as it was written, with all it may say or no more than it needs', async () => {
  const { database } = t.app;
  const least = await leastBooking();
  const most = { ...(await leastBooking()), ...REST, quarantinedAt: new Date(START + 1) };
  const hash = Buffer.from(randomBytes(32));
  await insertBooking(database, { ...least, keyHash: hash }, { line: 2, until: new Date(UNTIL) });
  await insertBooking(database, most);
  expect(await findBooking(database, least.id)).toStrictEqual({ ...least, keyHash: hash });
  expect(await findBookingByKeyHash(database, hash)).toStrictEqual({ ...least, keyHash: hash });
  expect(await findBooking(database, most.id)).toStrictEqual(most);
  expect(await held()).toEqual([{ line: 2, start: START, end: UNTIL }]);
});

test('a detail that is not given any more is gone, from what is searched too; nothing else is', async () => {
  const { database } = t.app;
  const before = { ...(await leastBooking()), ...REST };
  await insertBooking(database, before, { line: 1, until: new Date(UNTIL) });
  const { email, organisation, topic, ...rest } = before;
  const version = nextVersion(before.version, START);
  const uids = { uid: 'another@example.org', staffUid: before.staffUid };
  const details = { name: 'Another Person', phone: before.phone };
  await writeDetails(database, before.id, { version, at: undefined, details, uids });
  expect(await findBooking(database, before.id)).toStrictEqual({
    ...rest,
    ...details,
    ...uids,
    version,
  });
  const searched = await database.query('SELECT folded, phone_number FROM bookings');
  const folded = expect.stringMatching(/^another person(?!.*(example|council|carers))/);
  expect(searched).toEqual([{ folded, phone_number: '+441632960001' }]);
  expect(await held()).toHaveLength(1);
});

test('a call holds the time it was moved to, and none once it is cancelled', async () => {
  const { database } = t.app;
  const booking = await leastBooking();
  await insertBooking(database, booking, { line: 1, until: new Date(UNTIL) });
  const slot = { start: START + HALF_HOUR, end: START + 2 * HALF_HOUR };
  const at = new Date(START - 1);
  const version = nextVersion(booking.version, START);
  const hold = { line: 3, until: new Date(UNTIL) };
  await writeMove(database, booking.id, { slot, version, at, hold });
  expect(await held()).toEqual([{ line: 3, start: slot.start, end: UNTIL }]);
  expect(await findBooking(database, booking.id)).toStrictEqual({
    ...booking,
    ...slot,
    version,
    movedAt: at,
  });
  await writeCancellation(database, booking.id, nextVersion(version, START), at);
  expect(await held()).toEqual([]);
  expect((await findBooking(database, booking.id))?.cancelledAt).toEqual(at);
});

test('a call released without its time keeps the moment it was cancelled at before', async () => {
  const { database } = t.app;
  const at = new Date(START + 2);
  const quarantinedAt = new Date(START);
  const open = { ...(await leastBooking()), quarantinedAt };
  const over = { ...(await leastBooking()), quarantinedAt, cancelledAt: new Date(START + 1) };
  for (const booking of [open, over]) {
    await insertBooking(database, booking);
    await writeReleaseWithoutTime(database, booking.id, at);
  }
  const cancelled = async ({ id }: Booking) => (await findBooking(database, id))?.cancelledAt;
  expect(await cancelled(open)).toEqual(at);
  expect(await cancelled(over)).toEqual(over.cancelledAt);
});
