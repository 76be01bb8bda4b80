import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOf, dayFromIso, dayOf, isoDate, weekdayOf } from '#domain/time/day.ts';
import { isoDateAt, isoInstant, readStart } from '#domain/time/iso.ts';
import { instantAt, offsetAt, wallClockAt } from '#domain/time/london.ts';
import { SUMMERS } from '#domain/time/summers.ts';
import { ClockChangesError, checkClockChanges } from '../../netlify/build/clock-changes.ts';
import { clockChanges, instants, ZONE, zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const MINUTE = 60_000;

/** What the domain and the oracle each make of one instant. */
function bothReadings(instant: number) {
  const truth = zoned(instant);
  const { day, minute } = wallClockAt(instant);
  return {
    domain: {
      date: isoDate(day),
      minute,
      offset: offsetAt(instant),
      weekday: weekdayOf(day) + 1,
      parts: dateOf(day),
      iso: isoInstant(instant),
      isoDate: isoDateAt(instant),
    },
    oracle: {
      date: truth.toPlainDate().toString(),
      minute: truth.hour * 60 + truth.minute,
      offset: truth.offsetNanoseconds / 6e10,
      weekday: truth.dayOfWeek,
      parts: { year: truth.year, month: truth.month, date: truth.day },
      iso: truth.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
      isoDate: truth.toPlainDate().toString(),
    },
  };
}

describe('London’s wall clock', () => {
  it(
    'agrees with Temporal at any instant',
    () => {
      check(
        'wall clock against Temporal',
        fc.property(instants, (instant) => {
          const { domain, oracle } = bothReadings(instant);
          expect(domain).toEqual(oracle);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it('agrees with Temporal in every minute around each clock change', () => {
    const changes = clockChanges();
    expect(changes).toHaveLength(30);
    for (const change of changes) {
      for (let minute = -121; minute <= 121; minute += 1) {
        const { domain, oracle } = bothReadings(change + minute * MINUTE);
        expect(domain).toEqual(oracle);
      }
    }
  });

  it(
    'names the instant of any date and time, clock changes included',
    () => {
      const dayOfChange = fc
        .constantFrom(...clockChanges())
        .map((change) => wallClockAt(change).day);
      const day = fc.oneof(
        fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2040, 12, 31) }),
        dayOfChange,
      );
      check(
        'date and time to instant against Temporal',
        fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
          const wall = Temporal.PlainDate.from(isoDate(date)).toPlainDateTime({
            hour: Math.floor(minute / 60),
            minute: minute % 60,
          });
          const { epochMilliseconds } = wall.toZonedDateTime(ZONE, {
            disambiguation: 'compatible',
          });
          expect(instantAt(date, minute)).toBe(epochMilliseconds);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

describe('the kept clock changes', () => {
  it('are those of the time zone database', () => {
    expect(() => checkClockChanges()).not.toThrow();
  });

  it('fail the build, saying what to write, when the law has changed', () => {
    const old = SUMMERS.with(8, ['2028-04-02T01:00Z', '2028-10-29T01:00Z']);
    expect(() => checkClockChanges(old)).toThrow(ClockChangesError);
    expect(() => checkClockChanges(old)).toThrow(
      /Received .*2028-04-02T01:00Z.*\nExpected .*2028-03-26T01:00Z/,
    );
  });
});

describe('a date as text', () => {
  it.each(['2026-11-24', '2028-02-29', '1970-01-01'])('%s is read and written alike', (text) => {
    expect(isoDate(dayFromIso(text) ?? -1)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    ' 2026-01-01',
    '2026-01-01T00:00',
  ])('%j is not a date', (text) => {
    expect(dayFromIso(text)).toBeUndefined();
  });
});

describe('reading a start', () => {
  it(
    'reads back whatever is written',
    () => {
      check(
        'start written and read back',
        fc.property(instants, (instant) => {
          const second = Math.floor(instant / 1000) * 1000;
          expect(readStart(isoInstant(second))).toEqual({ outcome: 'read', at: second });
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'accepts an offset exactly when it is London’s at that instant',
    () => {
      const offsets = fc.constantFrom('+00:00', '+01:00', 'Z', '+02:00', '-01:00', '+05:30');
      check(
        'start with any offset against Temporal',
        fc.property(instants, offsets, (instant, offset) => {
          const wall = zoned(instant).toPlainDateTime().toString({ smallestUnit: 'minute' });
          const meant = Date.parse(`${wall}${offset}`);
          const right = zoned(meant).offset === (offset === 'Z' ? '+00:00' : offset);
          expect(readStart(`${wall}${offset}`).outcome).toBe(right ? 'read' : 'wrong-offset');
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it.each([
    ['2026-11-24T11:00:00+00:00', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00:00Z', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00:00.000Z', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00+00:00', '2026-11-24T11:00:00Z'],
    ['2026-07-24T11:00:00+01:00', '2026-07-24T10:00:00Z'],
    ['2026-10-25T01:30:00+01:00', '2026-10-25T00:30:00Z'],
    ['2026-10-25T01:30:00+00:00', '2026-10-25T01:30:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(readStart(text)).toEqual({ outcome: 'read', at: Date.parse(utc) });
  });

  it.each([
    ['2026-07-24T11:00:00Z', '2026-07-24T12:00:00+01:00', 'an hour ahead'],
    ['2026-07-24T11:00:00+00:00', '2026-07-24T12:00:00+01:00', 'an hour ahead'],
    ['2026-11-24T11:00:00+01:00', '2026-11-24T10:00:00+00:00', 'keeps UTC'],
    ['2026-03-29T01:30:00+00:00', '2026-03-29T02:30:00+01:00', 'an hour ahead'],
    ['2026-03-29T01:30:00+01:00', '2026-03-29T00:30:00+00:00', 'keeps UTC'],
  ])('%s has the wrong offset, and %s is suggested', (text, suggested, season) => {
    const read = readStart(text);
    expect(read).toMatchObject({ outcome: 'wrong-offset' });
    expect(read).toHaveProperty('message', expect.stringContaining(suggested));
    expect(read).toHaveProperty('message', expect.stringContaining(season));
  });

  it.each([
    '',
    'tomorrow',
    '2026-11-24',
    '2026-11-24T11:00:00',
    '2026-11-24 11:00:00+00:00',
    '2026-11-24T11:00:00 00:00',
    '2026-11-24T11+00:00',
    '2026-11-24T24:00:00+00:00',
    '2026-11-24T11:60:00+00:00',
    '2026-11-24T11:00:60+00:00',
    '2026-11-24T11:00:00+0000',
    '2026-11-24T11:00:00-00:00',
    '2026-11-24t11:00:00z',
    '2026-02-30T11:00:00+00:00',
    '2026-11-24T11:00:00+00:00\n',
    '2026-11-24T11:00:00+00:00[Europe/London]',
  ])('%j is malformed', (text) => {
    expect(readStart(text)).toMatchObject({
      outcome: 'malformed',
      message: expect.stringContaining('2026-11-24T11:00:00+00:00'),
    });
  });

  it.each([
    '1000-01-01T11:00:00Z',
    '2019-12-31T11:00:00Z',
    '2050-01-01T11:00:00Z',
    '9999-12-31T11:00:00Z',
  ])('%s is in no year the clocks are known for', (text) => {
    expect(readStart(text)).toMatchObject({ outcome: 'unknown-year' });
  });
});
