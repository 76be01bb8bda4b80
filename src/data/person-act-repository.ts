import { asc, eq } from 'drizzle-orm';
import type { PersonAct, PersonActDone } from '#domain/cases/person-act.ts';
import type { Transaction } from './client.ts';
import { personActs } from './schema.ts';

/** Writes what the person did about their case at one moment, in its order. */
export async function insertPersonActs(
  tx: Transaction,
  { caseId, at }: { caseId: string; at: Date },
  acts: readonly PersonAct[],
): Promise<void> {
  const rows = acts.map(({ act, booking, before }) => ({
    caseId,
    bookingId: booking?.id ?? null,
    at,
    act,
    before: before ?? null,
    startsAt: booking ? new Date(booking.start) : null,
    endsAt: booking ? new Date(booking.end) : null,
  }));
  if (rows.length > 0) await tx.insert(personActs).values(rows);
}

/** What the person did about a case, oldest first. */
export async function personActsOf(tx: Transaction, caseId: string): Promise<PersonActDone[]> {
  const rows = await tx
    .select()
    .from(personActs)
    .where(eq(personActs.caseId, caseId))
    .orderBy(asc(personActs.at), asc(personActs.id));
  return rows.map(({ act, bookingId, at, before, startsAt, endsAt }) => ({
    act,
    at,
    slot: startsAt && endsAt ? { start: startsAt.getTime(), end: endsAt.getTime() } : undefined,
    bookingId: bookingId ?? undefined,
    before: before ?? undefined,
  }));
}
