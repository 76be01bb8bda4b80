import { is, Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '#data/schema.ts';
import { HELD_TABLES, LEFT_OUT, valueInWords } from '#domain/desk/held-words.ts';

/** Every table whose rows are about a case, and its columns. */
const about = Object.values<PgTable | object>(schema)
  .filter((value): value is PgTable => is(value, Table))
  .map((table) => getTableConfig(table))
  .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
  .filter(
    ({ name, columns }) =>
      name === 'cases' || name === 'delivery_reports' || columns.includes('case_id'),
  );

test('there are such tables', () => {
  expect(about.map(({ name }) => name)).toEqual(expect.arrayContaining(['cases', 'case_joins']));
});

test.each(about)(
  'every column of $name is told of, or left out on purpose, and not both',
  (table) => {
    const told = Object.keys(HELD_TABLES[table.name]?.columns ?? {}).filter(
      // Made from the payload, which holds more than what the message says.
      (column) => column !== 'waiting',
    );
    const known = [...told, ...(LEFT_OUT[table.name] ?? [])];
    expect(known.sort()).toEqual(table.columns.toSorted());
  },
);

test.each([
  [null, ''],
  ['2026-11-24T10:00:00+00:00', 'Tuesday 24 November 2026, 10am'],
  [['groups', 'training'], 'groups, training'],
  [{ phoneNumber: '01632 960 001', role: null }, 'phone number: 01632 960 001'],
  [0, '0'],
  ['2026-12-15', '2026-12-15'],
])('%j is said', (value, said) => {
  expect(valueInWords(value)).toBe(said);
});
