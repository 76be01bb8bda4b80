import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { busyTimesIn } from '#services/calendars/busy-times-in.ts';
import { london } from '../support/london.ts';
import { checkAsync, PROPERTY_TIMEOUT } from '../support/properties.ts';
import {
  calendarOf,
  eventOf,
  exported,
  inWords,
  readInWords,
  wanted,
} from '../support/staff-calendars/read.ts';

const at = (date: string, from: string, to: string) => `${date} ${from}:00 to ${date} ${to}:00`;
const allDay = (date: string, next: string) => `${date} 00:00:00 to ${next} 00:00:00`;

describe('an export of Google Calendar', () => {
  test('is busy when its owner is: by series, exceptions, zones and whole days', async () => {
    expect(await readInWords(exported('google'))).toEqual([
      at('2026-11-24', '08:00', '08:30'),
      at('2026-11-25', '08:00', '08:30'),
      at('2026-11-25', '12:00', '12:30'),
      at('2026-11-26', '08:00', '08:30'),
      at('2026-11-27', '15:00', '16:00'),
      at('2026-11-30', '09:00', '09:30'),
      at('2026-12-01', '10:00', '11:00'),
      at('2026-12-02', '12:00', '12:30'),
      allDay('2026-12-03', '2026-12-05'),
      at('2026-12-09', '13:00', '14:00'),
      at('2026-12-10', '14:00', '15:00'),
      at('2026-12-15', '14:00', '14:30'),
      at('2026-12-25', '15:00', '16:00'),
      at('2026-12-28', '09:00', '09:30'),
      at('2027-01-04', '09:00', '09:30'),
    ]);
  });

  test('of somebody else counts what its owner did not decline', async () => {
    const of = await readInWords(exported('google'), { staff: 'other@example.org' });
    expect(of).toContain(at('2026-12-04', '14:00', '15:00'));
  });

  test('counts an event by the name of one of our calls, unless it is ours', async () => {
    const call = at('2026-12-08', '10:00', '10:30');
    expect(await readInWords(exported('google'))).not.toContain(call);
    expect(await readInWords(exported('google'), { isOurs: () => false })).toContain(call);
  });
});

test('an export of Outlook is read by Windows’ names of zones and by its own word for busy', async () => {
  expect(await readInWords(exported('outlook'))).toEqual([
    at('2026-11-24', '13:00', '14:00'),
    '2026-11-30 10:00:00 to 2026-11-30 11:30:00',
    at('2026-12-01', '09:00', '10:00'),
    at('2026-12-01', '13:00', '14:00'),
    allDay('2026-12-02', '2026-12-03'),
    at('2026-12-09', '09:00', '10:00'),
    at('2026-12-10', '10:00', '10:30'),
    allDay('2026-12-17', '2026-12-18'),
    at('2026-12-23', '15:00', '17:00'),
    at('2026-12-29', '13:00', '14:00'),
    at('2027-01-05', '13:00', '14:00'),
  ]);
});

test('an export of Apple’s is read with floating times, lengths, counts and zones it says nothing of', async () => {
  expect(await readInWords(exported('apple'))).toEqual([
    at('2026-11-24', '11:00', '11:45'),
    at('2026-11-26', '11:00', '11:45'),
    at('2026-11-30', '16:00', '17:00'),
    at('2026-12-01', '16:00', '17:00'),
    at('2026-12-02', '12:00', '13:00'),
    at('2026-12-02', '16:00', '17:00'),
    at('2026-12-08', '11:00', '11:45'),
    at('2026-12-10', '11:00', '11:45'),
    '2026-12-11 23:00:00 to 2026-12-12 01:00:00',
    '2026-12-13 23:00:00 to 2026-12-14 01:00:00',
    at('2026-12-16', '10:00', '11:00'),
    at('2026-12-17', '09:30', '10:30'),
    allDay('2026-12-18', '2026-12-19'),
    at('2026-12-19', '10:00', '11:00'),
    at('2026-12-22', '11:00', '11:45'),
    at('2026-12-24', '11:00', '11:45'),
    at('2027-01-05', '11:00', '11:45'),
  ]);
});

const WEEKLY = ['DTSTART:20261201T100000', 'DTEND:20261201T110000', 'RRULE:FREQ=WEEKLY'];

describe('single rules', () => {
  test.each<[string, string[], string[]]>([
    [
      'an exception for all later times moves each of them',
      [
        ...eventOf(...WEEKLY),
        ...eventOf(
          'RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T100000',
          'DTSTART:20261216T140000',
          'DTEND:20261216T143000',
        ),
      ],
      [
        at('2026-12-01', '10:00', '11:00'),
        at('2026-12-08', '10:00', '11:00'),
        at('2026-12-16', '14:00', '14:30'),
        at('2026-12-23', '14:00', '14:30'),
        at('2026-12-30', '14:00', '14:30'),
      ],
    ],
    [
      'a day is excluded from a series of hours',
      eventOf(...WEEKLY, 'EXDATE;VALUE=DATE:20261208', 'EXDATE:20261222T100000,20261229T100000'),
      [
        at('2026-12-01', '10:00', '11:00'),
        at('2026-12-15', '10:00', '11:00'),
        at('2027-01-05', '10:00', '11:00'),
      ],
    ],
    [
      'what began before the window and ends in it counts from where the window begins',
      eventOf('DTSTART:20261120T100000', 'DTEND:20261124T120000'),
      [at('2026-11-24', '00:00', '12:00')],
    ],
    [
      'a series of long events that began before the window does too',
      eventOf(
        'DTSTART:20260105T100000',
        'DTEND:20260112T090000',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261201T000000Z',
      ),
      ['2026-11-24 00:00:00 to 2026-11-30 09:00:00'],
    ],
    [
      'an event that ends before it begins takes no time',
      eventOf('DTSTART:20261201T100000', 'DTEND:20261201T090000'),
      [],
    ],
    [
      'an event without a beginning is left out, and the others count',
      [
        ...eventOf('DTEND:20261201T100000'),
        ...eventOf('DTSTART:20261202T100000Z', 'DURATION:PT15M').with(1, 'UID:other@example.org'),
      ],
      [at('2026-12-02', '10:00', '10:15')],
    ],
    [
      'an event at an hour that the change of the clocks leaves out is read by the clock before it',
      eventOf('DTSTART:20270328T013000', 'DTEND:20270328T023000'),
      [],
    ],
  ])('%s', async (_name, lines, expected) => {
    expect(await readInWords(calendarOf(lines))).toEqual(expected);
  });

  test('several calendars in one file are all read', async () => {
    const one = calendarOf(eventOf('DTSTART:20261201T100000Z', 'DTEND:20261201T110000Z'));
    const other = calendarOf(eventOf('DTSTART:20261202T100000Z', 'DTEND:20261202T110000Z'));
    expect(await readInWords(one + other)).toEqual([
      at('2026-12-01', '10:00', '11:00'),
      at('2026-12-02', '10:00', '11:00'),
    ]);
  });

  test('a calendar without events is one that is never busy', async () => {
    expect(await readInWords(calendarOf())).toEqual([]);
  });
});

describe('what is no calendar, or more than one can be', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Sign in</title><p>Sign in'],
    ['bytes', '\u0000\u0001\ufffd'.repeat(1000)],
    ['half a calendar', exported('google').slice(0, 2000)],
    ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Example\r\nEND:VCARD\r\n'],
    ['a calendar in which nothing can be read', calendarOf(eventOf('DTSTART:yesterday'))],
  ])('%s is not a calendar', async (_name, text) => {
    expect(await readInWords(text)).toBe('not a calendar');
  });

  test.each([
    ['every second', 'FREQ=SECONDLY'],
    ['every minute', 'FREQ=MINUTELY'],
    ['every hour', 'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30'],
    ['on a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['on another', 'FREQ=WEEKLY;BYMONTH=2;BYYEARDAY=300'],
  ])('an event that repeats %s is too much', async (_name, rule) => {
    const text = calendarOf(eventOf('DTSTART:20200101T100000', 'DURATION:PT1M', `RRULE:${rule}`));
    expect(await readInWords(text)).toBe('too much');
  });

  test('so are a thousand events that each are counted from long ago', async () => {
    const counted = (index: number) =>
      eventOf('DTSTART:19700101T100000', 'DURATION:PT1M', 'RRULE:FREQ=DAILY;COUNT=30000').with(
        1,
        `UID:${index}@example.org`,
      );
    const text = calendarOf(...Array.from({ length: 1000 }, (_, index) => counted(index)));
    expect(await readInWords(text)).toBe('too much');
  });

  test('a thousand that repeat every day since long ago are not, unless they are counted', async () => {
    const daily = (index: number) =>
      eventOf('DTSTART:19700101T100000', 'DURATION:PT1M', 'RRULE:FREQ=DAILY').with(
        1,
        `UID:${index}@example.org`,
      );
    const text = calendarOf(...Array.from({ length: 300 }, (_, index) => daily(index)));
    expect(await readInWords(text)).toHaveLength(300 * 43);
  });

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=YEARLY;BYWEEKNO=60',
    'FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=2',
    'FREQ=WEEKLY;INTERVAL=999999999',
    'FREQ=NEVER',
    'nonsense',
  ])('the rule %s, which has no times, comes to an end', async (rule) => {
    const text = calendarOf(eventOf('DTSTART:20200101T100000', 'DURATION:PT1M', `RRULE:${rule}`));
    const began = performance.now();
    await busyTimesIn(text, wanted());
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test('any text at all is answered', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...exported('outlook').split('\r\n')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    await checkAsync(
      'texts that are not thrown by',
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (lines) => {
        const { outcome } = await busyTimesIn(lines.join('\r\n'), wanted());
        expect(['read', 'failed']).toContain(outcome);
      }),
    );
  });
});

// The rule of a series, said again the long way: every date from its first is asked whether it is one of them.

const ZONES = { 'Europe/London': 'Europe/London', 'America/New_York': 'America/New_York' } as const;

const seriesMade = fc.record({
  first: fc
    .integer({ min: 0, max: 4800 })
    .map((days) => Temporal.PlainDate.from('2026-01-05').add({ days })),
  since: fc.oneof(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 1500 })),
  zone: fc.constantFrom(...Object.values(ZONES)),
  hour: fc.integer({ min: 4, max: 22 }),
  minutes: fc.integer({ min: 1, max: 3000 }),
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  end: fc.oneof(
    fc.constant(undefined),
    fc.record({ count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ days: fc.integer({ min: 0, max: 1600 }) }),
  ),
  excluded: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
});
type Series = typeof seriesMade extends fc.Arbitrary<infer Made> ? Made : never;

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const stamp = (date: Temporal.PlainDate, hour: number) =>
  `${date.toString().replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000`;

const weekOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });

function isOne(
  { freq, interval, weekdays }: Series,
  start: Temporal.PlainDate,
  date: Temporal.PlainDate,
) {
  if (freq === 'DAILY') return start.until(date).days % interval === 0;
  if (freq === 'WEEKLY') {
    const weeks = weekOf(start).until(weekOf(date)).days / 7;
    return weeks % interval === 0 && [...weekdays, start.dayOfWeek].includes(date.dayOfWeek);
  }
  const months = (date.year - start.year) * 12 + date.month - start.month;
  if (date.day !== start.day) return false;
  return months % (freq === 'MONTHLY' ? interval : interval * 12) === 0;
}

/** Every date of a series before another, those that are excluded apart. */
function datesOf(made: Series, start: Temporal.PlainDate, until: Temporal.PlainDate) {
  const { end, excluded } = made;
  const last = end && 'days' in end ? start.add({ days: end.days }) : until;
  const most = end && 'count' in end ? end.count : Number.POSITIVE_INFINITY;
  const dates: Temporal.PlainDate[] = [];
  for (
    let date = start;
    Temporal.PlainDate.compare(date, until) < 0 &&
    Temporal.PlainDate.compare(date, last) <= 0 &&
    dates.length < most;
    date = date.add({ days: 1 })
  ) {
    if (isOne(made, start, date)) dates.push(date);
  }
  return { dates, kept: dates.filter((_, index) => !excluded.includes(index)) };
}

function linesOf(made: Series, start: Temporal.PlainDate, dates: readonly Temporal.PlainDate[]) {
  const { zone, hour, minutes, freq, interval, weekdays, end, excluded } = made;
  const byDay = [...new Set([...weekdays, start.dayOfWeek])].map((day) => DAYS[day - 1]);
  const last = end && 'days' in end ? start.add({ days: end.days }) : undefined;
  const rule = [
    `FREQ=${freq}`,
    `INTERVAL=${interval}`,
    ...(freq === 'WEEKLY' ? [`BYDAY=${byDay.join(',')}`] : []),
    ...(end && 'count' in end ? [`COUNT=${end.count}`] : []),
    ...(last ? [`UNTIL=${stamp(last.add({ days: 1 }), 3)}Z`] : []),
  ];
  const gone = dates.filter((_, index) => excluded.includes(index));
  return eventOf(
    `DTSTART;TZID=${zone}:${stamp(start, hour)}`,
    `DURATION:PT${minutes}M`,
    `RRULE:${rule.join(';')}`,
    ...gone.map((date) => `EXDATE;TZID=${zone}:${stamp(date, hour)}`),
  );
}

/** The zones as Google writes them. */
const zoneLines = () => {
  const lines = exported('google').split('\r\n');
  return lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.lastIndexOf('END:VTIMEZONE') + 1);
};

test(
  'a series is busy on every date that its rule says, from 2026 to 2040',
  async () => {
    const zones = zoneLines();
    await checkAsync(
      'series by the long way',
      fc.asyncProperty(seriesMade, async (made) => {
        const { first, since, zone, hour, minutes } = made;
        const start = first.subtract({ days: since });
        const until = first.add({ days: 44 });
        const window = {
          start: london(`${first}T00:00`),
          end: london(`${first.add({ days: 42 })}T00:00`),
        };
        const { dates, kept } = datesOf(made, start, until);
        const expected = kept
          .map((date) => {
            const plainTime = Temporal.PlainTime.from({ hour });
            const at = date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
            return { start: at, end: at + minutes * 60_000 };
          })
          .filter((each) => each.start < window.end && window.start < each.end)
          .map((each) => ({
            start: Math.max(each.start, window.start),
            end: Math.min(each.end, window.end),
          }));
        const text = calendarOf(zones, linesOf(made, start, dates));
        const read = await busyTimesIn(text, wanted({ window }));
        if (read.outcome !== 'read') throw new Error(read.why);
        expect(inWords(read.busy)).toEqual(inWords(expected));
      }),
    );
  },
  PROPERTY_TIMEOUT,
);
