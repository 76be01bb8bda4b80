import { and, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import { FAREWELL, type MailKindTo } from '#domain/cases/mail-kinds.ts';
import type { PersonActName } from '#domain/cases/person-act.ts';
import type { Transaction } from './client.ts';
import { bookings, limitUses, messages, personActs, withheldMail } from './schema.ts';

// What limits are counted by. Uses hold hashes alone; everything else is read from what is kept anyway.

/** When each use under any of some hashes was that came after an instant, in milliseconds. */
export async function usesAfter(
  tx: Transaction,
  hashes: readonly Uint8Array[],
  after: Date,
): Promise<number[]> {
  const rows = await tx
    .select({ at: limitUses.at })
    .from(limitUses)
    .where(and(inArray(limitUses.hash, [...hashes]), gt(limitUses.at, after)));
  return rows.map(({ at }) => at.getTime());
}

/** Notes one use; returns what it is found by. */
export async function insertUse(tx: Transaction, hash: Uint8Array, at: Date): Promise<number> {
  const [use] = await tx.insert(limitUses).values({ hash, at }).returning({ id: limitUses.id });
  return use?.id ?? 0;
}

/** Takes a use back that came to nothing. */
export async function deleteUse(tx: Transaction, id: number): Promise<void> {
  await tx.delete(limitUses).where(eq(limitUses.id, id));
}

/** Takes back a use with the message it was for, in one statement. */
export async function deleteMessageAndUse(
  tx: Transaction,
  { message, use }: { message: string; use: number },
): Promise<void> {
  await tx.execute(sql`
    WITH message AS (DELETE FROM ${messages} WHERE ${messages.id} = ${message})
    DELETE FROM ${limitUses} WHERE ${limitUses.id} = ${use}`);
}

/** Deletes the uses up to an instant. */
export async function deleteUsesBy(tx: Transaction, instant: Date): Promise<void> {
  await tx.delete(limitUses).where(lte(limitUses.at, instant));
}

/** The calls to come that may be with somebody: with this number, or with an address that begins so, under one of these domains. */
export function callsToComeNear(
  tx: Transaction,
  near: {
    phoneNumber: string;
    beginning: string;
    domains: readonly string[];
    now: Date;
    except: string | undefined;
  },
) {
  const { email, phone, phoneNumber, startsAt, during, id } = bookings;
  const domain = sql`lower(substring(${email} from '[^@]*$'))`;
  const isNear = sql`(${phoneNumber} = ${near.phoneNumber} OR (starts_with(lower(${email}), ${near.beginning}) AND ${domain} = ANY(${sql.param([...near.domains])}::text[])))`;
  return tx
    .select({ email, phone, phoneNumber })
    .from(bookings)
    .where(
      and(
        sql`${during} IS NOT NULL`,
        gt(startsAt, near.now),
        isNear,
        near.except === undefined ? undefined : ne(id, near.except),
      ),
    );
}

/** When a person did something to one call since an instant, in milliseconds. */
export async function actsOnCallAfter(
  tx: Transaction,
  bookingId: string,
  act: PersonActName,
  after: Date,
): Promise<number[]> {
  const rows = await tx
    .select({ at: personActs.at })
    .from(personActs)
    .where(
      and(eq(personActs.bookingId, bookingId), eq(personActs.act, act), gt(personActs.at, after)),
    );
  return rows.map(({ at }) => at.getTime());
}

/** Notes that an email about a case was not written. */
export async function insertWithheld(
  tx: Transaction,
  withheld: {
    caseId: string;
    bookingId: string | undefined;
    kind: MailKindTo<'enquirer'>;
    at: Date;
  },
): Promise<void> {
  await tx.insert(withheldMail).values({ ...withheld, bookingId: withheld.bookingId ?? null });
}

/** What became of the last email that the person of a call was to have about it, a farewell apart. */
export type LastEmail = 'written' | 'withheld' | 'none';

/** Whether the last email about a call to its person was written: what comes after it goes on with it. */
export async function lastEmailOfCall(tx: Transaction, bookingId: string): Promise<LastEmail> {
  const [found] = await tx.execute<{ last: LastEmail }>(sql`
    SELECT coalesce((
      SELECT last FROM (
        SELECT m.created_at AS at, 'written' AS last FROM ${messages} m
        WHERE m.booking_id = ${bookingId} AND m.audience = 'enquirer' AND m.kind <> ${FAREWELL}
        UNION ALL
        SELECT w.at, 'withheld' FROM ${withheldMail} w WHERE w.booking_id = ${bookingId}
      ) emails ORDER BY at DESC, last DESC LIMIT 1), 'none') AS last`);
  return found?.last ?? 'none';
}
