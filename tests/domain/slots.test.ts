import { describe, expect, it } from 'vitest';
import { availableSlots } from '#domain/slots/available-slots.ts';
import type { AvailabilityInput } from '#domain/slots/slot.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { busyTime, makeCalls, makeDiary } from '../support/diary.ts';
import { makeRules } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';

/** The times offered on one date, as London's clock shows them. */
function timesOn(date: string, diary: AvailabilityInput): string[] {
  const window = { from: dayFromIso(date) ?? Number.NaN, days: 1 };
  return availableSlots(diary, window).map(({ start }) =>
    zoned(start).toPlainTime().toString({ smallestUnit: 'minute' }),
  );
}

const firstOf = (diary: AvailabilityInput) =>
  zoned(availableSlots(diary)[0]?.start ?? 0)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

describe('the times of a day', () => {
  it('are every half hour, the last ending as the line closes', () => {
    const times = timesOn('2026-11-25', makeDiary());
    expect(times).toHaveLength(18);
    expect(times.slice(0, 3)).toEqual(['09:00', '09:30', '10:00']);
    expect(times.at(-1)).toBe('17:30');
  });

  it('are the same by the wall clock on both sides of a clock change', () => {
    const diary = makeDiary({ now: london('2026-10-22T08:00') });
    expect(timesOn('2026-10-23', diary)).toEqual(timesOn('2026-10-26', diary));
  });

  it.each([
    ['a shorter day', { opens: 615, closes: 765 }, ['10:30', '11:00', '11:30', '12:00']],
    ['a day shorter than a call', { opens: 540, closes: 560 }, []],
    ['a day staff have closed', 'closed' as const, []],
  ])('keep inside %s', (_, wednesday, times) => {
    const diary = makeDiary({ rules: makeRules({ hours: { wednesday } }) });
    expect(timesOn('2026-11-25', diary)).toEqual(times);
  });

  it('leave out what staff have blocked, whole days too', () => {
    const diary = makeDiary({
      blocks: [
        { start: london('2026-11-25T10:00'), end: london('2026-11-25T17:10') },
        { start: london('2026-11-26T00:00'), end: london('2026-11-27T00:00') },
      ],
    });
    expect(timesOn('2026-11-25', diary)).toEqual(['09:00', '09:30', '17:30']);
    expect(timesOn('2026-11-26', diary)).toEqual([]);
  });

  it.each(['2026-12-25', '2026-12-28', '2026-11-28'])('are none on %s', (date) => {
    expect(timesOn(date, makeDiary())).toEqual([]);
  });
});

describe('who is free', () => {
  const rules = makeRules({ hours: { wednesday: { opens: 540, closes: 720 } } });

  it('is one person for both kinds of call', () => {
    const bookings = [busyTime('2026-11-25T10:00', '2026-11-25T10:30')];
    const expected = ['09:00', '09:30', '10:30', '11:00', '11:30'];
    expect(timesOn('2026-11-25', makeDiary({ rules, bookings }))).toEqual(expected);
    const discovery = makeDiary({ rules, bookings, kind: 'discovery-call' });
    expect(timesOn('2026-11-25', discovery)).toEqual(expected);
  });

  it('needs the gap after a discovery call before the next booking, not before closing', () => {
    const calls = makeCalls({ 'gap-after-discovery-call': 15 });
    const bookings = [busyTime('2026-11-25T10:00', '2026-11-25T10:30')];
    const discovery = makeDiary({ rules, calls, bookings, kind: 'discovery-call' });
    expect(timesOn('2026-11-25', discovery)).toEqual(['09:00', '10:30', '11:00', '11:30']);
    expect(timesOn('2026-11-25', { ...discovery, kind: 'callback' })).toContain('09:30');
  });

  it('waits for the gap a booking holds', () => {
    const bookings = [busyTime('2026-11-25T10:00', '2026-11-25T10:45')];
    expect(timesOn('2026-11-25', makeDiary({ rules, bookings }))).toEqual([
      '09:00',
      '09:30',
      '11:00',
      '11:30',
    ]);
  });

  it('is somebody while one line of several is free', () => {
    const calls = makeCalls({ 'calls-at-once': 2 });
    const bookings = [
      busyTime('2026-11-25T10:00', '2026-11-25T11:00', 1),
      busyTime('2026-11-25T10:30', '2026-11-25T11:30', 2),
    ];
    expect(timesOn('2026-11-25', makeDiary({ rules, calls, bookings }))).not.toContain('10:30');
    expect(timesOn('2026-11-25', makeDiary({ rules, calls, bookings }))).toHaveLength(5);
  });

  it('counts a booking left on a line that staff no longer take', () => {
    const bookings = [busyTime('2026-11-25T10:00', '2026-11-25T10:30', 2)];
    expect(timesOn('2026-11-25', makeDiary({ rules, bookings }))).not.toContain('10:00');
  });
});

describe('notice', () => {
  it.each([
    ['callback', '2026-11-24T08:00', '2026-11-24T10:00'],
    ['callback', '2026-11-24T10:00', '2026-11-24T11:00'],
    ['callback', '2026-11-24T10:00:01', '2026-11-24T11:30'],
    ['callback', '2026-11-24T17:00', '2026-11-25T09:00'],
    ['callback', '2026-11-24T17:30', '2026-11-25T09:30'],
    ['callback', '2026-11-27T17:31', '2026-11-30T10:00'],
    ['callback', '2026-12-24T18:00', '2026-12-29T10:00'],
    ['discovery-call', '2026-11-24T08:00', '2026-11-25T09:00'],
    ['discovery-call', '2026-11-24T11:00', '2026-11-25T11:00'],
    ['discovery-call', '2026-11-27T12:10', '2026-11-30T12:30'],
    ['discovery-call', '2026-03-27T12:00', '2026-03-30T12:00'],
  ] as const)('of a %s asked for at %s is given by %s', (kind, now, first) => {
    expect(firstOf(makeDiary({ kind, now: london(now) }))).toBe(first);
  });

  it('does not count what staff have blocked', () => {
    const blocks = [{ start: london('2026-11-24T09:00'), end: london('2026-11-24T12:00') }];
    expect(firstOf(makeDiary({ blocks }))).toBe('2026-11-24T13:00');
  });

  it('of none offers the minute it is, and nothing before', () => {
    const calls = makeCalls({ notice: { callback: 0, 'discovery-call': 0 } });
    expect(firstOf(makeDiary({ calls, now: london('2026-11-24T10:00') }))).toBe('2026-11-24T10:00');
    expect(firstOf(makeDiary({ calls, now: london('2026-11-24T10:00:00.001') }))).toBe(
      '2026-11-24T10:30',
    );
  });
});

describe('the horizon', () => {
  it('is the 41st day after today', () => {
    const offered = availableSlots(makeDiary({ now: london('2026-11-24T00:00') }));
    expect(
      zoned(offered.at(-1)?.start ?? 0)
        .toPlainDate()
        .toString(),
    ).toBe('2027-01-04');
  });

  it('moves on at midnight in London, not in UTC', () => {
    expect(timesOn('2026-09-01', makeDiary({ now: london('2026-07-21T23:59') }))).toEqual([]);
    expect(timesOn('2026-09-01', makeDiary({ now: london('2026-07-22T00:00') }))).toHaveLength(18);
  });

  it('bounds any window asked for', () => {
    const diary = makeDiary();
    const window = { from: dayFromIso('2026-11-01') ?? 0, days: 400 };
    expect(availableSlots(diary, window)).toEqual(availableSlots(diary));
    expect(availableSlots(diary, { ...window, days: 5 })).toEqual([]);
    expect(availableSlots(diary, { from: dayFromIso('2027-01-05') ?? 0, days: 42 })).toEqual([]);
  });
});
