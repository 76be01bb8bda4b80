import { is, Table } from 'drizzle-orm';
import { boolean, getTableConfig, type PgColumn, type PgTable, pgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '#data/schema.ts';
import { valueInWords } from '#domain/desk/subject-access-rows.ts';
import { LEFT_OUT, SUBJECT_ACCESS_TABLES } from '#domain/desk/subject-access-tables.ts';
import { VALUE_WORDS } from '#domain/desk/subject-access-values.ts';
import { subjectAccessInParts } from '#domain/desk/subject-access-words.ts';
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
    const told = Object.keys(SUBJECT_ACCESS_TABLES[table.name]?.columns ?? {}).filter(
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
    'interests: Open reflective spaces, You are not sure yet',
  ],
])('%j is said', (value, said) => {
  expect(valueInWords(value)).toBe(said);
});

/** The few names that a column can hold alone, which need words: those of a boolean are its two values. */
const namesIn = (column: Pick<PgColumn, 'enumValues' | 'getSQLType'>): string[] =>
  column.getSQLType() === 'boolean' ? ['false', 'true'] : (column.enumValues ?? []).toSorted();

/** Every column that people are told and that can hold a few names alone, with these names. */
const fewNames = Object.values<PgTable | object>(schema)
  .filter((value): value is PgTable => is(value, Table))
  .flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns
      .filter((column) => SUBJECT_ACCESS_TABLES[name]?.columns[column.name] !== undefined)
      .map((column) => ({
        ...{ table: name, column: column.name, where: `${name}.${column.name}` },
        names: namesIn(column),
      }))
      .filter(({ names }) => names.length > 0);
  });

test.each(fewNames)('every name that $where can hold is in plain words', (one) => {
  const { table, column, where, names } = one;
  expect(
    Object.keys(VALUE_WORDS[table]?.[column] ?? {}).sort(),
    `Say each name of ${where} in VALUE_WORDS, in src/domain/desk/subject-access-values.ts`,
  ).toEqual(names);
});

test('a boolean needs words for both of its values, and is told in them', () => {
  const { columns } = getTableConfig(pgTable('cases', { paid: boolean('paid') }));
  expect(columns.flatMap(namesIn)).toEqual(['false', 'true']);
  const words: Readonly<Record<string, string>> = { false: 'Not paid', true: 'Paid' };
  const named = (name: string) => words[name] ?? name;
  expect([false, true].map((value) => valueInWords(value, named))).toEqual(['Not paid', 'Paid']);
});

const NOW = Date.parse('2026-12-01T09:40:00Z');

type Rows = Parameters<typeof subjectAccessInParts>[0];

/** Everything that a page of these rows says, part by part. */
const partsOf = (rows: Rows) =>
  subjectAccessInParts(rows, NOW).map(({ heading, things, lines }) => ({
    heading,
    said: [
      ...things.flatMap((thing) => thing.map((pair) => pair.join(': '))),
      ...lines.flatMap(({ when, what, more }) => [
        `${when}: ${what}`,
        ...more.map((pair) => pair.join(': ')),
      ]),
    ],
  }));

const saidOf = (rows: Rows) => partsOf(rows).flatMap(({ said }) => said);

test('a name is said in words where it stands for something, and no text of a person is touched', () => {
  const at = '2026-12-01T09:34:00Z';
  const parts = partsOf({
    enquiries: [
      { name: 'wrote', interests: ['training', 'price'], message: 'closed', rhythm: 'weekly' },
    ],
    case_acts: [
      {
        ...{ at, act: 'outcome', outcome: 'left a message', words: 'spoke', actor: 'staff' },
        follow_up: '2026-12-15',
      },
    ],
    submissions: [
      { route: '/desk/cases/outcome', created_at: at },
      { route: '/api/callbacks', created_at: at },
    ],
  });
  expect(parts).toEqual([
    {
      heading: 'What you told us',
      said: [
        'Name: wrote',
        `Interested in: Training your own facilitators, ${INTERESTS.price}`,
        'How often: Weekly',
        'Message: closed',
      ],
    },
    {
      heading: 'What has happened',
      said: [
        'Tuesday 1 December 2026, 9:34am: We noted what came of getting in touch: “We left you a message”',
        'What we wrote: spoke',
        'To be looked at again on: Tuesday 15 December 2026',
      ],
    },
    {
      heading: 'Forms we remember for two days at most, so that one sent twice counts once',
      said: [
        'Tuesday 1 December 2026, 9:34am: A form of our staff',
        'Tuesday 1 December 2026, 9:34am: The form that asks us to ring',
      ],
    },
  ]);
});

test.each([
  [
    { because: 'call', since: '2026-12-02T14:00:00Z', from: '2026-12-02T14:30:00Z' },
    'A call is due on Wednesday 2 December 2026, 2pm. From Wednesday 2 December 2026, 2:30pm you wait for us to note the outcome.',
  ],
  [
    { because: 'call', since: '2026-12-01T09:30:00Z', from: '2026-12-01T10:00:00Z' },
    'A call began on Tuesday 1 December 2026, 9:30am. From Tuesday 1 December 2026, 10am you wait for us to note the outcome.',
  ],
  [
    { because: 'call', since: '2026-11-30T14:00:00Z', from: '2026-11-30T14:30:00Z' },
    'You wait for us since Monday 30 November 2026, 2pm: a call was due, and we have not noted the outcome. It came onto our list on Monday 30 November 2026, 2:30pm.',
  ],
  [
    { because: 'wrote', since: '2026-11-30T14:00:00Z', from: '-infinity' },
    'You wait for us since Monday 30 November 2026, 2pm: you got in touch, or changed something.',
  ],
  [
    { because: 'follow-up', since: '2026-12-15T00:00:00Z', from: '2026-12-15T00:00:00Z' },
    'We mean to get back to you on Tuesday 15 December 2026, and look at it from Tuesday 15 December 2026.',
  ],
  [
    { because: 'no answer', since: '2026-11-30T14:00:00Z', from: '2026-12-04T00:00:00Z' },
    'On Monday 30 November 2026, 2pm we tried to reach you, and nobody answered. We look at it again from Friday 4 December 2026, midnight, if not before.',
  ],
])('what a case waits for is said in the tense of now: %j', ({ because, since, from }, said) => {
  const row = { waits_because: because, waiting_since: since, waits_from: from };
  expect(saidOf({ cases: [row] })).toEqual([`What is to be done: ${said}`]);
});

test('an email says to whom it went, and of whose mail service a report is', () => {
  const at = '2026-12-01T09:34:00Z';
  const sent = { created_at: at, attempts: 1, first_attempt_at: at, sent_at: at };
  const report = { type: 'email.delivered', reported_at: at, received_at: at };
  const rows = {
    messages: [
      { ...sent, kind: 'link from the desk', audience: 'enquirer', provider_id: 'a' },
      { ...sent, kind: 'enquiry notice', audience: 'staff', provider_id: 'b' },
    ],
    delivery_reports: [
      { ...report, provider_id: 'b' },
      { ...report, provider_id: 'a' },
    ],
  };
  const when = 'Tuesday 1 December 2026, 9:34am';
  expect(saidOf(rows)).toEqual([
    `${when}: To you: your link`,
    `Sent: ${when}, at the first try`,
    `It arrived at your mail service: ${when}`,
    `${when}: To our own staff: enquiry notice`,
    `Sent: ${when}, at the first try`,
    `It arrived at our own mail service: ${when}`,
  ]);
});

/** Columns of which only names that are known have words, such a name, and its words. */
const NAMED: Readonly<Record<string, readonly [name: string, words: string]>> = {
  'withheld_mail.kind': ['link again', 'link, which was asked for again'],
  'submissions.route': ['/api/callbacks', 'The form that asks us to ring'],
};

/** A value for a column that is like no other: an instant of its own where it keeps one. */
function markOf(
  table: string,
  column: { name: string; getSQLType(): string },
  index: number,
): unknown {
  const type = column.getSQLType();
  const known = NAMED[`${table}.${column.name}`];
  if (known !== undefined) return known[0];
  if (type.startsWith('timestamp')) return new Date(NOW - index * 86_400_000).toISOString();
  if (type === 'json') return { role: `mark-${index}` };
  if (type === 'text[]') return [`mark-${index}`];
  if (type === 'integer' || type === 'bigint' || type === 'smallint') return 1_000 + index;
  return `mark-${index}`;
}

const tables = Object.values<PgTable | object>(schema).filter((value): value is PgTable =>
  is(value, Table),
);

test.each(Object.keys(SUBJECT_ACCESS_TABLES))(
  'no value that is kept in %s is lost on the way to its words',
  (name) => {
    const table = tables.find((one) => getTableConfig(one).name === name);
    const columns = (table ? getTableConfig(table).columns : []).filter(
      (column) => SUBJECT_ACCESS_TABLES[name]?.columns[column.name] !== undefined,
    );
    expect(columns).not.toHaveLength(0);
    const marks = columns.map((column, index) => ({ column, mark: markOf(name, column, index) }));
    const row = {
      ...Object.fromEntries(marks.map(({ column, mark }) => [column.name, mark])),
      provider_id: 'of-both',
    };
    const message = { kind: 'enquiry notice', audience: 'staff', provider_id: 'of-both' };
    const said = saidOf({
      ...(name === 'delivery_reports' && { messages: [message] }),
      [name]: [row],
    }).join('\n');
    for (const { column, mark } of marks) {
      // A call has its time as one value.
      const named = NAMED[`${name}.${column.name}`]?.[1];
      const words = named ?? valueInWords(mark).replace(/^\w+: /, '');
      const day = words.replace(/, [^,]+$/, '');
      const time = { starts_at: day, ends_at: ' to ' }[column.name];
      const looked = name === 'bookings' || name === 'person_acts' ? (time ?? words) : words;
      // A letter has no time of day.
      const isDay = name === 'complaints' && column.name === 'received_at';
      expect(said, column.name).toContain(isDay ? day : looked);
    }
  },
);
