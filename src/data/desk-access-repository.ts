import { and, count, eq, gt, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { lockName } from './advisory-locks.ts';
import type { Transaction } from './client.ts';
import { deskLinks, deskSessions, messages } from './schema.ts';

// What lets staff in: links to sign in, and the sessions of those who did. Of their secrets only hashes are kept.

/** Writes a session that begins at an instant. */
export async function insertSession(
  tx: Transaction,
  { hash, email, at }: { hash: Uint8Array; email: string; at: Date },
): Promise<void> {
  await tx.insert(deskSessions).values({ hash, email, createdAt: at, seenAt: at });
}

/** Whose session it is, and when it was last seen, if that was after an instant. */
export async function findSession(tx: Transaction, hash: Uint8Array, seenAfter: Date) {
  const { email, seenAt } = deskSessions;
  const [session] = await tx
    .select({ email, seenAt })
    .from(deskSessions)
    .where(and(eq(deskSessions.hash, hash), gt(seenAt, seenAfter)));
  return session;
}

/** Notes that a session was seen. */
export async function recordSeen(tx: Transaction, hash: Uint8Array, seenAt: Date): Promise<void> {
  await tx.update(deskSessions).set({ seenAt }).where(eq(deskSessions.hash, hash));
}

/** Deletes a session, if it is still there. */
export async function deleteSession(tx: Transaction, hash: Uint8Array): Promise<void> {
  await tx.delete(deskSessions).where(eq(deskSessions.hash, hash));
}

/** Deletes the sessions that were not seen after an instant. */
export async function deleteSessionsSeenBy(tx: Transaction, instant: Date): Promise<void> {
  await tx.delete(deskSessions).where(lte(deskSessions.seenAt, instant));
}

/** How many links of an address made since an instant are unused; anyone who asks for the same address at once waits until `tx` ends. */
export async function countUnusedLinks(
  tx: Transaction,
  email: string,
  since: Date,
): Promise<number> {
  await lockName(tx, `desk link|${email}`);
  const [unused] = await tx
    .select({ links: count() })
    .from(deskLinks)
    .where(
      and(eq(deskLinks.email, email), isNull(deskLinks.usedAt), gte(deskLinks.createdAt, since)),
    );
  return unused?.links ?? 0;
}

/** Writes a link. */
export async function insertLink(
  tx: Transaction,
  link: typeof deskLinks.$inferInsert,
): Promise<void> {
  await tx.insert(deskLinks).values(link);
}

/** Deletes a link and the message that carries it, if they are `unwanted`; either way by the same statement. */
export async function deleteLinkIf(
  tx: Transaction,
  unwanted: boolean,
  { hash, messageId }: { hash: Uint8Array; messageId: string },
): Promise<void> {
  await tx.execute(sql`
    WITH link AS (DELETE FROM ${deskLinks} WHERE ${deskLinks.hash} = ${hash} AND ${unwanted})
    DELETE FROM ${messages} WHERE ${messages.id} = ${messageId} AND ${unwanted}`);
}

/** The link with this hash: whose it is, where it goes on to, and when it was made and used. */
export async function findLinkByHash(tx: Transaction, hash: Uint8Array) {
  const { email, onward, createdAt, usedAt } = deskLinks;
  const [link] = await tx
    .select({ email, onward, createdAt, usedAt })
    .from(deskLinks)
    .where(eq(deskLinks.hash, hash));
  return link;
}

/** Uses an unused link up that was made since an instant for one of some addresses: of any number at once one gets it. */
export async function recordUsed(
  tx: Transaction,
  hash: Uint8Array,
  { usedAt, since, emails }: { usedAt: Date; since: Date; emails: readonly string[] },
) {
  const { email, onward, createdAt } = deskLinks;
  const [used] = await tx
    .update(deskLinks)
    .set({ usedAt })
    .where(
      and(
        eq(deskLinks.hash, hash),
        isNull(deskLinks.usedAt),
        gte(createdAt, since),
        inArray(email, emails),
      ),
    )
    .returning({ email, onward });
  return used;
}
