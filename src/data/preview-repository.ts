import { desc, getTableName, is, isNotNull, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { CreateEmailOptions } from 'resend';
import type { Transaction } from './client.ts';
import * as schema from './schema.ts';
import { cases, liveHosts, messages, previews } from './schema.ts';

/** What the copy of a preview keeps: that it is one, and where the live database is. */
const KEPT: readonly string[] = [getTableName(previews), getTableName(liveHosts)];

const EMPTIED = Object.values(schema)
  .filter((table) => is(table, PgTable))
  .filter((table) => !KEPT.includes(getTableName(table)));

/** The secret of this copy, if it is one that has been emptied. */
export async function findPreviewSecret(tx: Transaction): Promise<Uint8Array | undefined> {
  const [row] = await tx.select({ secret: previews.secret }).from(previews);
  return row?.secret;
}

/** Whether there are cases in the database, and at which hosts the live site has said that it reaches its own. */
export async function findOrigin(tx: Transaction): Promise<{ hasCases: boolean; hosts: string[] }> {
  const found = await tx.select({ id: cases.id }).from(cases).limit(1);
  const hosts = await tx.select({ host: liveHosts.host }).from(liveHosts);
  return { hasCases: found.length > 0, hosts: hosts.map(({ host }) => host) };
}

/** Empties every table and notes that this is the copy of a preview, with its secret. */
export async function emptyCopy(tx: Transaction, secret: Uint8Array, at: Date): Promise<void> {
  await tx.execute(sql`TRUNCATE ${sql.join(EMPTIED, sql`, `)} CASCADE`);
  await tx.insert(previews).values({ secret, emptiedAt: at });
}

/** Notes at which host the live site reaches its database, which is nobody’s copy. */
export async function writeLiveHost(tx: Transaction, host: string, at: Date): Promise<void> {
  await tx
    .insert(liveHosts)
    .values({ host, seenAt: at })
    .onConflictDoUpdate({ target: liveHosts.host, set: { seenAt: at } });
  await tx.delete(previews);
}

/** A message that a preview would have sent. */
export interface Unsent {
  at: Date;
  mail: CreateEmailOptions;
}

/** The newest messages that wait, up to `most` of them. */
export async function findUnsent(tx: Transaction, most: number): Promise<Unsent[]> {
  const rows = await tx
    .select({ at: messages.createdAt, mail: messages.payload })
    .from(messages)
    .where(isNotNull(messages.payload))
    .orderBy(desc(messages.place))
    .limit(most);
  return rows.flatMap(({ at, mail }) => (mail ? [{ at, mail }] : []));
}
