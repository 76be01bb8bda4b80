import { and, eq, gt } from 'drizzle-orm';
import { lockName } from './advisory-locks.ts';
import type { Transaction } from './client.ts';
import { submissions } from './schema.ts';

/** What tells one post from another: its route, and the hash of what it is recognised by. */
export interface PostKey {
  route: string;
  key: Buffer;
}

/** Makes those who look for the same post do so one after another, until `tx` ends. */
export async function lockPost(tx: Transaction, { route, key }: PostKey): Promise<void> {
  await lockName(tx, `${route}|${key.toString('hex')}`);
}

/** A post that was remembered after an instant: the hash of what it said, and what it made. */
export async function findPost(tx: Transaction, { route, key }: PostKey, after: Date) {
  const { caseId, bookingId, fingerprint, idempotencyKey, createdAt } = submissions;
  const [post] = await tx
    .select({ caseId, bookingId, fingerprint })
    .from(submissions)
    .where(and(eq(submissions.route, route), eq(idempotencyKey, key), gt(createdAt, after)));
  return post && { ...post, bookingId: post.bookingId ?? undefined };
}

/** Remembers a post, over what was remembered of it before. */
export async function savePost(
  tx: Transaction,
  { route, key }: PostKey,
  post: Omit<typeof submissions.$inferInsert, 'route' | 'idempotencyKey'>,
): Promise<void> {
  await tx
    .insert(submissions)
    .values({ ...post, route, idempotencyKey: key })
    .onConflictDoUpdate({ target: [submissions.route, submissions.idempotencyKey], set: post });
}
