import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isReminderDue } from '#domain/booking/reminder.ts';
import { whatHappens } from '#domain/booking/words.ts';
import { reminderEmail } from '#domain/emails/reminder-emails.ts';
import { digestAt, reminderAt } from '#domain/hours/working-days.ts';
import { WEEKDAYS, type Weekday } from '#domain/settings/line.ts';
import { emailText } from '#views/email.ts';
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

function reminderSaidTheLongWay(start: number, shut: Shut): number {
  let date = zoned(start).toPlainDate().subtract({ days: 1 });
  while (!isWorking(date, shut)) date = date.subtract({ days: 1 });
  return at(date, '09:00');
}

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
  it('is 9am in London on the working day before, whatever is shut', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    check(
      'the moment of reminding',
      fc.property(worlds, ({ start, shut }) => {
        expect(reminderAt(rulesOf(shut), start)).toBe(reminderSaidTheLongWay(start, shut));
      }),
    );
  });

  it('lasts from then until the call, for what was set by then', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    check(
      'whether a reminder is due',
      fc.property(worlds, about, about, ({ start, shut }, setBy, nowBy) => {
        const due = reminderSaidTheLongWay(start, shut);
        const setAt = due + setBy;
        for (const now of [due + nowBy, start + nowBy]) {
          const expected = !(setAt > due) && !(now < due) && now < start;
          expect(isReminderDue(rulesOf(shut), { start, setAt }, now)).toBe(expected);
        }
      }),
    );
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
  const due = london('2026-11-27T09:00');

  it.each([
    ['booked days before, at 9am sharp', due - 3 * 1440 * MINUTE, due, true],
    ['booked days before, a minute early', due - 3 * 1440 * MINUTE, due - MINUTE, false],
    ['booked at that very moment', due, due, true],
    ['booked a moment after', due + 1, due + MINUTE, false],
    ['late in the same day', due - MINUTE, london('2026-11-27T17:45'), true],
    ['late, on the morning of the call', due - MINUTE, london('2026-11-30T10:59'), true],
    ['once the call has started', due - MINUTE, start, false],
  ])('%s', (_, setAt, now, expected) => {
    expect(isReminderDue(makeRules(), { start, setAt }, now)).toBe(expected);
  });

  it('does not exist where the line never opened before', () => {
    const shut = makeRules({ closures: [{ from: '2025-01-01', to: '2026-11-29', why: 'Away' }] });
    expect(isReminderDue(shut, { start, setAt: 0 }, due)).toBe(false);
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
    expect(text).toContain(whatHappens['discovery-call'](call));
    expect(text).toContain(`Choose another time: ${call.rescheduleLink}`);
    expect(text).toContain(`Cancel the call: ${call.cancelLink}`);
    expect(text).toContain('ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time)');
    expect(text).toContain('7KQW2MXP');
    expect(text).toContain(call.link);
  });

  it('of a callback says what happens then', () => {
    const words = reminderEmail({ ...call, kind: 'callback' });
    expect(words.subject).toBe('Reminder of your callback: Monday 4 January 2027, 11am');
    expect(emailText(words, '')).toContain(whatHappens.callback(call));
  });
});
