import { PgDialect } from 'drizzle-orm/pg-core';
import { PgRemoteDatabase, PgRemoteSession, type RemoteCallback } from 'drizzle-orm/pg-proxy';
import pg from 'pg';

// How tables are read and written:
//
// - One repository a table, `…-repository.ts`. Its functions take a `Transaction` (or a `Database`, which is
//   one of a single statement), are `async`, and give domain values, not rows. What a row is follows from
//   schema.ts (`$inferSelect`, `$inferInsert`): no interface of rows, no list of columns.
// - What the builder says plainly is said by it: select, insert, update, delete, onConflict, returning.
//   What it does not is SQL in the `sql` tag through `execute`, with tables and columns from schema.ts or by
//   name. A value is written where it belongs, `${value}`: never a position, never joined into the text. An
//   array is `sql.param(list)`, since the tag spreads one into several.
// - A query does nothing until it is awaited: return it from an `async` function, or await it.
// - A column gives and takes what its type in schema.ts says. In `execute` rows are as PostgreSQL names them: an
//   instant is a Date, a bigint (count) a number, a date a string as 2026-11-24, bytes a Buffer, json its value.
// - An error is PostgreSQL’s own, with its `code`, or one of the client’s: none holds what was written.

/** Runs one statement, and gives its rows: as objects, or as arrays where `rowMode` says so. */
export type Run = (query: pg.QueryConfig & { rowMode?: 'array' }) => Promise<unknown[]>;

const METHODS = [
  'select',
  'selectDistinct',
  'selectDistinctOn',
  'insert',
  'update',
  'delete',
  '$with',
  'with',
  'execute',
] as const;

/** What Drizzle offers over one way to run statements; its transactions are ours (client.ts). */
export type Queries = Pick<PgRemoteDatabase, (typeof METHODS)[number]>;

const { DATE, INT8 } = pg.types.builtins;

/** A date has no time and belongs to no zone: it stays a string. Numbers of rows and ids are far from 2^53. */
const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    (format !== 'binary' && parsers.get(type)) || pg.types.getTypeParser(type, format as 'text'),
};

const dialect = new PgDialect();

type Remote = PgRemoteSession<Record<string, never>, Record<string, never>>;

/**
 * Drizzle wraps what the database throws in an error whose message holds every value of the statement: names,
 * telephones, messages. Logs must never hold those, and callers look for the database’s own error.
 */
class Session extends PgRemoteSession<Record<string, never>, Record<string, never>> {
  override prepareQuery(...query: Parameters<Remote['prepareQuery']>) {
    return Object.assign(super.prepareQuery(...query), {
      queryWithCache: (_sql: string, _values: unknown, run: () => Promise<unknown>) => run(),
    }) as never;
  }
}

/** Drizzle’s query builder over a way to run statements. */
export function queriesOver(run: Run): Queries {
  const callback: RemoteCallback = async (text, values, method) => ({
    rows: await run({ text, values, types, ...(method === 'all' && { rowMode: 'array' }) }),
  });
  const drizzle = new PgRemoteDatabase(
    dialect,
    new Session(callback, dialect, undefined),
    undefined,
  );
  const bound = METHODS.map((name) => [name, drizzle[name].bind(drizzle)]);
  return Object.fromEntries(bound) as Queries;
}
