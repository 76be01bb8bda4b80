import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { closedAhead } from '#domain/hours/closed-ahead.ts';
import { dayFromIso } from '#domain/time/day.ts';

const WEEKDAYS = [0, 1, 2, 3, 4];

const dayOf = (date: Temporal.PlainDate) => dayFromIso(date.toString()) ?? Number.NaN;

/** Three weeks from a date, open on weekdays but for those named. */
const from = (
  today: string,
  closed: readonly string[],
  weekdays = WEEKDAYS,
  next: string | undefined = undefined,
) => {
  const first = Temporal.PlainDate.from(today);
  const dates = Array.from({ length: 21 }, (_, days) => first.add({ days }));
  const open = dates.filter(
    (date) => weekdays.includes(date.dayOfWeek - 1) && !closed.includes(date.toString()),
  );
  return closedAhead({
    days: dates.map(dayOf),
    open: new Set(open.map(dayOf)),
    weekdays,
    next: next === undefined ? undefined : dayFromIso(next),
  });
};

const span = (first: string, last: string): string[] => {
  const end = Temporal.PlainDate.from(last);
  const dates: string[] = [];
  for (
    let date = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(date, end) <= 0;
    date = date.add({ days: 1 })
  ) {
    dates.push(date.toString());
  }
  return dates;
};

describe('the days ahead on which the line is closed', () => {
  it.each([
    ['nothing is out of the ordinary', '2026-11-24', [], ''],
    ['one day', '2026-12-14', ['2026-12-25'], 'Closed Friday 25 December'],
    [
      'two bank holidays, a weekend between them',
      '2026-12-14',
      ['2026-12-25', '2026-12-28'],
      'Closed Friday 25 December to Monday 28 December',
    ],
    [
      'days apart, and the year that follows',
      '2026-12-21',
      ['2026-12-25', '2027-01-01'],
      'Closed Friday 25 December and Friday 1 January 2027',
    ],
    [
      'two weeks',
      '2026-11-24',
      span('2026-11-30', '2026-12-11'),
      'Closed Monday 30 November to Friday 11 December',
    ],
    [
      'a span that goes on beyond what is known',
      '2026-11-24',
      span('2026-12-07', '2026-12-31'),
      'Closed from Monday 7 December',
    ],
    [
      'a span under way, which whether it is open now says',
      '2026-12-01',
      span('2026-12-01', '2026-12-11'),
      '',
    ],
  ])('%s', (_, today, closed, words) => {
    expect(from(today, closed)).toBe(words);
  });

  it('say nothing of a day of the week on which it is never open', () => {
    expect(from('2026-11-24', [], [0, 1, 2, 3])).toBe('');
  });

  it.each([
    [
      'ends on the last day known',
      span('2026-12-07', '2026-12-14'),
      '2026-12-15',
      'Closed Monday 7 December to Monday 14 December',
    ],
    [
      'goes on beyond what is known',
      span('2026-12-07', '2026-12-31'),
      '2026-12-21',
      'Closed Monday 7 December to Friday 18 December',
    ],
    [
      'goes on into the year that follows',
      span('2026-12-11', '2026-12-31'),
      '2027-01-04',
      'Closed Friday 11 December to Friday 1 January 2027',
    ],
    ['is the last day known alone', ['2026-12-14'], '2026-12-15', 'Closed Monday 14 December'],
    ['ended before', ['2026-12-11'], '2026-12-15', 'Closed Friday 11 December'],
    [
      'began before today: whether it is open now says it',
      span('2026-11-24', '2026-12-31'),
      '2027-01-04',
      '',
    ],
  ])('have an end where the next opening is known, of a span that %s', (_, closed, next, words) => {
    expect(from('2026-11-24', closed, WEEKDAYS, next)).toBe(words);
  });

  it('end on a day of the week on which it is open as a rule', () => {
    expect(from('2026-11-24', span('2026-12-07', '2026-12-31'), [0, 1, 2], '2026-12-21')).toBe(
      'Closed Monday 7 December to Wednesday 16 December',
    );
  });

  it('are none while no day is open, whatever is known', () => {
    expect(from('2026-11-24', span('2026-11-24', '2026-12-31'))).toBe('');
  });

  it('are named from their first to their last, wherever in the three weeks they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 5 }),
        (shift, begins, more) => {
          const today = Temporal.PlainDate.from('2026-01-01').add({ days: shift });
          const first = today.add({ days: begins });
          const last = first.add({ days: more });
          const ruled = (date: Temporal.PlainDate) => date.dayOfWeek <= 5;
          const closed = span(first.toString(), last.toString());
          const before = span(today.toString(), first.subtract({ days: 1 }).toString());
          const named = closed.map((date) => Temporal.PlainDate.from(date)).filter(ruled);
          const words = from(today.toString(), closed);
          const wasOpen = before.map((date) => Temporal.PlainDate.from(date)).some(ruled);
          const inWords = (date: Temporal.PlainDate) =>
            date
              .toLocaleString('en-GB', {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                ...(date.year !== today.year && { year: 'numeric' }),
              })
              .replace(',', '');
          const [one, ...others] = wasOpen ? named.map(inWords) : [];
          const end = others.at(-1);
          const meant = `Closed ${one}${end === undefined ? '' : ` to ${end}`}`;
          expect(words).toBe(one === undefined ? '' : meant);
        },
      ),
    );
  });
});
