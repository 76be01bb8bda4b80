import { is, SQL, sql, Table } from 'drizzle-orm';
import { getTableConfig, type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '#data/schema.ts';
import { testApp } from '../support/app.ts';

// schema.ts and the migrated database say the same. What Drizzle does not say, checks, exclusion constraints and
// indexes, is held to a file as the catalogue has it.

const t = testApp();

const tables = Object.values<PgTable | object>(schema)
  .filter((value): value is PgTable => is(value, Table))
  .map((table) => getTableConfig(table));

const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

/** An expression without what PostgreSQL adds when it repeats it. */
const bare = (expression: string | null | undefined) =>
  expression?.replace(/::text|\s/g, '').toLowerCase() ?? null;

function sqlOf(value: unknown): string {
  if (typeof value === 'function') return sqlOf(value());
  if (is(value, SQL)) return new PgDialect().sqlToQuery(value).sql;
  return typeof value === 'string' ? `'${value}'` : String(value);
}

const described = ({ name: table }: { name: string }, column: PgColumn) => ({
  table,
  column: column.name,
  type: column.getSQLType(),
  required: column.notNull,
  value: column.default === undefined ? null : bare(sqlOf(column.default)),
  made: column.generated ? bare(sqlOf(column.generated.as)) : null,
  counted: column.generatedIdentity?.type ?? null,
});

test('every column is described as it is: its type, whether it is needed, its default, how it is made', async () => {
  const rows = await t.app.database.execute<ReturnType<typeof described>>(sql`
    SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type,
      a.attnotnull AS required, CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS value,
      CASE WHEN a.attgenerated = 's' THEN pg_get_expr(d.adbin, d.adrelid) END AS made,
      CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'byDefault' END AS counted
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
  const there = rows.map((row) => ({ ...row, value: bare(row.value), made: bare(row.made) }));
  const told = tables.flatMap((table) => table.columns.map((column) => described(table, column)));
  expect(inOrder(told)).toEqual(inOrder(there));
});

const listed = (columns: readonly { name: string }[]) =>
  `(${columns.map(({ name }) => name).join(', ')})`;

/** The keys of a table, what must be one of its kind, and what it refers to, in PostgreSQL's words. */
function* keysOf(config: ReturnType<typeof getTableConfig>) {
  const { columns, primaryKeys, uniqueConstraints, foreignKeys } = config;
  for (const column of columns) {
    if (column.primary) yield `PRIMARY KEY ${listed([column])}`;
    if (column.isUnique) yield `UNIQUE ${listed([column])}`;
  }
  for (const key of primaryKeys) yield `PRIMARY KEY ${listed(key.columns)}`;
  for (const unique of uniqueConstraints) yield `UNIQUE ${listed(unique.columns)}`;
  for (const { reference, onDelete } of foreignKeys) {
    const { columns, foreignTable, foreignColumns } = reference();
    const to = `${getTableConfig(foreignTable).name}${listed(foreignColumns)}`;
    yield `FOREIGN KEY ${listed(columns)} REFERENCES ${to} ON DELETE ${onDelete?.toUpperCase()}`;
  }
}

const constraints = (kinds: string) => sql`
  SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS told
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype = ANY (string_to_array(${kinds}, NULL)::"char"[])
  ORDER BY 1, 2`;

test('every key, unique column and reference is described as it is', async () => {
  const there = await t.app.database.execute(constraints('puf'));
  const told = tables.flatMap((table) =>
    [...keysOf(table)].map((told) => ({ table: table.name, told })),
  );
  expect(inOrder(told)).toEqual(inOrder(there.map(({ table, told }) => ({ table, told }))));
});

/** The names that a column can hold, as a check of its table lists them. */
const namesChecked = (told: string, column: string): string[] | undefined =>
  new RegExp(`^CHECK \\(\\(${column} = ANY \\(ARRAY\\[([^\\]]*)\\]\\)\\)\\)$`)
    .exec(told)?.[1]
    ?.split(', ')
    .map((name) => name.replace(/^'(.*)'::text$/, '$1'));

test('an act, and its outcome, can have every name that the code gives it, and no other', async () => {
  const rules = await t.app.database.execute(constraints('c'));
  const ofActs = rules.filter(({ table }) => table === 'case_acts');
  for (const column of [schema.caseActs.act, schema.caseActs.outcome]) {
    const checked = ofActs.flatMap(({ told }) => namesChecked(String(told), column.name) ?? []);
    expect(checked.sort(), `The CHECK of case_acts.${column.name}, in a migration`).toEqual(
      column.enumValues.toSorted(),
    );
  }
});

/** What the database does by itself when a row is written. */
const TRIGGERS = sql`
  SELECT pg_get_triggerdef(oid) AS told FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text, tgname`;

test('checks, exclusion constraints, indexes and triggers are what they were agreed to be', async () => {
  const { database } = t.app;
  const rules = await database.execute(constraints('cx'));
  const indexes = await database.execute<{ told: string }>(
    sql`SELECT indexdef AS told FROM pg_indexes WHERE schemaname = 'public' ORDER BY tablename, indexname`,
  );
  const triggers = await database.execute<{ told: string }>(TRIGGERS);
  const lines = [
    ...rules.map(({ table, name, told }) => `${table} ${name}: ${told}`),
    ...indexes.map(({ told }) => told),
    ...triggers.map(({ told }) => told),
  ];
  expect(lines.filter((line) => line.includes('EXCLUDE USING gist'))).toHaveLength(1);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/database-rules.txt');
});
