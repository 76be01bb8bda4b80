import { and, asc, eq, gte, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { passkeyChallenges, passkeys } from './schema.ts';

// What staff sign in with instead of a link: public halves of keys, and what they are asked to sign.

/** A passkey as it is kept. */
export type PasskeyRow = typeof passkeys.$inferSelect;

/** The passkeys of an address, the oldest first. */
export const passkeysOf = (tx: Transaction, email: string): Promise<PasskeyRow[]> =>
  tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.email, email))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));

/** The passkey with this id, while nobody else can use or remove it. */
export async function lockPasskey(tx: Transaction, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await tx.select().from(passkeys).where(eq(passkeys.id, id)).for('update');
  return row;
}

/** Writes a passkey; false when there is one of this id. */
export async function insertPasskey(
  tx: Transaction,
  passkey: Omit<PasskeyRow, 'usedAt'>,
): Promise<boolean> {
  const made = await tx
    .insert(passkeys)
    .values(passkey)
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return made.length > 0;
}

/** Notes that a passkey was used, and how often by its own count. */
export async function recordPasskeyUsed(
  tx: Transaction,
  id: string,
  { counter, usedAt }: { counter: number; usedAt: Date },
): Promise<void> {
  await tx.update(passkeys).set({ counter, usedAt }).where(eq(passkeys.id, id));
}

const ofStaff = (email: string, id: string) => and(eq(passkeys.email, email), eq(passkeys.id, id));

/** Names a passkey of an address; false when it has none of this id. */
export async function writePasskeyName(
  tx: Transaction,
  { email, id, name }: { email: string; id: string; name: string },
): Promise<boolean> {
  const named = await tx
    .update(passkeys)
    .set({ name })
    .where(ofStaff(email, id))
    .returning({ id: passkeys.id });
  return named.length > 0;
}

/** Deletes a passkey of an address; false when it has none of this id. */
export async function deletePasskey(tx: Transaction, email: string, id: string): Promise<boolean> {
  const gone = await tx.delete(passkeys).where(ofStaff(email, id)).returning({ id: passkeys.id });
  return gone.length > 0;
}

/** Deletes the passkeys of addresses that are not among `emails`. */
export async function deletePasskeysBut(tx: Transaction, emails: readonly string[]): Promise<void> {
  await tx.delete(passkeys).where(notInArray(passkeys.email, [...emails]));
}

/** Writes what a passkey is asked to sign: by its hash, and for whom, if it is to add one. */
export async function insertChallenge(
  tx: Transaction,
  challenge: typeof passkeyChallenges.$inferInsert,
): Promise<void> {
  await tx.insert(passkeyChallenges).values(challenge);
}

/** Takes what was to be signed, so that nothing signs it twice; false when it is not there, is for another, or is older. */
export async function takeChallenge(
  tx: Transaction,
  { hash, email, since }: { hash: Uint8Array; email: string | null; since: Date },
): Promise<boolean> {
  const { email: whose, createdAt } = passkeyChallenges;
  const taken = await tx
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.hash, hash),
        email === null ? isNull(whose) : eq(whose, email),
        gte(createdAt, since),
      ),
    )
    .returning({ at: sql<number>`1` });
  return taken.length > 0;
}

/** Deletes what was to be signed before an instant. */
export async function deleteChallenges(tx: Transaction, before: Date): Promise<void> {
  await tx.delete(passkeyChallenges).where(lt(passkeyChallenges.createdAt, before));
}
