import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { ReceivedSchema, receivedAtOf, receivedFault } from '#domain/complaints/received.ts';
import { whatHappens } from '#domain/complaints/words.ts';
import { NewComplaintSchema } from '#domain/desk/new-complaint.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { instants, london, zoned } from '../support/london.ts';

/** A date as a calendar writes it, read as the form reads it. */
const dayOf = (date: Temporal.PlainDate) => dayFromIso(date.toString()) ?? Number.NaN;

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  from.until(to, { largestUnit: 'days' }).days;

describe('the day on which a complaint came that staff write down', () => {
  test('is today or one of the 365 days before, by London’s calendar, whatever the hour and the season', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 30 }), (now, shift) => {
        const received = zoned(now).toPlainDate().add({ days: shift });
        const fault = receivedFault(dayOf(received), now);
        expect(fault === undefined).toBe(shift <= 0 && shift >= -365);
      }),
    );
  });

  test('is day 1 of its clock, which counts from it whenever it is written down and looked at', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 60 * 864e5 }),
        (writtenDown, ago, since) => {
          const received = zoned(writtenDown).toPlainDate().subtract({ days: ago });
          const receivedAt = receivedAtOf(dayOf(received), writtenDown);
          expect(receivedAt).toBeLessThanOrEqual(writtenDown);
          expect(zoned(receivedAt).toPlainDate().toString()).toBe(received.toString());
          const now = writtenDown + since;
          const { day, due, state } = complaintClock(receivedAt, now);
          const elapsed = daysBetween(received, zoned(now).toPlainDate());
          expect(day).toBe(elapsed + 1);
          expect(due).toBe(dayOf(received.add({ days: 29 })));
          expect(state).toBe(elapsed < 19 ? 'in time' : elapsed < 30 ? 'warned' : 'overdue');
        },
      ),
    );
  });

  test.each([
    ['', 'Enter the date on which the complaint came: the day, the month and the year'],
    ['3 November', 'Enter the date on which the complaint came as a date that exists'],
    ['2026-02-30', 'Enter the date on which the complaint came as a date that exists'],
  ])('“%s” comes back with how to write it', (typed, message) => {
    expect(ReceivedSchema.safeParse(typed).error?.issues[0]?.message).toContain(message);
  });

  test('the day may come first, as people write it', () => {
    expect(ReceivedSchema.parse('3/11/2026')).toBe(ReceivedSchema.parse('2026-11-03'));
  });
});

describe('what is said of it', () => {
  const receivedAt = london('2026-11-03T00:00');

  test.each([
    [true, false, ''],
    [
      false,
      false,
      ' They have not been told that we have it: tell them as soon as you can, and by that day at the latest.',
    ],
    [
      false,
      true,
      ' It looked automatic, so they have had no acknowledgement: read it, and release it.',
    ],
  ])('acknowledged: %s, in quarantine: %s', (acknowledged, quarantined, more) => {
    expect(
      clockOfComplaint({ receivedAt, acknowledged, quarantined }, london('2026-11-24T10:00')),
    ).toBe(
      `Day 22 of 30: answer it by Wednesday 2 December. It came on Tuesday 3 November.${more}`,
    );
  });

  test('to its person gives the day it came, and promises nothing that has passed', () => {
    const said = (at: string, heard = false) => whatHappens({ receivedAt, heard }, london(at));
    expect(said('2026-11-24T10:00')).toContain('by Wednesday 2 December, within 30 days, tell you');
    expect(said('2026-12-02T23:59')).toContain('by Wednesday 2 December, within 30 days, tell you');
    expect(said('2026-12-03T00:00')).toContain(
      'you should have heard from us by Wednesday 2 December. We are sorry.',
    );
    expect(said('2026-12-03T00:00', true)).not.toMatch(/should have heard|within 30 days/);
  });
});

describe('the form', () => {
  const WRITTEN = {
    about: 'data',
    came: 'letter',
    received: '2026-11-03',
    message: 'Words.',
    name: 'C. Complainant',
    acknowledged: 'later',
  };
  const faultsOf = (values: Record<string, string>) =>
    NewComplaintSchema.safeParse({ ...WRITTEN, ...values }).error?.issues.map(
      ({ path, message }) => [path[0], message],
    );

  test.each([
    { phone: '01632 960 001' },
    { email: 'person@example.org' },
    { postalAddress: '1 Example Street\nExampleton' },
  ])('takes a complaint with one way to answer it: %o', (reach) => {
    expect(faultsOf(reach as unknown as Record<string, string>)).toBeUndefined();
  });

  test('asks for a way to answer it, and for an address to email', () => {
    expect(faultsOf({})).toEqual([
      ['email', 'Enter a phone number, an email address or a postal address'],
    ]);
    expect(faultsOf({ phone: '01632 960 001', acknowledged: 'email' })).toEqual([
      ['email', 'Enter their email address, or select another way of telling them'],
    ]);
  });
});
