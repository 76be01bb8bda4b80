import { describe, expect, test } from 'vitest';
import type { NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Posted } from '#domain/narrowings/narrowing-form.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import {
  narrowingById,
  removeNarrowing,
  setNarrowing,
} from '#services/availability/narrowing-service.ts';
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
const THURSDAY = '2026-11-26';

const afternoon = {
  from: THURSDAY,
  much: 'part',
  opens: 780,
  closes: 1020,
  why: 'Training',
} as const;

const set = (kind: NarrowingKind, posted: Omit<Posted, 'step'>, id?: string) =>
  setNarrowing(t.app, { kind, posted: { step: 'set', ...posted }, id }, STAFF);

const block = (posted: Omit<Posted, 'step'>) => set('block', posted);

async function idOf(setting: ReturnType<typeof set>): Promise<string> {
  const outcome = await setting;
  if (outcome.outcome !== 'set') throw new Error(outcome.outcome);
  return outcome.narrowing.id;
}

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
    await block({ ...afternoon, from: '2026-11-24' });
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
    expect(problem.detail).toBe(
      'Thursday 26 November, 2:30pm is no longer free. Choose another time.',
    );
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

  test('is offered again once it is removed', async () => {
    const before = await starts('callback');
    const id = await idOf(block({ from: THURSDAY, much: 'day' }));
    expect(await starts('callback')).toEqual([]);
    expect(await removeNarrowing(t.app, { id }, STAFF)).toBe('removed');
    expect(await removeNarrowing(t.app, { id }, STAFF)).toBe('gone');
    expect(await starts('callback')).toEqual(before);
    const audit = await t.app.database.query('SELECT act, reference, actor FROM audit ORDER BY id');
    expect(audit).toEqual([
      { act: 'set a block', reference: null, actor: expect.stringMatching(/^[\w-]{8}$/) },
      { act: 'removed a block', reference: null, actor: expect.stringMatching(/^[\w-]{8}$/) },
    ]);
  });

  test('says which calls it conflicts with; each keeps its time until it moves, and can', async () => {
    const { reference, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const stays = { start: '2026-11-26T10:00:00+00:00' };
    await booked(await bookCallback(makeCallback(stays)));
    expect(await block(afternoon)).toMatchObject({ outcome: 'set', conflicting: 1 });
    expect(await conflictingBookings(t.app)).toMatchObject([
      { reference, writable: true, because: { kind: 'blocked', block: { why: 'Training' } } },
    ]);
    expect((await moveTo(booking, '2026-11-26T15:00:00+00:00')).status).toBe(409);
    expect((await moveTo(booking, '2026-11-26T17:00:00+00:00')).status).toBe(200);
    expect(await conflictingBookings(t.app)).toEqual([]);
  });

  test('is forgotten, with why, 30 days after it is over', async () => {
    await block(afternoon);
    t.setNow('2026-12-26T23:59:59Z');
    await eraseOld(t.app);
    expect(await count(t, 'narrowings')).toBe(1);
    t.setNow('2026-12-27T00:00:01Z');
    await eraseOld(t.app);
    expect(await count(t, 'narrowings')).toBe(0);
  });

  test('is told of in the digest while it conflicts with a call', async () => {
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

  test('every week takes that day of each week, and no other', async () => {
    await block({ ...afternoon, from: '2026-11-24', to: '2026-12-31', weekdays: [3] });
    for (const date of ['2026-11-26', '2026-12-03', '2026-12-31']) {
      expect(await starts('callback', date), date).not.toContain('13:00');
      expect(await starts('callback', date), date).toContain('12:30');
    }
    expect(await starts('callback', '2026-12-04')).toContain('13:00');
  });
});

describe('closures and dated hours', () => {
  const closure = { from: '2026-11-30', to: '2026-12-04', why: 'Away' };

  test('are what is offered, what is refused and why the page of times says nothing is free', async () => {
    await set('closure', closure);
    expect(await starts('callback', '2026-12-02')).toEqual([]);
    const refused = await bookDiscoveryCall(
      makeDiscoveryCall({ start: '2026-12-02T10:00:00+00:00' }),
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain('Away');
    const august = { from: '2026-12-07', to: '2026-12-11', opens: 600, closes: 720 };
    await set('dated hours', august);
    expect(await starts('callback', '2026-12-08')).toEqual(['10:00', '10:30', '11:00', '11:30']);
  });

  test('count as closed when notice is given', async () => {
    await set('dated hours', { from: '2026-11-25', opens: 540, closes: 600 });
    // Tuesday from 10am has eight open hours, Wednesday one: the ninth ends at 10am on Wednesday.
    expect((await starts('discovery-call', '2026-11-26'))[0]).toBe('09:00');
    await set('closure', { from: '2026-11-25', why: 'Away' });
    expect((await starts('discovery-call', '2026-11-26'))[0]).toBe('10:00');
  });

  test('can be changed, and then only what is new holds', async () => {
    await booked(await bookCallback(makeCallback({ start: '2026-12-07T10:00:00+00:00' })));
    const id = await idOf(set('closure', closure));
    expect(await conflictingBookings(t.app)).toEqual([]);
    const later = { ...closure, from: '2026-12-07', to: '2026-12-08' };
    expect(await set('closure', later, id)).toMatchObject({ outcome: 'set', conflicting: 1 });
    expect(await starts('callback', '2026-12-02')).toHaveLength(18);
    expect(await narrowingById(t.app, id)).toMatchObject({ from: '2026-12-07', to: '2026-12-08' });
    expect(await set('closure', closure, id)).toMatchObject({ outcome: 'set', conflicting: 0 });
    expect(await count(t, "audit WHERE act = 'changed a closure'")).toBe(2);
  });

  test('cannot be changed once removed, nor as another kind', async () => {
    const id = await idOf(set('closure', closure));
    expect(await set('block', { from: '2026-12-07', much: 'day' }, id)).toEqual({
      outcome: 'gone',
    });
    await removeNarrowing(t.app, { id }, STAFF);
    expect(await set('closure', { ...closure, to: '2026-12-02' }, id)).toEqual({ outcome: 'gone' });
    expect(await count(t, 'narrowings')).toBe(0);
  });

  test('are what staff book by, too', async () => {
    await set('closure', closure);
    expect(
      (await listAvailableSlots(t.app, 'callback', { by: 'staff' })).map(({ start }) =>
        new Date(start).toISOString().slice(0, 10),
      ),
    ).not.toContain('2026-12-02');
  });

  test('are days on which no digest goes out', async () => {
    await set('closure', { from: '2026-11-25', why: 'Away' });
    t.setNow('2026-11-25T09:00:00Z');
    expect(await digest(t.app)).toBe('early');
  });
});

describe('calls are conflicting too', () => {
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
        },
      },
    };
    await set('closure', { from: '2026-11-27', why: 'Moving house' });
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
