import { lt, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { postCounts } from './schema.ts';

/** Deletes the counts of minutes before an instant. */
export async function deletePostCounts(tx: Transaction, before: Date): Promise<void> {
  await tx.delete(postCounts).where(lt(postCounts.minute, before));
}

/** Counts one more post from an address in a minute; returns how many there are. */
export async function addPost(
  tx: Transaction,
  { addressHash, minute }: { addressHash: Uint8Array; minute: Date },
): Promise<number> {
  const [counted] = await tx
    .insert(postCounts)
    .values({ addressHash, minute, posts: 1 })
    .onConflictDoUpdate({
      target: [postCounts.addressHash, postCounts.minute],
      set: { posts: sql`${postCounts.posts} + 1` },
    })
    .returning({ posts: postCounts.posts });
  return counted?.posts ?? 0;
}
