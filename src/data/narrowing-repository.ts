import { asc, eq, gte, sql } from 'drizzle-orm';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import type { Transaction } from './client.ts';
import { narrowings } from './schema.ts';

type Row = Pick<
  typeof narrowings.$inferSelect,
  'id' | 'kind' | 'firstDay' | 'lastDay' | 'opens' | 'closes' | 'weekdays' | 'why'
>;

/** What a row says. Days of the week are kept by ISO 8601, from 1. */
export function narrowingOf({ id, kind, firstDay, lastDay, ...row }: Row): Narrowing {
  const { opens, closes, weekdays, why } = row;
  const span = { id, from: firstDay, to: lastDay };
  const hours = opens === null || closes === null ? undefined : { opens, closes };
  const given = why === null ? {} : { why };
  if (kind === 'closure') return { ...span, kind, why: why ?? '' };
  if (kind === 'dated hours') {
    if (!hours) throw new Error(`The dated hours ${id} have no hours.`);
    return { ...span, kind, hours, ...given };
  }
  return {
    ...span,
    kind,
    ...(hours && { hours }),
    ...(weekdays && { weekdays: weekdays.map((weekday) => weekday - 1) }),
    ...given,
  };
}

function rowOf(narrowing: Narrowing) {
  const { kind, from, to, why } = narrowing;
  const hours = kind === 'closure' ? undefined : narrowing.hours;
  const weekdays = kind === 'block' ? narrowing.weekdays : undefined;
  return {
    kind,
    firstDay: from,
    lastDay: to,
    opens: hours?.opens ?? null,
    closes: hours?.closes ?? null,
    weekdays: weekdays?.map((weekday) => weekday + 1) ?? null,
    why: why ?? null,
  };
}

/** An id as it came in an address: one that is no uuid finds nothing. */
const hasId = (id: string) => eq(sql`${narrowings.id}::text`, id);

/** What is set that is not over before a London date, in the order in which it begins. */
export async function narrowingsFrom(tx: Transaction, date: string): Promise<Narrowing[]> {
  const rows = await tx
    .select()
    .from(narrowings)
    .where(gte(narrowings.lastDay, date))
    .orderBy(asc(narrowings.firstDay), asc(narrowings.opens), asc(narrowings.id));
  return rows.map(narrowingOf);
}

/** What is set under this id, if it still is. */
export async function findNarrowing(tx: Transaction, id: string): Promise<Narrowing | undefined> {
  const [row] = await tx.select().from(narrowings).where(hasId(id));
  return row && narrowingOf(row);
}

/** Writes down something that is set. */
export async function insertNarrowing(
  tx: Transaction,
  narrowing: Narrowing,
  createdAt: Date,
): Promise<void> {
  await tx.insert(narrowings).values({ id: narrowing.id, ...rowOf(narrowing), createdAt });
}

/** Puts something in the place of what is set under its id. */
export async function updateNarrowing(tx: Transaction, narrowing: Narrowing): Promise<void> {
  await tx.update(narrowings).set(rowOf(narrowing)).where(eq(narrowings.id, narrowing.id));
}

/** Takes away what is set under this id, and says what it was; undefined when it had gone already. */
export async function deleteNarrowing(tx: Transaction, id: string): Promise<Narrowing | undefined> {
  const [gone] = await tx.delete(narrowings).where(hasId(id)).returning();
  return gone && narrowingOf(gone);
}
