import type { Transaction } from '#data/client.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';

/** A call that is booked and has not begun, as staff meet it in a list. */
export interface CallToCome extends Slot {
  id: string;
  kind: CallKind;
  reference: string;
  name: string;
  organisation: string | undefined;
  phone: string;
  /** Whether it has an address to write to: its own, or that of the enquiry it belongs to. */
  writable: boolean;
  /** When staff last offered its case other times, since the call was put where it is now. */
  offeredAt: Date | undefined;
  /** Whether they did. */
  offered: boolean;
}

interface CallRow {
  id: string;
  kind: CallKind;
  reference: string;
  name: string;
  organisation: string | null;
  phone: string;
  starts_at: Date;
  ends_at: Date;
  writable: boolean;
  offered_at: Date | null;
}

/** Found by start alone, like the times that are taken. */
const TO_COME_QUERY = `
  SELECT b.id, b.kind, c.reference, b.name, b.organisation, b.phone, b.starts_at, b.ends_at,
    coalesce(b.email, e.email) IS NOT NULL AS writable,
    (SELECT max(a.at) FROM case_acts a WHERE a.case_id = c.id AND a.act = 'times offered'
       AND a.at >= greatest(b.created_at, b.moved_at)) AS offered_at
  FROM bookings b JOIN cases c ON c.id = b.case_id LEFT JOIN enquiries e ON e.case_id = c.id
  WHERE b.during IS NOT NULL AND b.starts_at > $1 AND b.starts_at < $2
  ORDER BY b.starts_at, b.line`;

/** The calls that hold time and have not begun, in order; those that start before `until`, if it is given. */
export async function callsToCome(
  app: App,
  tx: Transaction,
  until: Date | 'infinity' = 'infinity',
): Promise<CallToCome[]> {
  const rows = await tx.query<CallRow>(TO_COME_QUERY, [app.now(), until]);
  return rows.map(({ starts_at, ends_at, organisation, offered_at, ...row }) => ({
    ...row,
    start: starts_at.getTime(),
    end: ends_at.getTime(),
    organisation: organisation ?? undefined,
    offeredAt: offered_at ?? undefined,
    offered: offered_at !== null,
  }));
}
