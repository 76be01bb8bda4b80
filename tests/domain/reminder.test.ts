import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isReminderDue, reminderAt } from '#domain/booking/reminder.ts';
import { NUMBER_GIVEN, whatHappens } from '#domain/booking/words.ts';
import { digestAt } from '#domain/hours/working-days.ts';
import { WEEKDAYS, type Weekday } from '#domain/settings/line.ts';
import { emailText } from '#emails/email-html.ts';
import { reminderEmail } from '#emails/reminder-emails.ts';
import { BANK_HOLIDAYS, makeRules } from '../support/line.ts';
import { instants, london, ZONE, zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const MINUTE = 60_000;

/** What decides which days are working days, besides bank holidays. */
interface Shut {
  weekday: Weekday | undefined;
  closures: { from: string; to: string; why: string }[];
}

/** A working day said the long way: nothing here comes from src/domain, and dates are Temporal's. */
function isWorking(date: Temporal.PlainDate, { weekday, closures }: Shut): boolean {
  const text = date.toString();
  const name = WEEKDAYS[date.dayOfWeek - 1];
  if (name === undefined || name === weekday || BANK_HOLIDAYS.includes(text)) return false;
  return !closures.some(({ from, to }) => from <= text && text <= to);
}

const at = (date: Temporal.PlainDate, plainTime: string) =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds;

/** The moment said the long way: the date before the call's own, at 9am, by Temporal's calendar. */
const reminderSaidTheLongWay = (start: number) =>
  at(zoned(start).toPlainDate().subtract({ days: 1 }), '09:00');

const rulesOf = ({ weekday, closures }: Shut) =>
  makeRules({ hours: weekday ? { [weekday]: 'closed' } : {}, closures });

const closuresNear = (start: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 5 }), fc.integer({ min: 0, max: 9 }))
      .map(([ahead, days]) => {
        const from = zoned(start).toPlainDate().add({ days: ahead });
        return { from: from.toString(), to: from.add({ days }).toString(), why: 'Closed' };
      }),
    { maxLength: 3 },
  );

const worlds = instants.chain((start) =>
  fc.record({
    start: fc.constant(start),
    shut: fc.record({
      weekday: fc.option(fc.constantFrom(...WEEKDAYS), { nil: undefined }),
      closures: closuresNear(start),
    }),
  }),
);

/** Minutes either side of a moment, the moment itself among them. */
const about = fc.oneof(
  fc.constantFrom(-1, 0, 1),
  fc.integer({ min: -4 * 60_000, max: 4 * 60_000 }).map((seconds) => seconds * 1000),
);

describe('the moment of reminding', () => {
  it('is 9am in London on the day before, whatever day that is', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    check(
      'the moment of reminding',
      fc.property(instants, (start) => {
        expect(reminderAt(start)).toBe(reminderSaidTheLongWay(start));
      }),
    );
  });

  it('lasts from then until the call, for what was set by then', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    check(
      'whether a reminder is due',
      fc.property(instants, about, about, (start, setBy, nowBy) => {
        const due = reminderSaidTheLongWay(start);
        const setAt = due + setBy;
        for (const now of [due + nowBy, start + nowBy]) {
          const expected = !(setAt > due) && !(now < due) && now < start;
          expect(isReminderDue({ start, setAt }, now)).toBe(expected);
        }
      }),
    );
  });

  it.each([
    ['a Wednesday', '2026-11-25T10:00', '2026-11-24T09:00'],
    ['a Monday, on the Sunday', '2026-11-30T10:00', '2026-11-29T09:00'],
    ['the Tuesday after Easter, on the bank holiday', '2027-03-30T17:30', '2027-03-29T09:00'],
    ['the day after Christmas and its substitutes', '2027-12-29T09:00', '2027-12-28T09:00'],
    ['the first day of a year', '2027-01-04T09:00', '2027-01-03T09:00'],
    ['the Monday after the clocks go forward', '2026-03-30T09:00', '2026-03-29T09:00'],
    ['the Monday after the clocks go back', '2026-10-26T09:00', '2026-10-25T09:00'],
  ])('of a call on %s', (_, start, reminder) => {
    expect(reminderAt(london(start))).toBe(london(reminder));
  });

  it('of the digest is 8am in London on a working day', { timeout: PROPERTY_TIMEOUT }, () => {
    check(
      'the moment of the digest',
      fc.property(worlds, ({ start: now, shut }) => {
        const today = zoned(now).toPlainDate();
        const expected = isWorking(today, shut) ? at(today, '08:00') : undefined;
        expect(digestAt(rulesOf(shut), now)).toBe(expected);
      }),
    );
  });

  const start = london('2026-11-30T11:00');
  const due = london('2026-11-29T09:00');

  it.each([
    ['booked days before, at 9am sharp', due - 3 * 1440 * MINUTE, due, true],
    ['booked days before, a minute early', due - 3 * 1440 * MINUTE, due - MINUTE, false],
    ['booked at that very moment', due, due, true],
    ['booked a moment after', due + 1, due + MINUTE, false],
    ['late in the same day', due - MINUTE, london('2026-11-29T17:45'), true],
    ['late, on the morning of the call', due - MINUTE, london('2026-11-30T10:59'), true],
    ['once the call has started', due - MINUTE, start, false],
  ])('%s', (_, setAt, now, expected) => {
    expect(isReminderDue({ start, setAt }, now)).toBe(expected);
  });
});

describe('the reminder', () => {
  const call = {
    reference: '7KQW2MXP',
    kind: 'discovery-call' as const,
    start: london('2027-01-04T11:00'),
    end: london('2027-01-04T11:30'),
    now: london('2026-12-31T09:00'),
    name: 'A. Person',
    phone: '01632 960 001',
    email: 'person@example.org',
    phoneOfLine: '01632 960 999',
    hours: 'Monday to Friday, 9am to 6pm',
    site: 'https://example.org',
    link: 'https://example.org/your-enquiry/KEY/',
    rescheduleLink: 'https://example.org/your-enquiry/KEY/bookings/BOOKING/reschedule/',
    cancelLink: 'https://example.org/your-enquiry/KEY/bookings/BOOKING/cancel/',
  };

  it('says when, with the zone, what happens next, how to change it, and the line', () => {
    const words = reminderEmail(call);
    expect(words.subject).toBe('Reminder of your discovery call: Monday 4 January 2027, 11am');
    const text = emailText(words, 'Reflective Practice Groups');
    expect(text).toContain('on Monday 4 January 2027, 11am to 11:30am, UK time.');
    expect(text).toContain(whatHappens['discovery-call']({ ...call, phone: NUMBER_GIVEN }));
    expect(text).toContain(`Choose another time: ${call.rescheduleLink}`);
    expect(text).toContain(`Cancel the call: ${call.cancelLink}`);
    expect(text).toContain('ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time)');
    expect(text).toContain('7KQW2MXP');
    expect(text).toContain(call.link);
  });

  it('of a callback says what happens then', () => {
    const words = reminderEmail({ ...call, kind: 'callback' });
    expect(words.subject).toBe('Reminder of your callback: Monday 4 January 2027, 11am');
    expect(emailText(words, '')).toContain(whatHappens.callback({ ...call, phone: NUMBER_GIVEN }));
  });
});
