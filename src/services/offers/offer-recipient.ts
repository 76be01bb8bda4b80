import { findEnquiry } from '#data/enquiry-repository.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import { CALL_KINDS, type CallKind } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import { type Booking, isToCome } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import type { Case } from '../cases/case.ts';

/** What times are offered for: a call to come that is to move, or one of a kind that is yet to be booked. */
export interface OfferSubject {
  case: Case;
  kind: CallKind;
  booking: Booking | undefined;
  /** The call cannot take place at the time it is booked for. */
  cannotTakePlace: boolean;
  /** When calls that were cancelled would have been, in milliseconds. */
  cancelled: ReadonlySet<number>;
  /** The address the times are sent to. */
  to: string;
  /** The name given with that address. */
  name: string;
}

/** What an address asks to offer times for, or why none can be. */
export type SubjectRead =
  | { outcome: 'fit'; subject: OfferSubject }
  /** It does not say: here is what there is. */
  | { outcome: 'choose'; calls: readonly Booking[] }
  | { outcome: 'no-email'; booking: Booking | undefined; phone: string | undefined }
  | { outcome: 'quarantined' | 'not-to-come' };

const isKind = (name: string | null): name is CallKind => CALL_KINDS.some((kind) => kind === name);

/** Reads `call` or `kind` in the query: which call of a case, or which kind of call, times are offered for. */
export async function readSubject(
  app: App,
  found: Case,
  query: URLSearchParams,
): Promise<SubjectRead> {
  if (found.quarantinedAt) return { outcome: 'quarantined' };
  const bookings = await bookingsOfCase(app.database, found.id);
  const calls = bookings.filter((booking) => isToCome(app, booking));
  const [id, asked] = [query.get('call'), query.get('kind')];
  const booking = calls.find((each) => each.id === id);
  if (id !== null && !booking) return { outcome: 'not-to-come' };
  const kind = booking?.kind ?? (isKind(asked) ? asked : undefined);
  if (kind === undefined) return { outcome: 'choose', calls };
  const enquiry = (await findEnquiry(app.database, found.id))?.enquiry;
  // Their newest address: an enquiry's is corrected, and a call's may have been given later.
  const known = [booking, enquiry, ...bookings.toReversed()];
  const written = known.find((each) => each?.email !== undefined);
  const { email: to, name } = written ?? {};
  const phone = known.find((each) => each?.phone !== undefined)?.phone;
  const cannotTakePlace =
    booking !== undefined && conflictOf(await takenAway(app), booking) !== undefined;
  const cancelled = new Set(bookings.flatMap((one) => (one.cancelledAt ? [one.start] : [])));
  return to === undefined || name === undefined
    ? { outcome: 'no-email', booking, phone }
    : {
        outcome: 'fit',
        subject: { case: found, kind, booking, cannotTakePlace, cancelled, to, name },
      };
}
