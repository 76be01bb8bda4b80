import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf, isoDate, weekdayOf } from '#domain/time/day.ts';
import { isoDateAt, isoInstant } from '#domain/time/iso.ts';
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
