import { lockDays } from '#data/advisory-locks.ts';
import { blocksFrom, deleteBlock, findBlock, insertBlock } from '#data/block-repository.ts';
import type { CallToCome } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { forgetReminders } from '#data/reminder-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { Block } from '#domain/blocks/block.ts';
import type { BlockRequest } from '#domain/blocks/block-form.ts';
import {
  type BlockValidated,
  requestedInterval,
  validateBlock,
} from '#domain/blocks/validate-block.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { auditAct } from '../desk/audit.ts';
import { callsWithin } from './conflicting-bookings.ts';
import { openingsOf } from './line-hours.ts';

/** The blocks that are not over, in order. */
export const blocksToCome = (app: App): Promise<Block[]> =>
  blocksFrom(app.database, app.now().getTime());

/** The block with this id, if it is still set. */
export const blockById = (app: App, id: string): Promise<Block | undefined> =>
  findBlock(app.database, id);

/** Whether time can be blocked as the diary stands, read inside `tx`. */
export async function checkBlock(
  app: App,
  tx: Transaction,
  asked: BlockRequest,
): Promise<BlockValidated> {
  const now = app.now().getTime();
  return validateBlock({ ...openingsOf(app.site), now, blocks: await blocksFrom(tx, now) }, asked);
}

/** What came of blocking time: the block and every call it strands, or what to fix first. */
export type BlockSet =
  | { outcome: 'set'; block: Block; stranded: readonly CallToCome[] }
  | Extract<BlockValidated, { outcome: 'unfit' }>;

/** The block that stands already in just these words: the button was pressed twice. */
async function sameBlock(
  app: App,
  tx: Transaction,
  asked: BlockRequest,
): Promise<Block | undefined> {
  const stretch = requestedInterval(asked);
  const blocks = await blocksFrom(tx, app.now().getTime());
  return blocks.find(
    ({ start, end, why }) => start === stretch?.start && end === stretch.end && why === asked.why,
  );
}

async function set(
  app: App,
  tx: Transaction,
  asked: BlockRequest,
  staff: string,
): Promise<BlockSet> {
  await lockDays(tx, [instantAt(asked.date, 0)]);
  const again = await sameBlock(app, tx, asked);
  if (again) return { outcome: 'set', block: again, stranded: await callsWithin(app, tx, again) };
  const judged = await checkBlock(app, tx, asked);
  if (judged.outcome === 'unfit') return judged;
  const block = { id: app.uuid(), ...judged.stretch, why: asked.why };
  await insertBlock(tx, block, app.now());
  await auditAct(app, tx, { staff, act: 'blocked time' });
  const stranded = await callsWithin(app, tx, block);
  for (const { id } of stranded) await forgetReminders(tx, id);
  return { outcome: 'set', block, stranded };
}

/**
 * Blocks time on one day; the same again changes nothing. Anyone who is booking on that day has either finished, and then their call is among
 * the stranded, or comes after, and then finds the time taken.
 */
export const setBlock = (app: App, asked: BlockRequest, staff: string): Promise<BlockSet> =>
  transactionRetried(app, (tx) => set(app, tx, asked, staff));

/** Takes a block away, so that its time is offered again; false when it had gone already. */
export const removeBlock = (app: App, id: string, staff: string): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const gone = await deleteBlock(tx, id);
    if (gone) await auditAct(app, tx, { staff, act: 'unblocked time' });
    return gone;
  });
