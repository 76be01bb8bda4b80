import { addPost, deletePostCounts } from '#data/post-count-repository.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from './app.ts';
import { hashOf } from './keys.ts';

/** Counts are kept this long, and then go (docs/decisions/0013). */
const KEPT_MS = 2 * MINUTE;

/** Deletes the counts that are over; each post does, and the sweep when nobody posts. */
export const forgetCounts = (app: App): Promise<void> =>
  deletePostCounts(app.database, new Date(app.now().getTime() - KEPT_MS));

/**
 * Counts one post from `address`; returns the seconds to wait when it is more than RATE_LIMIT in
 * this minute, or undefined when it may go on. Only a hash of the address, salted daily, is kept.
 */
export async function countPost(app: App, address: string): Promise<number | undefined> {
  const limit = app.environment.RATE_LIMIT;
  if (limit === 0) return undefined;
  const now = app.now();
  const minute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  const salt = `${app.environment.LINK_SECRET}|${now.toISOString().slice(0, 10)}`;
  await forgetCounts(app);
  const addressHash = hashOf(`${salt}|${address}`);
  if ((await addPost(app.database, { addressHash, minute })) <= limit) return undefined;
  return Math.max(1, Math.ceil((minute.getTime() + MINUTE - now.getTime()) / 1000));
}
