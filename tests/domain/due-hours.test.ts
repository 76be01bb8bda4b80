import type { Config } from '@netlify/functions';
import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDueHour, type ScheduleName } from '#domain/schedules/due-hours.ts';
import { config as deliver } from '../../netlify/functions/job-deliver.ts';
import { config as digest } from '../../netlify/functions/job-digest.ts';
import { config as erase } from '../../netlify/functions/job-erase.ts';
import { config as remind } from '../../netlify/functions/job-remind.ts';
import { instants, london, zoned } from '../support/london.ts';

const CONFIGS: Readonly<Record<ScheduleName, Config>> = { deliver, remind, digest, erase };
const NAMES = Object.keys(CONFIGS) as ScheduleName[];

const cronOf = (name: ScheduleName) => {
  const config = CONFIGS[name];
  const schedule = ('schedule' in config && config.schedule) || '';
  return new Cron(schedule, { timezone: 'UTC', paused: true });
};

/** The hours a schedule is due in, on a weekday and at a weekend, as docs/decisions/0031 has them. */
const HOURS: Readonly<Record<ScheduleName, readonly [weekday: string, weekend: string]>> = {
  deliver: ['0 3 6 9 10 11 12 13 14 15 16 17 18 21', '0 3 6 9 12 15 18 21'],
  remind: ['0 3 6 9 10 11 12 13 14 15 16 17 18 21', '0 3 6 9 12 15 18 21'],
  digest: ['8 9 10 11', '9'],
  erase: ['0 3 6', '0 3 6'],
};

const hoursOn = (name: ScheduleName, instant: number) => {
  const { dayOfWeek } = zoned(instant);
  return (HOURS[name][dayOfWeek <= 5 ? 0 : 1] ?? '').split(' ').map(Number);
};

/** The calls of a schedule from an instant on, for a day and more. */
function callsFrom(name: ScheduleName, from: number): number[] {
  const cron = cronOf(name);
  const calls: number[] = [];
  for (
    let at = cron.nextRun(new Date(from - 1));
    at && at.getTime() < from + 26 * 3_600_000;
    at = cron.nextRun(at)
  ) {
    calls.push(at.getTime());
  }
  return calls;
}

/** Midnight in London at the start of an instant’s day, and of the next. */
const dayAround = (instant: number) => {
  const start = zoned(instant).startOfDay();
  return [start.epochMilliseconds, start.add({ days: 1 }).epochMilliseconds] as const;
};

describe('the hours a schedule looks in', () => {
  test.each(NAMES)('%s: once in each hour of its own, whatever the day and the clocks', (name) => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [from, to] = dayAround(instant);
        const due = callsFrom(name, from)
          .filter((at) => at < to && isDueHour(name, at))
          .map((at) => zoned(at).hour);
        expect([...new Set(due)]).toEqual(hoursOn(name, instant));
        // Only the hour that comes twice when the clocks go back may be looked in twice, and none of these is it.
        expect(new Set(due).size).toBe(due.length);
      }),
    );
  });

  test.each([
    ['2026-11-26T07:58', true],
    ['2026-11-26T08:40', true],
    ['2026-11-26T07:50', false],
    ['2026-11-26T12:10', false],
  ])('a call at %s, a little before or after the hour, counts as it is meant', (wall, due) => {
    expect(isDueHour('digest', london(wall))).toBe(due);
  });

  // The host lets the database sleep after five idle minutes. What a run itself takes is a generous minute.
  test.each([
    ['a weekday', '2026-11-26T12:00', 120],
    ['a weekday in summer', '2026-07-16T12:00', 120],
    ['a Sunday', '2026-11-29T12:00', 60],
  ])('on a quiet day, %s, keep the database awake for two hours at most', (_, noon, most) => {
    const [from, to] = dayAround(london(noon));
    const wakes = new Set(
      NAMES.flatMap((name) => callsFrom(name, from).filter((at) => at < to && isDueHour(name, at))),
    );
    expect(wakes.size * (5 + 1)).toBeLessThanOrEqual(most);
  });
});
