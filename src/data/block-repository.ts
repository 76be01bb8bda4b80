import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Block } from '#domain/blocks/block.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { Transaction } from './client.ts';
import { blocks } from './schema.ts';

const blockOf = ({ id, startsAt, endsAt, why }: typeof blocks.$inferSelect): Block => ({
  id,
  start: startsAt.getTime(),
  end: endsAt.getTime(),
  ...(why !== null && { why }),
});

/** An id as it came in an address: one that is no uuid finds nothing. */
const hasId = (id: string) => eq(sql`${blocks.id}::text`, id);

/** The blocks that are not over at an instant (milliseconds), in order. */
export async function blocksFrom(tx: Transaction, from: number): Promise<Block[]> {
  const rows = await tx
    .select()
    .from(blocks)
    .where(gt(blocks.endsAt, new Date(from)))
    .orderBy(asc(blocks.startsAt));
  return rows.map(blockOf);
}

/** The block with this id, if it is still set. */
export async function findBlock(tx: Transaction, id: string): Promise<Block | undefined> {
  const [row] = await tx.select().from(blocks).where(hasId(id));
  return row && blockOf(row);
}

/** Whether staff have blocked any of a stretch of time. */
export async function isBlocked(tx: Transaction, { start, end }: Interval): Promise<boolean> {
  const found = await tx
    .select({ id: blocks.id })
    .from(blocks)
    .where(and(lt(blocks.startsAt, new Date(end)), gt(blocks.endsAt, new Date(start))))
    .limit(1);
  return found.length > 0;
}

/** Writes a block. */
export async function insertBlock(
  tx: Transaction,
  { id, start, end, why }: Block,
  createdAt: Date,
): Promise<void> {
  const row = { id, startsAt: new Date(start), endsAt: new Date(end), why: why ?? null, createdAt };
  await tx.insert(blocks).values(row);
}

/** Takes a block away; false when it had gone already. */
export async function deleteBlock(tx: Transaction, id: string): Promise<boolean> {
  const gone = await tx.delete(blocks).where(hasId(id)).returning({ id: blocks.id });
  return gone.length > 0;
}
