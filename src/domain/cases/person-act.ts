import type { Slot } from '../slots/slot.ts';

/**
 * What a person did about their own case. `confirmed`: they pressed to send what had looked automatic; `got in
 * touch`: they rang or wrote, and staff opened the case.
 */
export type PersonActName =
  | 'enquired'
  | 'complained'
  | 'got in touch'
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
