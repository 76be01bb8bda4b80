import { expect, test } from 'vitest';
import { keptTooShort } from '#domain/settings/retention.ts';
import { DAY } from '#domain/time/day.ts';

const kept = (months: number) => ({
  'months-after-last-contact': months,
  'quarantine-days': 30,
});

test.each([
  [1, 27, undefined],
  [1, 28, 2],
  [1, 41, 2],
  [2, 41, undefined],
  [2, 58, 3],
  [12, 357, undefined],
  [12, 365, 13],
])('%i months for calls up to %i days ahead: write %s', (months, horizon, enough) => {
  const message = keptTooShort(kept(months), horizon);
  if (enough === undefined) expect(message).toBeUndefined();
  else
    expect(message).toMatch(new RegExp(`booked ${horizon} days ahead .* Write ${enough} or more`));
});

test('what it says to write is enough, and a month less is not', () => {
  for (let horizon = 1; horizon <= 365; horizon += 1) {
    const [, enough] = /Write (\d+) or more/.exec(keptTooShort(kept(1), horizon) ?? '') ?? [];
    if (enough === undefined) continue;
    expect(keptTooShort(kept(Number(enough)), horizon)).toBeUndefined();
    expect(keptTooShort(kept(Number(enough) - 1), horizon)).toBeDefined();
  }
});

test('no call within the horizon is erased before its day, whichever day it is booked on', () => {
  for (let months = 1; months <= 24; months += 1) {
    const horizon = Math.max(
      ...Array.from({ length: 366 }, (_, days) => days).filter(
        (days) => keptTooShort(kept(months), days) === undefined,
      ),
    );
    for (let start = 0; start < 366 * 4; start += 1) {
      const booked = new Date(Date.UTC(2026, 0, 1) + start * DAY);
      // As PostgreSQL adds months: a day the month does not have becomes its last.
      const erased = new Date(booked);
      erased.setUTCMonth(erased.getUTCMonth() + months, 1);
      const last = new Date(Date.UTC(erased.getUTCFullYear(), erased.getUTCMonth() + 1, 0));
      erased.setUTCDate(Math.min(booked.getUTCDate(), last.getUTCDate()));
      expect(erased.getTime()).toBeGreaterThan(booked.getTime() + horizon * DAY);
    }
  }
});
