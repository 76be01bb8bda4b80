import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interval } from '#domain/hours/openings.ts';
import { busyTimesIn, type Wanted } from '#services/calendars/busy-times-in.ts';
import { london, zoned } from '../london.ts';

/** A calendar as one of the three programs exports it. */
export const exported = (program: 'google' | 'outlook' | 'apple'): string =>
  readFileSync(join(import.meta.dirname, `${program}.ics`), 'utf8');

/** What is wanted of a calendar: from Tuesday 24 November 2026 for six weeks, unless told otherwise. */
export const wanted = (overrides: Partial<Wanted> = {}): Wanted => ({
  window: { start: london('2026-11-24T00:00'), end: london('2027-01-06T00:00') },
  staff: 'member@example.org',
  isOurs: (uid) => uid.endsWith('@service.example.org'),
  ...overrides,
});

const wall = (instant: number) => zoned(instant).toPlainDateTime().toString().replace('T', ' ');

/** Busy times as London's clock has them, in order. */
export const inWords = (busy: readonly Interval[]): string[] =>
  busy
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
    .map(({ start, end }) => `${wall(start)} to ${wall(end)}`);

/** What is read from a calendar, in words; its failure where it cannot be read. */
export async function readInWords(text: string, overrides?: Partial<Wanted>) {
  const read = await busyTimesIn(text, wanted(overrides));
  return read.outcome === 'read' ? inWords(read.busy) : read.why;
}

/** A calendar of some events and zones, each given by its lines. */
export const calendarOf = (...parts: readonly string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    ...parts.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** An event of a calendar, by the lines that matter. */
export const eventOf = (...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:event@example.org',
  'DTSTAMP:20261120T081500Z',
  ...lines,
  'END:VEVENT',
];
