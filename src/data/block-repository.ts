import type { Block } from '#domain/blocks/block.ts';
import type { Stretch } from '#domain/hours/openings.ts';
import type { Transaction } from './client.ts';

interface BlockRow {
  id: string;
  starts_at: Date;
  ends_at: Date;
  why: string | null;
}

const fromRow = ({ id, starts_at, ends_at, why }: BlockRow): Block => ({
  id,
  start: starts_at.getTime(),
  end: ends_at.getTime(),
  ...(why !== null && { why }),
});

/** The blocks that are not over at an instant (milliseconds), in order. */
export async function blocksFrom(tx: Transaction, from: number): Promise<Block[]> {
  const rows = await tx.query<BlockRow>(
    'SELECT id, starts_at, ends_at, why FROM blocks WHERE ends_at > $1 ORDER BY starts_at',
    [new Date(from)],
  );
  return rows.map(fromRow);
}

/** The block with this id, if it is still set. */
export async function findBlock(tx: Transaction, id: string): Promise<Block | undefined> {
  const [row] = await tx.query<BlockRow>(
    'SELECT id, starts_at, ends_at, why FROM blocks WHERE id::text = $1',
    [id],
  );
  return row && fromRow(row);
}

/** Whether staff have blocked any of a stretch of time. */
export async function isBlocked(tx: Transaction, { start, end }: Stretch): Promise<boolean> {
  const blocks = await tx.query(
    'SELECT FROM blocks WHERE starts_at < $2 AND ends_at > $1 LIMIT 1',
    [new Date(start), new Date(end)],
  );
  return blocks.length > 0;
}

/** Writes a block. */
export const insertBlock = (tx: Transaction, { id, start, end, why }: Block, at: Date) =>
  tx.query(
    'INSERT INTO blocks (id, starts_at, ends_at, why, created_at) VALUES ($1, $2, $3, $4, $5)',
    [id, new Date(start), new Date(end), why ?? null, at],
  );

/** Takes a block away; false when it had gone already. */
export async function deleteBlock(tx: Transaction, id: string): Promise<boolean> {
  const gone = await tx.query('DELETE FROM blocks WHERE id::text = $1 RETURNING id', [id]);
  return gone.length > 0;
}
