import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { closedFromToday } from '#domain/hours/line-answer.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { openTimes } from '#domain/hours/open-times.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { lineInWords, namingClosed, theLine } from '#emails/blocks.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const HOURS = 'Monday to Friday, 9am to 6pm';

/** The words that an email written on a date ends with, when staff have set these. */
function written(date: string, narrowings: readonly Narrowing[]): string {
  const today = dayFromIso(date) ?? Number.NaN;
  const days = { first: today, last: today + 400 };
  const setting = { hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS };
  const closed = closedFromToday(openTimes(setting, narrowings, days), today);
  const email = { subject: '', preview: '', blocks: [theLine('01632 960 999', HOURS)] };
  return namingClosed(email, closed)
    .blocks.map((block) => (block.kind === 'line' ? lineInWords(block) : ''))
    .join();
}

const closure = (from: string, to: string): Narrowing => ({
  id: 'c',
  kind: 'closure',
  from,
  to,
  why: 'SECRET',
});

const NINE = { opens: 540, closes: 1080 };

const LINE = (closed: string) =>
  `If you would rather talk, ring 01632 960 999, ${HOURS} (UK time). ${closed}Through Relay UK, dial 18001 before the number.`;

test.each([
  ['nothing is closed', '2026-11-24', [], ''],
  [
    'two weeks ahead are closed',
    '2026-11-24',
    [closure('2026-12-07', '2026-12-18')],
    'Closed Monday 7 December to Friday 18 December. ',
  ],
  [
    'the closure has begun, and nothing says that we are closed now',
    '2026-12-09',
    [closure('2026-12-07', '2026-12-18')],
    'Closed Wednesday 9 December to Friday 18 December and Friday 25 December to Monday 28 December. ',
  ],
  [
    'it is written on the day before it',
    '2026-12-04',
    [closure('2026-12-07', '2026-12-18')],
    'Closed Monday 7 December to Friday 18 December. ',
  ],
  [
    'the closure ends beyond three weeks',
    '2026-12-14',
    [closure('2026-12-21', '2027-01-15')],
    'Closed Monday 21 December to Friday 15 January 2027. ',
  ],
  ['it is more than three weeks away', '2026-11-24', [closure('2026-12-15', '2026-12-18')], ''],
  [
    'a whole day is blocked, and hours of another',
    '2026-11-24',
    [
      { id: 'a', kind: 'block', from: '2026-11-26', to: '2026-11-26' },
      { id: 'b', kind: 'block', from: '2026-11-27', to: '2026-11-27', hours: NINE },
      {
        id: 'c',
        kind: 'block',
        from: '2026-11-30',
        to: '2026-11-30',
        hours: { opens: 540, closes: 1020 },
      },
    ],
    'Closed Thursday 26 November to Friday 27 November. ',
  ],
] as const)(
  'an email names the whole days on which we cannot be rung: %s',
  (_, date, set, closed) => {
    expect(written(date, set)).toBe(LINE(closed));
  },
);

/** The dates that words such as "Closed Friday 25 December, Monday 4 January 2027 to Friday 8 January 2027 and from Monday 11 January 2027" name. */
function named(words: string, today: Temporal.PlainDate, end: Temporal.PlainDate): Set<string> {
  const said = /\(UK time\)\. Closed (.*?)\. Through/.exec(words)?.[1] ?? '';
  const dates = new Set<string>();
  for (const part of said.split(/, | and /).filter(Boolean)) {
    const [first, last = part.startsWith('from ') ? end : first] = part
      .replace(/^from /, '')
      .split(' to ')
      .map((text) => dateOf(text, today));
    if (!(first && last)) throw new Error(part);
    for (
      let date = first;
      Temporal.PlainDate.compare(date, last) <= 0;
      date = date.add({ days: 1 })
    )
      if (date.dayOfWeek <= 5) dates.add(date.toString());
  }
  return dates;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');

function dateOf(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const [weekday = '', day, month = '', year = today.year] = text.split(' ');
  const date = Temporal.PlainDate.from({
    year: Number(year),
    month: MONTHS.indexOf(month) + 1,
    day: Number(day),
  });
  expect(DAYS[date.dayOfWeek - 1]).toBe(weekday);
  return date;
}

const SETS = fc.array(
  fc.record({
    kind: fc.constantFrom('closure', 'dated hours', 'block'),
    starts: fc.integer({ min: -30, max: 40 }),
    more: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(60) }),
    opens: fc.integer({ min: 16, max: 34 }),
    length: fc.integer({ min: 1, max: 20 }),
    whole: fc.boolean(),
    weekday: fc.option(fc.nat(4), { nil: undefined }),
  }),
  { maxLength: 4 },
);

test('the days that an email names are those of three weeks on which nobody can ring us, and no others', {
  timeout: PROPERTY_TIMEOUT,
}, () => {
  check(
    'closed days in mail against each day asked by itself',
    fc.property(fc.nat(4_000), SETS, (shift, made) => {
      const today = Temporal.PlainDate.from('2026-01-01').add({ days: shift });
      const sets = made.map((each, index): Narrowing => {
        const from = today.add({ days: each.starts });
        const span = {
          id: String(index),
          from: from.toString(),
          to: from.add({ days: each.more }).toString(),
        };
        const hours = { opens: each.opens * 30, closes: (each.opens + each.length) * 30 };
        if (each.kind === 'closure') return { ...span, kind: 'closure', why: 'SECRET' };
        if (each.kind === 'dated hours') return { ...span, kind: 'dated hours', hours };
        return {
          ...span,
          kind: 'block',
          ...(!each.whole && { hours }),
          ...(each.weekday !== undefined && { weekdays: [each.weekday] }),
          why: 'SECRET',
        };
      });
      /** Whether no half hour of a weekday is left. */
      const isClosed = (date: Temporal.PlainDate): boolean => {
        const iso = date.toString();
        if (iso in NAMED_BANK_HOLIDAYS) return true;
        const here = sets.filter(({ from, to }) => from <= iso && iso <= to);
        return Array.from({ length: 18 }, (_, half) => 540 + half * 30).every((minute) =>
          here.some((set) => {
            if (set.kind === 'closure') return true;
            const within = !set.hours || (set.hours.opens <= minute && minute < set.hours.closes);
            if (set.kind === 'dated hours') return !within;
            return within && (set.weekdays?.includes(date.dayOfWeek - 1) ?? true);
          }),
        );
      };
      const words = written(today.toString(), sets);
      const says = named(words, today, today.add({ days: 20 }));
      for (const iso of says)
        expect([iso, isClosed(Temporal.PlainDate.from(iso))]).toEqual([iso, true]);
      for (let ahead = 0; ahead <= 20; ahead += 1) {
        const date = today.add({ days: ahead });
        if (date.dayOfWeek <= 5 && isClosed(date)) expect(says).toContain(date.toString());
      }
      expect(words).not.toContain('SECRET');
    }),
  );
});
