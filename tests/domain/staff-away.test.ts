import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarAddressSchema } from '#domain/calendars/calendar-address.ts';
import { isDue, stands } from '#domain/calendars/calendar-reading.ts';
import { staffAway } from '#domain/calendars/staff-away.ts';
import { check } from '../support/properties.ts';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -3, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('when too few of the staff are free', () => {
  test.each([
    ['one of one who is busy', 1, 1, [[[9, 10]]], [[9, 10]]],
    ['one of two who is busy', 2, 1, [[[9, 10]]], []],
    ['two of two, while both are', 2, 1, [[[9, 11]], [[10, 12]]], [[10, 11]]],
    ['one of two, where two calls are taken at once', 2, 2, [[[9, 11]], [[10, 12]]], [[9, 12]]],
    [
      'one who is busy twice over counts once',
      2,
      1,
      [
        [
          [9, 11],
          [10, 12],
        ],
      ],
      [],
    ],
    ['a shared address, under which two calls are taken at once', 1, 2, [[[9, 10]]], [[9, 10]]],
    ['nobody, where nobody gave a calendar', 1, 1, [], []],
    [
      'one after another without a gap is one stretch',
      1,
      1,
      [
        [
          [9, 10],
          [10, 11],
        ],
      ],
      [[9, 11]],
    ],
  ])('%s', (_name, staff, callsAtOnce, lists, expected) => {
    const busy = lists.map((theirs) => theirs.map(([start = 0, end = 0]) => ({ start, end })));
    const away = staffAway(busy, { staff, callsAtOnce });
    expect(away.map(({ start, end }) => [start, end])).toEqual(expected);
  });

  test('is each moment at which that is so and no other, in order and apart', () => {
    check(
      'moments of staff who are away',
      fc.property(
        fc.array(fc.array(stretch, { maxLength: 5 }), { maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (busy, others, callsAtOnce) => {
          const staff = busy.length + others;
          const away = staffAway(busy, { staff, callsAtOnce });
          for (let at = -1; at < 90; at += 0.5) {
            const isIn = ({ start, end }: { start: number; end: number }) =>
              start <= at && at < end;
            const people = Math.max(staff, callsAtOnce);
            const free = people - busy.filter((theirs) => theirs.some(isIn)).length;
            expect(away.some(isIn), `at ${at}`).toBe(free < callsAtOnce);
          }
          for (const [index, one] of away.entries()) {
            expect(one.start).toBeLessThan(one.end);
            expect(one.end).toBeLessThan(away[index + 1]?.start ?? Number.POSITIVE_INFINITY);
          }
        },
      ),
    );
  });
});

const MINUTE = 60_000;

test.each([
  ['just read', 0, 0, false, false],
  ['a quarter of an hour old', 15, 15, false, false],
  ['older', 15.1, 15.1, false, true],
  ['older, and tried a moment ago without success', 300, 0.5, true, false],
  ['older, and tried a while ago without success', 300, 1.1, true, true],
  ['young, though it was tried since without success', 10, 2, true, false],
])('a reading that is %s', (_name, readAgo, triedAgo, failing, due) => {
  const now = Date.parse('2026-11-24T10:00Z');
  const readings = { readAt: now - readAgo * MINUTE, triedAt: now - triedAgo * MINUTE, failing };
  expect(isDue(readings, now)).toBe(due);
});

test('a reading stands for a day', () => {
  const readAt = Date.parse('2026-11-24T10:00Z');
  expect(stands({ readAt }, readAt + 24 * 60 * MINUTE)).toBe(true);
  expect(stands({ readAt }, readAt + 24 * 60 * MINUTE + 1)).toBe(false);
});

describe('the address of a calendar', () => {
  const read = (typed: unknown) => {
    const { data, error } = CalendarAddressSchema.safeParse(typed);
    return data ?? error?.issues[0]?.message;
  };

  test.each([
    ['https://calendar.example.org/ical/a%40b/private-0/basic.ics', undefined],
    ['  https://calendar.example.org/a.ics ', 'https://calendar.example.org/a.ics'],
    [
      'webcal://p01-caldav.example.org/published/2/x',
      'https://p01-caldav.example.org/published/2/x',
    ],
    ['HTTPS://Calendar.Example.org/a#b', 'https://calendar.example.org/a'],
    ['https://calendar.example.org:443/a', 'https://calendar.example.org/a'],
  ])('%j is taken', (typed, address = typed) => {
    expect(read(typed)).toBe(address);
  });

  test.each([
    ['', 'Paste the secret address of your calendar.'],
    [undefined, 'Paste the secret address of your calendar.'],
    ['my calendar', 'Paste the whole address, from https:// on.'],
    ['http://calendar.example.org/a', 'Use an address that begins with https:// or webcal://.'],
    ['ftp://calendar.example.org/a', 'Use an address that begins with https:// or webcal://.'],
    ['file:///etc/passwd', 'Use an address that begins with https:// or webcal://.'],
    [
      'https://user:secret@calendar.example.org/',
      'Use an address without a name and password in it.',
    ],
    ['https://calendar.example.org:8443/a', 'Use an address without a port.'],
    ['https://127.0.0.1/a', 'Use an address on the public internet.'],
    ['https://2130706433/a', 'Use an address on the public internet.'],
    ['https://0x7f.1/a', 'Use an address on the public internet.'],
    ['https://[::1]/a', 'Use an address on the public internet.'],
    ['https://[::ffff:10.0.0.1]/a', 'Use an address on the public internet.'],
    ['https://localhost/a', 'Use an address on the public internet.'],
    ['https://db.internal/a', 'Use an address on the public internet.'],
    ['https://printer.local./a', 'Use an address on the public internet.'],
    [
      `https://calendar.example.org/${'a'.repeat(2000)}`,
      'Use an address of up to 2000 characters.',
    ],
  ])('%j is refused', (typed, message) => {
    expect(read(typed)).toBe(message);
  });
});
