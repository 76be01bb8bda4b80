import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
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

/** Which sessions have ended: those begun by one instant, and those not seen after another. */
export interface SessionEnds {
  begunBy: Date;
  seenBy: Date;
}

/** Whose session it is, when it began and when it was last seen, unless it has ended. */
export async function findSession(tx: Transaction, hash: Uint8Array, ends: SessionEnds) {
  const { email, seenAt, createdAt } = deskSessions;
  const [session] = await tx
    .select({ email, seenAt, createdAt })
    .from(deskSessions)
    .where(and(eq(deskSessions.hash, hash), gt(seenAt, ends.seenBy), gt(createdAt, ends.begunBy)));
  return session;
}

/** The sessions of an address that have not ended, the one last seen first; `isThis` marks the one that asks. */
export async function sessionsOf(
  tx: Transaction,
  email: string,
  { ends, hash }: { ends: SessionEnds; hash: Uint8Array },
) {
  const { id, seenAt, createdAt } = deskSessions;
  return tx
    .select({ id, createdAt, seenAt, isThis: sql<boolean>`${deskSessions.hash} = ${hash}` })
    .from(deskSessions)
    .where(and(eq(deskSessions.email, email), gt(seenAt, ends.seenBy), gt(createdAt, ends.begunBy)))
    .orderBy(desc(seenAt), desc(id));
}

/** Deletes one session of an address, by what it is called there; false when it has none of that name. */
export async function deleteSessionOf(
  tx: Transaction,
  email: string,
  id: number,
): Promise<boolean> {
  const gone = await tx
    .delete(deskSessions)
    .where(and(eq(deskSessions.email, email), eq(deskSessions.id, id)))
    .returning({ id: deskSessions.id });
  return gone.length > 0;
}

/** Deletes every session of an address. */
export async function deleteSessionsOf(tx: Transaction, email: string): Promise<void> {
  await tx.delete(deskSessions).where(eq(deskSessions.email, email));
}

/** Notes that a session was seen. */
export async function recordSeen(tx: Transaction, hash: Uint8Array, seenAt: Date): Promise<void> {
  await tx.update(deskSessions).set({ seenAt }).where(eq(deskSessions.hash, hash));
}

/** Deletes a session, if it is still there. */
export async function deleteSession(tx: Transaction, hash: Uint8Array): Promise<void> {
  await tx.delete(deskSessions).where(eq(deskSessions.hash, hash));
}

/** Deletes the sessions that have ended, and those of addresses that are not among `emails`. */
export async function deleteSessionsOver(
  tx: Transaction,
  { begunBy, seenBy }: SessionEnds,
  emails: readonly string[],
): Promise<void> {
  const { seenAt, createdAt, email } = deskSessions;
  await tx
    .delete(deskSessions)
    .where(or(lte(seenAt, seenBy), lte(createdAt, begunBy), notInArray(email, [...emails])));
}

/** Forgets from where links were asked for that were made before an instant. */
export async function forgetAskers(tx: Transaction, before: Date): Promise<void> {
  const { askedFrom, createdAt } = deskLinks;
  await tx
    .update(deskLinks)
    .set({ askedFrom: null })
    .where(and(isNotNull(askedFrom), lt(createdAt, before)));
}

/** Who asks for a link: the browser, and the connection it asks from. */
interface Asker {
  askedFrom: Uint8Array;
  browserHash: Uint8Array;
}

/**
 * How many links made since an instant are unused of those that one connection asked for to an address, and of those that
 * one browser asked for to whichever address: it may type the codes of all. Anyone who asks for the same address, or from
 * the same browser, at once waits until `tx` ends.
 */
export async function countUnusedLinks(
  tx: Transaction,
  email: string,
  { since, askedFrom, browserHash }: Asker & { since: Date },
): Promise<number> {
  await lockName(tx, `desk link|${email}`);
  await lockName(tx, `desk browser|${Buffer.from(browserHash).toString('base64url')}`);
  const [unused] = await tx
    .select({ links: count() })
    .from(deskLinks)
    .where(
      and(
        or(
          and(eq(deskLinks.email, email), eq(deskLinks.askedFrom, askedFrom)),
          eq(deskLinks.browserHash, browserHash),
        ),
        isNull(deskLinks.usedAt),
        gte(deskLinks.createdAt, since),
      ),
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

/** The link with this hash: whose it is, which browser asked for it, where it goes on to, and when it was made and used. */
export async function findLinkByHash(tx: Transaction, hash: Uint8Array) {
  const { email, onward, createdAt, usedAt, browserHash } = deskLinks;
  const [link] = await tx
    .select({ email, onward, createdAt, usedAt, browserHash })
    .from(deskLinks)
    .where(eq(deskLinks.hash, hash));
  return link;
}

/** What a link must be to sign in: asked for by this browser since an instant, for one of some addresses. */
export interface UsableLink {
  since: Date;
  emails: readonly string[];
  browserHash: Uint8Array;
}

const isUsable = ({ since, emails, browserHash }: UsableLink) =>
  and(
    isNull(deskLinks.usedAt),
    gte(deskLinks.createdAt, since),
    inArray(deskLinks.email, [...emails]),
    eq(deskLinks.browserHash, browserHash),
  );

/** Uses a usable link up: of any number at once one gets it. */
export async function recordUsed(
  tx: Transaction,
  hash: Uint8Array,
  usedAt: Date,
  usable: UsableLink,
) {
  const { email, onward } = deskLinks;
  const [used] = await tx
    .update(deskLinks)
    .set({ usedAt })
    .where(and(eq(deskLinks.hash, hash), isUsable(usable)))
    .returning({ email, onward });
  return used;
}

/** Counts one try of a code against every usable link that has been tried fewer than `most` times; returns those. */
export async function recordTry(tx: Transaction, usable: UsableLink, most: number) {
  const { hash, email } = deskLinks;
  return tx
    .update(deskLinks)
    .set({ tries: sql`${deskLinks.tries} + 1` })
    .where(and(isUsable(usable), lt(deskLinks.tries, most)))
    .returning({ hash, email });
}
