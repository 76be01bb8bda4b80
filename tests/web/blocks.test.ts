import { describe, expect, test } from 'vitest';
import { insertBlock } from '#data/block-repository.ts';
import { wholeDay } from '#domain/blocks/block.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { removeBlock, setBlock } from '#services/availability/block-service.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { digest } from '#services/jobs/digest-job.ts';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  count,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { get } from '../support/requests.ts';

const t = testApp();

const STAFF = 'staff@example.org';
const THURSDAY = wallClockAt(Date.parse('2026-11-26T12:00Z')).day;

const afternoon = { date: THURSDAY, much: 'part', from: 780, to: 1020, why: 'Training' } as const;

const block = (asked: Parameters<typeof setBlock>[1]) => setBlock(t.app, asked, STAFF);

async function starts(kind: string, date = '2026-11-26'): Promise<string[]> {
  const response = await call(publicApp, get(`/api/slots?kind=${kind}&from=${date}&days=1`));
  const answer = (await response.json()) as { slots: { start: string }[] };
  return answer.slots.map(({ start }) => start.slice(11, 16));
}

describe('blocked time', () => {
  test('is not offered, and counts as closed when notice is given', async () => {
    await block(afternoon);
    expect(await starts('callback')).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '12:00',
      '12:30',
      '17:00',
      '17:30',
    ]);
    expect(await starts('discovery-call', '2026-11-25')).toContain('10:00');
    // Nine open hours from Tuesday 10am, with Tuesday afternoon gone, end on Wednesday afternoon.
    await block({ ...afternoon, date: THURSDAY - 2 });
    expect((await starts('discovery-call', '2026-11-25'))[0]).toBe('14:00');
    const early = await bookDiscoveryCall(
      makeDiscoveryCall({ start: '2026-11-25T13:30:00+00:00' }),
    );
    expect(early.status).toBe(409);
  });

  test('is refused with the nearest free times, and nothing of it is told', async () => {
    await block(afternoon);
    const refused = await bookDiscoveryCall(makeDiscoveryCall());
    expect(refused.status).toBe(409);
    const problem = (await refused.json()) as { detail: string; slots: { start: string }[] };
    expect(problem.detail).toBe('That time is no longer free. Choose another.');
    expect(problem.slots).toHaveLength(6);
    expect(problem.slots[0]?.start).toBe('2026-11-26T11:00:00+00:00');
    expect(JSON.stringify(problem)).not.toContain('Training');
    expect(await count(t, 'bookings')).toBe(0);
    const { booking } = await booked(await bookCallback(makeCallback()));
    expect((await moveTo(booking, '2026-11-26T16:30:00+00:00')).status).toBe(409);
  });

  test('leaves a call that ends as it begins, and one that begins as it ends', async () => {
    await block(afternoon);
    for (const start of ['2026-11-26T12:30:00+00:00', '2026-11-26T17:00:00+00:00']) {
      expect((await bookDiscoveryCall(makeDiscoveryCall({ start }))).status, start).toBe(201);
    }
    expect(await conflictingBookings(t.app)).toEqual([]);
  });

  test('is offered again once it is unblocked', async () => {
    const before = await starts('callback');
    const set = await block({ date: THURSDAY, much: 'day' });
    expect(await starts('callback')).toEqual([]);
    if (set.outcome !== 'set') throw new Error(set.outcome);
    expect(await removeBlock(t.app, set.block.id, STAFF)).toBe(true);
    expect(await removeBlock(t.app, set.block.id, STAFF)).toBe(false);
    expect(await starts('callback')).toEqual(before);
    const audit = await t.app.database.query('SELECT act, reference, actor FROM audit ORDER BY id');
    expect(audit).toEqual([
      { act: 'blocked time', reference: null, actor: expect.stringMatching(/^[\w-]{8}$/) },
      { act: 'unblocked time', reference: null, actor: expect.stringMatching(/^[\w-]{8}$/) },
    ]);
  });

  test('says which calls it strands; each keeps its time until it moves, and can', async () => {
    const { reference, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const stays = { start: '2026-11-26T10:00:00+00:00' };
    await booked(await bookCallback(makeCallback(stays)));
    const set = await block(afternoon);
    if (set.outcome !== 'set') throw new Error(set.outcome);
    expect(set.stranded).toMatchObject([{ reference, kind: 'discovery-call', writable: true }]);
    expect(await conflictingBookings(t.app)).toMatchObject([
      { reference, because: { kind: 'blocked', block: { why: 'Training' } } },
    ]);
    expect((await moveTo(booking, '2026-11-26T15:00:00+00:00')).status).toBe(409);
    expect((await moveTo(booking, '2026-11-26T17:00:00+00:00')).status).toBe(200);
    expect(await conflictingBookings(t.app)).toEqual([]);
  });

  test('is forgotten, with why, 30 days after it is over', async () => {
    await block(afternoon);
    t.setNow('2026-12-26T16:59:59Z');
    await eraseOld(t.app);
    expect(await count(t, 'blocks')).toBe(1);
    t.setNow('2026-12-26T17:00:01Z');
    await eraseOld(t.app);
    expect(await count(t, 'blocks')).toBe(0);
  });

  test('is told of in the digest while it strands a call', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await block(afternoon);
    t.mailbox.clear();
    t.setNow('2026-11-25T08:00:00Z');
    expect(await digest(t.app)).toBe('owed');
    await deliver(t.app, 10_000);
    const [email] = mailTo(t, STAFF);
    expect(email?.subject).toBe('Wednesday 25 November: 1 to move, 1 new');
    expect(email?.text).toMatch(/^Calls that cannot take place\n/);
    expect(email?.text).toContain(
      'discovery call on Thursday 26 November, 2:30pm to 3pm, UK time\nBlocked 1pm to 5pm: Training.',
    );
  });

  test('cannot be written twice, whatever the code does', async () => {
    const at = t.app.now();
    const write = (id: string) =>
      t.app.database.transaction((tx) =>
        insertBlock(tx, { id: t.app.uuid(), ...wholeDay(THURSDAY), why: id }, at),
      );
    await write('one');
    await expect(write('two')).rejects.toMatchObject({ code: '23P01' });
    expect(await block(afternoon)).toMatchObject({
      outcome: 'unfit',
      faults: [{ field: 'from', message: expect.stringContaining('all day (one)') }],
    });
  });
});

describe('calls are stranded too', () => {
  test('by a closure, by narrowed hours and by a bank holiday that came after them', async () => {
    const at = (start: string) => makeCallback({ start, name: start.slice(0, 10) });
    for (const start of ['2026-11-26T09:00:00+00:00', '2026-11-27T10:00:00+00:00']) {
      await booked(await bookCallback(at(start)));
    }
    await booked(await bookCallback(at('2026-12-01T10:00:00+00:00')));
    await booked(await bookCallback(at('2026-12-02T10:00:00+00:00')));
    const { site } = t.app;
    const { line } = site.settings;
    t.app.site = {
      ...site,
      bankHolidays: { ...site.bankHolidays, '2026-12-01': 'A day proclaimed once' },
      settings: {
        ...site.settings,
        line: {
          ...line,
          hours: { ...line.hours, thursday: { opens: 570, closes: 1080 } },
          closures: [{ from: '2026-11-27', to: '2026-11-27', why: 'Moving house' }],
        },
      },
    };
    const found = await conflictingBookings(t.app);
    t.app.site = site;
    expect(found.map(({ name, because }) => [name, because.kind])).toEqual([
      ['2026-11-26', 'hours'],
      ['2026-11-27', 'closed'],
      ['2026-12-01', 'closed'],
    ]);
  });

  test('only while they are to come, and hold time', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await block(afternoon);
    t.setNow('2026-11-26T14:30:00Z');
    expect(await conflictingBookings(t.app)).toEqual([]);
    t.setNow('2026-11-24T10:00:00Z');
    await t.app.database.query(
      'UPDATE bookings SET cancelled_at = now(), line = NULL, during = NULL',
    );
    expect(await conflictingBookings(t.app)).toEqual([]);
  });
});
