import type { Transaction } from '#data/client.ts';
import { type Case, lockCase } from './case.ts';

/** Locks two cases, always in one order, so that two who want both never wait for each other; undefined when one was erased. */
export async function lockCases(
  tx: Transaction,
  ids: readonly [string, string],
): Promise<[Case, Case] | undefined> {
  const locked = new Map<string, Case>();
  for (const id of [...ids].sort()) {
    const found = await lockCase(tx, id);
    if (!found) return undefined;
    locked.set(id, found);
  }
  const [one, other] = ids.map((id) => locked.get(id));
  return one && other && [one, other];
}
