import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isoInstant } from '#domain/time/iso.ts';
import { ownTime, placeOfZone } from '#domain/time/own-time.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const ZONES = [
  ['America/New_York', 'New York'],
  ['Asia/Kolkata', 'Kolkata'],
  ['Pacific/Auckland', 'Auckland'],
  ['Europe/Lisbon', 'Lisbon'],
  ['America/Los_Angeles', 'Los Angeles'],
  ['Europe/London', 'London'],
] as const;

const ownZone = process.env['TZ'];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

/** What is said of an instant where the machine's clock shows the time of a zone. */
function ownTimeIn(timeZone: string, instant: number): string | undefined {
  if (process.env['TZ'] !== timeZone) process.env['TZ'] = timeZone;
  return ownTime(isoInstant(instant));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string) {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** Read another way than the site does: by twelve hours, part by part. */
function saidByIntl(timeZone: string, instant: number): { day: string; clock: string } {
  const parts = clockOf(timeZone).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const minute = of('minute') === '00' ? '' : `:${of('minute')}`;
  const clock = `${of('hour')}${minute}${of('dayPeriod').toLowerCase()}`;
  return { day: of('weekday'), clock };
}

const NAMED: Readonly<Record<string, string>> = { '12am': 'midnight', '12pm': 'midday' };

function expected(timeZone: string, instant: number): string | undefined {
  const own = saidByIntl(timeZone, instant);
  const london = saidByIntl('Europe/London', instant);
  const clock = NAMED[own.clock] ?? own.clock;
  if (own.day === london.day) return own.clock === london.clock ? undefined : clock;
  return clock === 'midnight' ? `midnight, start of ${own.day}` : `${clock} ${own.day}`;
}

/** Three weeks around every change of the clocks in London and New York in 2026 and 2027, and in Auckland's. */
const AROUND = ['2026-03-08', '2026-03-29', '2026-10-25', '2027-03-14', '2027-03-28', '2027-10-31'];

describe.each(ZONES)('a reader in %s', (timeZone, place) => {
  test('is told what Intl says, every half hour for three weeks around each change of the clocks', () => {
    for (const date of AROUND) {
      const from = Date.parse(date) - 10 * 864e5;
      for (let instant = from; instant < from + 21 * 864e5; instant += 18e5) {
        const at = new Date(instant).toISOString();
        if (ownTimeIn(timeZone, instant) === expected(timeZone, instant)) continue;
        expect(ownTimeIn(timeZone, instant), at).toBe(expected(timeZone, instant));
      }
    }
  });

  test('is told whose time it is', () => {
    expect(placeOfZone(timeZone)).toBe(place);
  });
});

test.each([
  ['America/New_York', '2026-12-01T10:00Z', '5am'],
  ['America/New_York', '2026-10-28T10:00Z', '6am'],
  ['Asia/Kolkata', '2026-12-01T11:00Z', '4:30pm'],
  ['Pacific/Auckland', '2026-11-25T11:00Z', 'midnight, start of Thu'],
  ['Pacific/Auckland', '2026-11-25T14:30Z', '3:30am Thu'],
  ['America/Los_Angeles', '2026-12-01T20:00Z', 'midday'],
  ['Europe/Lisbon', '2026-12-01T10:00Z', undefined],
  ['Europe/London', '2026-07-01T10:00Z', undefined],
  ['Atlantic/Reykjavik', '2027-06-01T10:00Z', '10am'],
])('in %s, %s is %s', (timeZone, instant, words) => {
  expect(ownTimeIn(timeZone, Date.parse(instant))).toBe(words);
});

test('any instant, in any zone the machine knows', { timeout: PROPERTY_TIMEOUT }, () => {
  check(
    'own time against Intl',
    fc.property(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2040-01-01') }),
      (timeZone, instant) => {
        const minute = instant - (instant % 60_000);
        expect(ownTimeIn(timeZone, minute)).toBe(expected(timeZone, minute));
      },
    ),
  );
});

test('a place that was renamed is called what it is called now', () => {
  expect(placeOfZone('Asia/Calcutta')).toBe('Kolkata');
  expect(placeOfZone('Europe/Kiev')).toBe('Kyiv');
  expect(placeOfZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(placeOfZone('UTC')).toBe('UTC');
});
