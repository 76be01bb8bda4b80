import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { isoInstant, readStart } from '#domain/time/iso.ts';
import { instants, zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

describe('a date as text', () => {
  it.each(['2026-11-24', '2028-02-29', '1970-01-01'])('%s is read and written alike', (text) => {
    expect(isoDate(dayFromIso(text) ?? -1)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    ' 2026-01-01',
    '2026-01-01T00:00',
  ])('%j is not a date', (text) => {
    expect(dayFromIso(text)).toBeUndefined();
  });
});

describe('reading a start', () => {
  it(
    'reads back whatever is written',
    () => {
      check(
        'start written and read back',
        fc.property(instants, (instant) => {
          const second = Math.floor(instant / 1000) * 1000;
          expect(readStart(isoInstant(second))).toEqual({ outcome: 'read', at: second });
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'accepts an offset exactly when it is London’s at that instant',
    () => {
      const offsets = fc.constantFrom('+00:00', '+01:00', 'Z', '+02:00', '-01:00', '+05:30');
      check(
        'start with any offset against Temporal',
        fc.property(instants, offsets, (instant, offset) => {
          const wall = zoned(instant).toPlainDateTime().toString({ smallestUnit: 'minute' });
          const meant = Date.parse(`${wall}${offset}`);
          const right = zoned(meant).offset === (offset === 'Z' ? '+00:00' : offset);
          expect(readStart(`${wall}${offset}`).outcome).toBe(right ? 'read' : 'wrong-offset');
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it.each([
    ['2026-11-24T11:00:00+00:00', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00:00Z', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00:00.000Z', '2026-11-24T11:00:00Z'],
    ['2026-11-24T11:00+00:00', '2026-11-24T11:00:00Z'],
    ['2026-07-24T11:00:00+01:00', '2026-07-24T10:00:00Z'],
    ['2026-10-25T01:30:00+01:00', '2026-10-25T00:30:00Z'],
    ['2026-10-25T01:30:00+00:00', '2026-10-25T01:30:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(readStart(text)).toEqual({ outcome: 'read', at: Date.parse(utc) });
  });

  it.each([
    ['2026-07-24T11:00:00Z', '2026-07-24T12:00:00+01:00', 'an hour ahead'],
    ['2026-07-24T11:00:00+00:00', '2026-07-24T12:00:00+01:00', 'an hour ahead'],
    ['2026-11-24T11:00:00+01:00', '2026-11-24T10:00:00+00:00', 'keeps UTC'],
    ['2026-03-29T01:30:00+00:00', '2026-03-29T02:30:00+01:00', 'an hour ahead'],
    ['2026-03-29T01:30:00+01:00', '2026-03-29T00:30:00+00:00', 'keeps UTC'],
  ])('%s has the wrong offset, and %s is suggested', (text, suggested, season) => {
    const read = readStart(text);
    expect(read).toMatchObject({ outcome: 'wrong-offset' });
    expect(read).toHaveProperty('message', expect.stringContaining(suggested));
    expect(read).toHaveProperty('message', expect.stringContaining(season));
  });

  it.each([
    '',
    'tomorrow',
    '2026-11-24',
    '2026-11-24T11:00:00',
    '2026-11-24 11:00:00+00:00',
    '2026-11-24T11:00:00 00:00',
    '2026-11-24T11+00:00',
    '2026-11-24T24:00:00+00:00',
    '2026-11-24T11:60:00+00:00',
    '2026-11-24T11:00:60+00:00',
    '2026-11-24T11:00:00+0000',
    '2026-11-24T11:00:00-00:00',
    '2026-11-24t11:00:00z',
    '2026-02-30T11:00:00+00:00',
    '2026-11-24T11:00:00+00:00\n',
    '2026-11-24T11:00:00+00:00[Europe/London]',
  ])('%j is malformed', (text) => {
    expect(readStart(text)).toMatchObject({
      outcome: 'malformed',
      message: expect.stringContaining('2026-11-24T11:00:00+00:00'),
    });
  });

  it.each([
    '1000-01-01T11:00:00Z',
    '2019-12-31T11:00:00Z',
    '2050-01-01T11:00:00Z',
    '9999-12-31T11:00:00Z',
  ])('%s is in no year the clocks are known for', (text) => {
    expect(readStart(text)).toMatchObject({ outcome: 'unknown-year' });
  });
});
