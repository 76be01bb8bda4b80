import { describe, expect, test } from 'vitest';
import { openCase } from '#services/cases/case.ts';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';

const t = testApp();
const { randomBytes, uuid } = chanceFor('rows of bookings');

/** Writes a row past every rule of the code, as a slip at a console would; returns the constraint that refuses it. */
async function refusedBy(row: {
  from: string;
  to: string;
  line?: number | null;
  held?: string | null;
  kind?: string;
  cancelled?: boolean;
}) {
  const { from, to, line = 1, held = to, kind = 'callback', cancelled = false } = row;
  const { id } = await t.app.database.transaction((tx) => openCase(t.app, tx, false));
  try {
    await t.app.database.query(
      `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, line, during, name, phone, uid, stamp, created_at, cancelled_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8::timestamptz IS NOT NULL THEN tstzrange($5, $8) END,
         'A. Person', '01632 960 001', $9, now(), now(), $10)`,
      [
        uuid(),
        id,
        randomBytes(32),
        kind,
        new Date(from),
        new Date(to),
        line,
        held && new Date(held),
        id,
        cancelled ? new Date() : null,
      ],
    );
    return undefined;
  } catch (error) {
    return (error as { constraint?: string }).constraint;
  }
}

describe('the database itself refuses a call', () => {
  test.each([
    ['on a Saturday', '2026-11-28T11:00Z', '2026-11-28T11:30Z', 'bookings_on_weekdays'],
    ['on a Sunday', '2026-11-29T11:00Z', '2026-11-29T11:30Z', 'bookings_on_weekdays'],
    ['before 9am in winter', '2026-11-25T08:59Z', '2026-11-25T09:29Z', 'bookings_within_hours'],
    ['before 9am in summer', '2026-07-15T07:59Z', '2026-07-15T08:29Z', 'bookings_within_hours'],
    ['past 6pm in winter', '2026-11-25T17:31Z', '2026-11-25T18:01Z', 'bookings_within_hours'],
    ['past 6pm in summer', '2026-07-15T16:31Z', '2026-07-15T17:01Z', 'bookings_within_hours'],
    ['overnight', '2026-11-25T17:00Z', '2026-11-26T10:00Z', 'bookings_within_hours'],
    [
      'that ends before it starts',
      '2026-11-25T12:00Z',
      '2026-11-25T11:00Z',
      'bookings_within_hours',
    ],
  ])('%s', async (_, from, to, constraint) => {
    expect(await refusedBy({ from, to, line: null, held: null, cancelled: true })).toBe(constraint);
  });

  test.each([
    ['the first of the day in winter', '2026-11-25T09:00Z', '2026-11-25T09:30Z'],
    ['the last of the day in winter', '2026-11-25T17:30Z', '2026-11-25T18:00Z'],
    ['the first of the day in summer', '2026-07-15T08:00Z', '2026-07-15T08:30Z'],
    ['the last of the day in summer', '2026-07-15T16:30Z', '2026-07-15T17:00Z'],
    ['on the Monday the clocks have gone forward', '2027-03-29T08:00Z', '2027-03-29T08:30Z'],
    ['on the Friday before', '2027-03-26T09:00Z', '2027-03-26T09:30Z'],
  ])('but not %s', async (_, from, to) => {
    expect(await refusedBy({ from, to })).toBeUndefined();
  });

  test('that overlaps another on its line, of whichever kind, the gap included', async () => {
    const held = '2026-11-25T12:00Z';
    const kind = 'discovery-call';
    expect(
      await refusedBy({ from: '2026-11-25T11:00Z', to: '2026-11-25T11:30Z', held, kind }),
    ).toBeUndefined();
    const inTheGap = { from: '2026-11-25T11:45Z', to: '2026-11-25T12:15Z' };
    expect(await refusedBy(inTheGap)).toBe('bookings_one_at_a_time');
    expect(await refusedBy({ ...inTheGap, line: 2 })).toBeUndefined();
    expect(await refusedBy({ from: '2026-11-25T12:00Z', to: '2026-11-25T12:30Z' })).toBeUndefined();
  });

  test('that holds no time without a reason, or holds time it should not', async () => {
    const time = { from: '2026-11-25T11:00Z', to: '2026-11-25T11:30Z' };
    expect(await refusedBy({ ...time, line: null, held: null })).toBe('bookings_hold_time');
    expect(await refusedBy({ ...time, cancelled: true })).toBe('bookings_hold_time');
    expect(await refusedBy({ ...time, line: null })).toBe('bookings_hold_time');
    expect(await refusedBy({ ...time, held: '2026-11-25T11:15Z' })).toBe(
      'bookings_hold_their_own_time',
    );
  });
});
