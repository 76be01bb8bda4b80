import { expect } from 'vitest';
import { bookingKeyOf } from '#services/bookings/booking.ts';
import { linkOf } from '#services/cases/case.ts';
import type { TestApp } from './app.ts';

/** What a post that looks automatic left in quarantine; its sender is told none of this. */
export interface Quarantined {
  reference: string;
  link: string;
  /** The key of the call it asked for; empty for an enquiry. */
  booking: string;
  /** The id of that call in the database; empty for an enquiry. */
  bookingId: string;
}

interface QuarantinedRow {
  id: string;
  reference: string;
  key_generation: number;
  booking_id: string | null;
  booking_generation: number | null;
}

const NEWEST = `SELECT c.id, c.reference, c.key_generation, b.id AS booking_id,
    b.key_generation AS booking_generation
  FROM person_acts p JOIN cases c ON c.id = p.case_id LEFT JOIN bookings b ON b.id = p.booking_id
  WHERE p.act IN ('enquired', 'booked') AND coalesce(b.quarantined_at, c.quarantined_at) IS NOT NULL
  ORDER BY p.id DESC LIMIT 1`;

/** What came into quarantine last, as the database has it; throws when nothing is. */
export async function newestInQuarantine({ app }: TestApp): Promise<Quarantined> {
  const [row] = await app.database.query<QuarantinedRow>(NEWEST);
  if (!row) throw new Error('Nothing is in quarantine.');
  const bookingId = row.booking_id ?? '';
  const call = { id: bookingId, keyGeneration: row.booking_generation ?? 0 };
  return {
    reference: row.reference,
    link: linkOf(app, { id: row.id, keyGeneration: row.key_generation }),
    booking: bookingId && bookingKeyOf(app, call),
    bookingId,
  };
}

/** What a program's post that looks automatic left in quarantine, having been told no more than that. */
export async function inQuarantine(t: TestApp, answer: Response): Promise<Quarantined> {
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ quarantined: true });
  return newestInQuarantine(t);
}
