import type { Version } from '#domain/invite/version.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { type Case, pathOf } from '../cases/case.ts';
import { keyFor } from '../keys.ts';

/** One call as it stands: who asked for it, when it is, and what calendars were last told of it. */
export interface Booking extends Slot {
  id: string;
  caseId: string;
  keyGeneration: number;
  kind: CallKind;
  name: string;
  phone: string;
  email: string | undefined;
  organisation: string | undefined;
  topic: string | undefined;
  /** What the enquirer's calendar knows it by. */
  uid: string;
  /** What staff calendars know it by. */
  staffUid: string;
  version: Version;
  createdAt: Date;
  movedAt: Date | undefined;
  cancelledAt: Date | undefined;
  /** Looked automatic: it holds no time and nobody was told, until staff release it. */
  quarantinedAt: Date | undefined;
  /** When its enquirer last corrected its details. */
  correctedAt: Date | undefined;
  /** When staff released it from quarantine, and so gave it its time. */
  releasedAt: Date | undefined;
}

/** A call with the case it belongs to. */
export interface BookingInCase {
  case: Case;
  booking: Booking;
}

/** The key of a call: anyone who has it can move or cancel the call. */
export const bookingKeyOf = (
  app: App,
  { id, keyGeneration }: Pick<Booking, 'id' | 'keyGeneration'>,
): string => keyFor(app.environment.LINK_SECRET, 'booking', id, keyGeneration);

/** The path below which a call is rescheduled (`reschedule/`) and cancelled (`cancel/`). */
export const bookingPathOf = (
  app: App,
  about: Pick<Case, 'id' | 'keyGeneration'>,
  booking: Pick<Booking, 'id' | 'keyGeneration'>,
): string => `${pathOf(app, about)}bookings/${bookingKeyOf(app, booking)}/`;

/** The path of a call's own page, which shows, moves and cancels this one call and nothing of its case. */
export const callPathOf = (app: App, booking: Pick<Booking, 'id' | 'keyGeneration'>): string =>
  `/your-call/${bookingKeyOf(app, booking)}/`;

/** The path of a call's current invitation. */
export const invitePathOf = (app: App, booking: Pick<Booking, 'id' | 'keyGeneration'>): string =>
  `/api/bookings/${bookingKeyOf(app, booking)}/invite.ics`;
