import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { type BookedAnswer, moveTo } from '../support/bookings.ts';
import { bookMonday, remindersOf } from '../support/reminders.ts';

const t = testApp();
const { runAt, subjects } = remindersOf(t);

describe('a call that moves', () => {
  const move = async ({ booking }: BookedAnswer, at: string, start: string) => {
    t.setNow(at);
    expect((await moveTo(booking, start)).status).toBe(200);
  };

  test('is reminded of at its new time, not at its old one', async () => {
    const answer = await bookMonday();
    await move(answer, '2026-11-26T12:00:00Z', '2026-12-03T10:00:00+00:00');
    expect(await runAt('2026-11-29T09:00:00Z')).toBe('0 reminded');
    expect(await runAt('2026-12-02T09:00:00Z')).toBe('1 reminded');
    expect(subjects()).toEqual(['Reminder of your discovery call: Thursday 3 December, 10am']);
  });

  test('after its reminder has another at its new time', async () => {
    const answer = await bookMonday();
    await runAt('2026-11-29T09:00:00Z');
    await move(answer, '2026-11-29T09:30:00Z', '2026-12-03T10:00:00+00:00');
    expect(await runAt('2026-12-02T09:00:00Z')).toBe('1 reminded');
    expect(subjects()).toHaveLength(2);
  });

  test('after the moment for its new time has none', async () => {
    const answer = await bookMonday();
    await move(answer, '2026-11-25T09:00:01Z', '2026-11-26T15:00:00+00:00');
    await runAt('2026-11-25T10:00:00Z');
    await runAt('2026-11-26T09:00:00Z');
    expect(subjects()).toEqual([]);
  });

  test('away and back again is reminded of once for that time', async () => {
    const answer = await bookMonday();
    const thursday = '2026-12-03T17:00:00+00:00';
    await move(answer, '2026-11-25T12:00:00Z', '2026-12-04T10:00:00+00:00');
    await move(answer, '2026-11-26T12:00:00Z', thursday);
    expect(await runAt('2026-12-02T09:00:00Z')).toBe('1 reminded');
    await move(answer, '2026-12-02T09:05:00Z', '2026-12-07T10:00:00+00:00');
    await move(answer, '2026-12-02T09:06:00Z', '2026-12-08T11:00:00+00:00');
    await move(answer, '2026-12-02T09:07:00Z', thursday);
    await runAt('2026-12-02T10:00:00Z');
    expect(subjects()).toEqual(['Reminder of your discovery call: Thursday 3 December, 5pm']);
  });
});
