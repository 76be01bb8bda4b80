import { isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { mailPace } from './schema.ts';

const NOW = sql`clock_timestamp()`;

const after = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;

/** When the next message may go: never in the past. */
const NEXT = sql`greatest(${mailPace.nextAt}, ${NOW})`;

/**
 * Reserves the next turn to hand a message to the mail service, `apart` milliseconds after the one before it,
 * whichever run had that. Returns how many milliseconds from now it is; undefined, and nothing is reserved, when that
 * would be more than `within`.
 */
export async function reserveTurn(
  database: Database,
  { apart, within }: { apart: number; within: number },
): Promise<number | undefined> {
  const [turn] = await database
    .insert(mailPace)
    .values({ nextAt: sql`${NOW} + ${after(apart)}` })
    .onConflictDoUpdate({
      target: mailPace.one,
      set: { nextAt: sql`${NEXT} + ${after(apart)}` },
      setWhere: sql`${NEXT} <= ${NOW} + ${after(within)}`,
    })
    .returning({
      wait: sql<number>`extract(epoch FROM ${mailPace.nextAt} - ${NOW})::float8 * 1000`,
    });
  return turn && Math.max(0, turn.wait - apart);
}

/** How many milliseconds from now the next turn is; 0 when it is now. */
export async function untilTurn(database: Database): Promise<number> {
  const [pace] = await database
    .select({
      wait: sql<number>`extract(epoch FROM ${NEXT} - ${NOW})::float8 * 1000`,
    })
    .from(mailPace);
  return pace?.wait ?? 0;
}

/** Nothing goes to the mail service for `ms` milliseconds: it asked for that. */
export async function pauseMail(database: Database, ms: number): Promise<void> {
  await database
    .insert(mailPace)
    .values({ nextAt: sql`${NOW} + ${after(ms)}` })
    .onConflictDoUpdate({
      target: mailPace.one,
      set: { nextAt: sql`greatest(${mailPace.nextAt}, ${NOW} + ${after(ms)})` },
    });
}

/** Takes it upon the caller to hand the rest on to another run; false while another did so less than `ms` ago. */
export async function takeHandingOn(database: Database, ms: number): Promise<boolean> {
  const taken = await database
    .update(mailPace)
    .set({ handedOnUntil: sql`${NOW} + ${after(ms)}` })
    .where(or(isNull(mailPace.handedOnUntil), lt(mailPace.handedOnUntil, NOW)))
    .returning({ one: mailPace.one });
  return taken.length > 0;
}
