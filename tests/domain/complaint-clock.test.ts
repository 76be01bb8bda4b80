import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { clockChanges, instants, london, zoned } from '../support/london.ts';

/** The rule by itself: dates of a London calendar, counted one after another, the day it came being the first. */
function dayByDay(receivedAt: number, now: number) {
  const today = zoned(now).toPlainDate();
  let [date, day] = [zoned(receivedAt).toPlainDate(), 1];
  while (Temporal.PlainDate.compare(date, today) < 0) {
    date = date.add({ days: 1 });
    day += 1;
  }
  const last = zoned(receivedAt).toPlainDate().add({ days: 29 });
  return { day, last: last.toString(), late: Temporal.PlainDate.compare(today, last) > 0 };
}

const isoOf = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();

describe('the 30 days of a complaint', () => {
  test('are days of a London calendar, the day it came being the first, whatever the clocks do', () => {
    const age = fc.integer({ min: 0, max: 45 * 864e5 });
    fc.assert(
      fc.property(instants, age, (receivedAt, since) => {
        const now = receivedAt + since;
        const { day, due, state } = complaintClock(receivedAt, now);
        const rule = dayByDay(receivedAt, now);
        expect({ day, due: isoOf(due) }).toEqual({ day: rule.day, due: rule.last });
        expect(state === 'overdue').toBe(rule.late);
        expect(state === 'in time').toBe(rule.day < 20);
      }),
    );
  });

  test('never run backwards, and are the same at any hour of a day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockChanges()),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 1439 }),
        (change, days, minute) => {
          const receivedAt = change - 15 * 864e5;
          const midnight = zoned(receivedAt).startOfDay().add({ days });
          const at = midnight.add({ minutes: minute }).epochMilliseconds;
          if (zoned(at).toPlainDate().toString() !== midnight.toPlainDate().toString()) return;
          expect(complaintClock(receivedAt, at)).toEqual(
            complaintClock(receivedAt, midnight.epochMilliseconds),
          );
          expect(complaintClock(receivedAt, at).day).toBe(Math.max(1, days + 1));
        },
      ),
    );
  });

  test.each([
    ['2026-11-24T23:59', '2026-11-24T23:59', 1, 'in time'],
    ['2026-11-24T23:59', '2026-12-12T23:59', 19, 'in time'],
    ['2026-11-24T23:59', '2026-12-13T00:00', 20, 'warned'],
    ['2026-11-24T00:00', '2026-12-23T23:59', 30, 'warned'],
    ['2026-11-24T23:59', '2026-12-24T00:00', 31, 'overdue'],
    // The clocks go back on 25 October and forward on 28 March.
    ['2026-10-01T00:00', '2026-10-30T23:59', 30, 'warned'],
    ['2026-10-01T00:30', '2026-10-31T00:00', 31, 'overdue'],
    ['2027-03-10T23:30', '2027-04-08T23:59', 30, 'warned'],
    ['2027-03-10T23:30', '2027-04-09T00:00', 31, 'overdue'],
  ])('came at %s: at %s it is day %i, %s', (came, at, day, state) => {
    expect(complaintClock(london(came), london(at))).toMatchObject({ day, state });
  });

  test.each([
    [
      '2026-11-24T10:00',
      'Day 1 of 30: answer it by Wednesday 23 December. It came on Tuesday 24 November.',
    ],
    [
      '2026-12-13T10:00',
      'Day 20 of 30: answer it by Wednesday 23 December. It came on Tuesday 24 November.',
    ],
    [
      '2026-12-23T10:00',
      'Day 30 of 30: answer it by the end of today. It came on Tuesday 24 November.',
    ],
    [
      '2026-12-24T10:00',
      'Overdue by 1 day: it was to be answered by Wednesday 23 December. It came on Tuesday 24 November.',
    ],
    [
      '2027-01-02T10:00',
      'Overdue by 10 days: it was to be answered by Wednesday 23 December 2026. It came on Tuesday 24 November 2026.',
    ],
  ])('are said at %s', (at, words) => {
    const complaint = {
      receivedAt: london('2026-11-24T09:00'),
      acknowledged: true,
      quarantined: false,
    };
    expect(clockOfComplaint(complaint, london(at))).toBe(words);
  });
});
