import { type SQL, sql } from 'drizzle-orm';
import { customType, timestamp } from 'drizzle-orm/pg-core';

/** An instant, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Bytes: hashes, and what is sealed. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** An instant, or the one before all others, which PostgreSQL knows and Date does not. */
export const instantOrAlways = customType<{ data: Date | '-infinity'; driverData: unknown }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => (value instanceof Date ? value : '-infinity'),
  toDriver: (value) => (value instanceof Date ? value.toISOString() : value),
});

/** A stretch of time in PostgreSQL’s own notation: SQL alone writes and reads it. */
export const tstzrange = customType<{ data: string }>({ dataType: () => 'tstzrange' });

/** Stretches of time that neither overlap nor touch, in PostgreSQL’s own notation: SQL alone writes and reads it. */
export const tstzmultirange = customType<{ data: string }>({ dataType: () => 'tstzmultirange' });

/** Words as search compares them; the database makes them from other columns. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** An instant as the milliseconds that JSON can say. */
export const msOf = (column: SQL) => sql`(extract(epoch FROM ${column}) * 1000)::float8`;
