import { instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import { type KeptRow, SUBJECT_ACCESS_TABLES } from './subject-access-tables.ts';
import { nameInWords } from './subject-access-values.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The instant before all others, as PostgreSQL writes it. */
export const ALWAYS = '-infinity';

const AS_IT_IS = (name: string) => name;

const namedInWords = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** A value as it is kept, in words, with short names as `named` has them; empty where there is none. */
export function valueInWords(value: unknown, named = AS_IT_IS): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, named)).join(', ');
  if (typeof value === 'object') {
    const lines = Object.entries(value).map(([name, each]) => [
      namedInWords(name),
      valueInWords(each, (word) => nameInWords('enquiries', name, word)),
    ]);
    return lines
      .filter(([, said]) => said !== '')
      .map((line) => line.join(': '))
      .join('\n');
  }
  if (typeof value === 'boolean') return named(String(value));
  if (typeof value !== 'string') return String(value);
  if (value === ALWAYS) return 'Already';
  // A date always has its year here: what is printed is kept.
  if (INSTANT.test(value)) return instantInWords(Date.parse(value), 0);
  return named(value);
}

/** One thing we hold, as labels and values. */
export type SubjectAccessEntry = readonly (readonly [label: string, value: string])[];

/** Instants of which the London day is what counts, by table: a letter has no time of day. */
const DAYS_OF: Readonly<Record<string, readonly string[]>> = { complaints: ['received_at'] };

const dayOfInstant = (value: unknown) => dayInWords(wallClockAt(Date.parse(String(value))).day, 0);

/** One value of a row in words; empty where there is none. */
export const cellInWords = (table: string, column: string, row: KeptRow): string =>
  DAYS_OF[table]?.includes(column)
    ? dayOfInstant(row[column])
    : valueInWords(row[column], (name) => nameInWords(table, column, name));

/** A row of a table as labels and values, but for the columns that were `told` already. */
export const rowInWords = (
  table: string,
  row: KeptRow,
  told: readonly string[] = [],
): SubjectAccessEntry =>
  Object.entries(SUBJECT_ACCESS_TABLES[table]?.columns ?? {})
    .filter(([column]) => !told.includes(column))
    .map(([column, label]) => [label, cellInWords(table, column, row)] as const)
    .filter(([, said]) => said !== '');
