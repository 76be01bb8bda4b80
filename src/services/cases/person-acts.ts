import type { Transaction } from '#data/client.ts';
import type { Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';

/** What a person did about their own case. `confirmed`: they pressed to send what had looked automatic. */
export type PersonActName =
  | 'enquired'
  | 'booked'
  | 'confirmed'
  | 'corrected'
  | 'moved'
  | 'cancelled';

/** An act of the person; `before` holds the fields that it changed, as they were. */
export interface PersonAct {
  act: PersonActName;
  /** The call it is about, with the time it has after the act; the enquiry without one. */
  booking?: { id: string; start: number; end: number } | undefined;
  before?: Readonly<Record<string, unknown>> | undefined;
}

/** The same as it is kept, with when it was; `slot` is the time the call had after it, where that is known. */
export interface PersonActDone {
  act: PersonActName;
  at: Date;
  bookingId: string | undefined;
  slot: Slot | undefined;
  before: Readonly<Record<string, unknown>> | undefined;
}

/** Writes in `tx` what the person did about their case. */
export const insertPersonAct = (
  app: App,
  tx: Transaction,
  caseId: string,
  { act, booking, before }: PersonAct,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO person_acts (case_id, booking_id, at, act, before, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      caseId,
      booking?.id ?? null,
      app.now(),
      act,
      before ? JSON.stringify(before) : null,
      booking ? new Date(booking.start) : null,
      booking ? new Date(booking.end) : null,
    ],
  );

interface PersonActRow {
  act: PersonActName;
  booking_id: string | null;
  at: Date;
  before: Record<string, unknown> | null;
  starts_at: Date | null;
  ends_at: Date | null;
}

/** What the person did about a case, oldest first. */
export async function personActsOf(tx: Transaction, caseId: string): Promise<PersonActDone[]> {
  const rows = await tx.query<PersonActRow>(
    'SELECT act, booking_id, at, before, starts_at, ends_at FROM person_acts WHERE case_id = $1 ORDER BY at, id',
    [caseId],
  );
  return rows.map(({ act, booking_id, at, before, starts_at, ends_at }) => ({
    act,
    at,
    slot: starts_at && ends_at ? { start: starts_at.getTime(), end: ends_at.getTime() } : undefined,
    bookingId: booking_id ?? undefined,
    before: before ?? undefined,
  }));
}
