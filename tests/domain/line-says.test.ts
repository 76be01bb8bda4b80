import { expect, it } from 'vitest';
import { lineSays } from '#domain/hours/line-says.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { openTimes } from '#domain/hours/open-times.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';

it('says when the line opens next after a closure of more than the three weeks that are answered', () => {
  const away: Narrowing = {
    id: 'x',
    kind: 'closure',
    from: '2026-11-24',
    to: '2027-01-01',
    why: 'Away',
  };
  const days = { first: dayFromIso('2026-11-24') ?? 0, last: dayFromIso('2027-01-31') ?? 0 };
  const week = { hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS };
  expect(lineSays(openTimes(week, [away], days), london('2026-11-24T10:00'))).toBe(
    'Closed now, opens Monday 4 January 2027 9am',
  );
});
