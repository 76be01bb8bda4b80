import { is, Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '#data/schema.ts';
import { VALUE_WORDS } from '#domain/desk/held-values.ts';
import { HELD_TABLES, heldInParts, LEFT_OUT, valueInWords } from '#domain/desk/held-words.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import { INTERESTS } from '#domain/enquiry/limits.ts';

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
  ['-infinity', 'Already'],
  [
    { interests: ['open-spaces', 'not-sure'] },
    'interests: Open reflective spaces, We are not sure yet',
  ],
])('%j is said', (value, said) => {
  expect(valueInWords(value)).toBe(said);
});

/** Every column that people are told and that can hold a few names alone, with these names. */
const fewNames = Object.values<PgTable | object>(schema)
  .filter((value): value is PgTable => is(value, Table))
  .flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns
      .filter((column) => HELD_TABLES[name]?.columns[column.name] !== undefined)
      .flatMap((column) => (column.enumValues?.length ? [{ name, column }] : []));
  });

test.each(fewNames)('every name that $name.$column.name can hold is in plain words', (one) => {
  expect(Object.keys(VALUE_WORDS[one.name]?.[one.column.name] ?? {}).sort()).toEqual(
    one.column.enumValues?.toSorted(),
  );
});

test('a name is said in words where it stands for something, and no text of a person is touched', () => {
  const parts = heldInParts({
    enquiries: [
      { name: 'wrote', interests: ['groups', 'price'], message: 'closed', rhythm: 'weekly' },
    ],
    case_acts: [{ act: 'outcome', outcome: 'no answer', words: 'spoke', follow_up: '2026-12-15' }],
    submissions: [{ route: '/desk/cases/outcome' }, { route: '/api/callbacks' }],
  });
  expect(parts.map(({ things }) => things.map((thing) => thing.map(([, said]) => said)))).toEqual([
    [['wrote', `${INTERESTS.groups}, ${INTERESTS.price}`, 'Weekly', 'closed']],
    [
      [
        'We noted what came of getting in touch',
        OUTCOMES['no answer'].label,
        'spoke',
        'Tuesday 15 December 2026',
      ],
    ],
    [['A form of our staff'], ['The form that asks us to ring']],
  ]);
});
