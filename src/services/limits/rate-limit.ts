import { deleteUsesBy } from '#data/limit-repository.ts';
import { addPost, deletePostCounts } from '#data/post-count-repository.ts';
import { connectionOf } from '#domain/limits/connection.ts';
import { DAY, MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { dailyHashes } from './daily-hash.ts';

/** Counts of posts are kept this long, and then go (docs/decisions/0013). */
const KEPT_MS = 2 * MINUTE;

/** Deletes the counts that are over; each post does, and the sweep when nobody posts. */
export async function forgetCounts({ database, now }: App): Promise<void> {
  const at = now().getTime();
  await deletePostCounts(database, new Date(at - KEPT_MS));
  await deleteUsesBy(database, new Date(at - DAY));
}

/** One post: the address it came from, and whether it counts among those of everyone. Staff at the desk are not in the way of anybody. */
interface Post {
  address: string;
  ofEveryone: boolean;
}

/** What a post has too many of: those of its connection, or of everyone together; and the seconds until there is room. */
export interface TooManyPosts {
  from: 'connection' | 'everyone';
  seconds: number;
}

/**
 * Counts one post; returns what there is too much of in this minute, or undefined when it may go on: RATE_LIMIT is
 * the most from one connection, and the settings say how many all together. Only hashes that change daily are kept.
 * RATE_LIMIT=0 counts nothing, on a developer's machine alone.
 */
export async function countPost(
  app: App,
  { address, ofEveryone }: Post,
): Promise<TooManyPosts | undefined> {
  const limit = app.environment.RATE_LIMIT;
  if (limit === 0) return undefined;
  await forgetCounts(app);
  const now = app.now().getTime();
  const minute = new Date(Math.floor(now / MINUTE) * MINUTE);
  const seconds = Math.max(1, Math.ceil((minute.getTime() + MINUTE - now) / 1000));
  const [addressHash] = dailyHashes(app, 'posts', connectionOf(address));
  if ((await addPost(app.database, { addressHash, minute })) > limit) {
    return { from: 'connection', seconds };
  }
  if (!ofEveryone) return undefined;
  const [everyone] = dailyHashes(app, 'all posts', '');
  const most = app.site.settings.limits['a-minute']['posts-in-all'];
  const posts = await addPost(app.database, { addressHash: everyone, minute });
  return posts > most ? { from: 'everyone', seconds } : undefined;
}
