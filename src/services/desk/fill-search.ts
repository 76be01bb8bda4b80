import type { Transaction } from '#data/client.ts';
import {
  findUnfolded,
  SEARCHED,
  type Searched,
  type Unfolded,
  writeFolded,
} from '#data/search-repository.ts';
import { searchable } from '#domain/search/searchable.ts';
import type { App } from '../app.ts';

/** How many rows are folded by one statement. */
const BATCH = 200;

const foldedOf = ({ id, phone, texts }: Unfolded) => ({
  id,
  ...searchable(
    texts.map((text) => text ?? undefined),
    phone ?? undefined,
  ),
});

/** Folds one batch; false when nothing was left to fold. */
async function fillBatch({ database }: App, searched: Searched): Promise<boolean> {
  const rows = await findUnfolded(database, searched, { most: BATCH });
  if (rows.length === 0) return false;
  await writeFolded(database, searched, rows.map(foldedOf));
  return rows.length === BATCH;
}

/** Folds in `tx` all of a case that is not folded: what a search finds it by is made again before anybody can look. */
export async function foldCase(tx: Transaction, caseId: string): Promise<void> {
  for (const searched of SEARCHED) {
    const rows = await findUnfolded(tx, searched, { caseId });
    await writeFolded(tx, searched, rows.map(foldedOf));
  }
}

/**
 * Folds what was sent before search had a column of its own, and reads its telephones, until nothing is left or
 * `forMs` have passed; what is left is the next run's. Where nothing is left it costs a look-up for each table.
 */
export async function fillSearch(app: App, forMs: number): Promise<void> {
  const until = Date.now() + forMs;
  for (const searched of SEARCHED) {
    while (Date.now() < until && (await fillBatch(app, searched)));
  }
}
