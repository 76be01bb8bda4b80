import { nearestSlots } from '#domain/slots/nearest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { App } from '#services/app.ts';
import type { NotOffered } from '#services/availability/check-availability.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import type { Booking, BookingInCase } from '#services/bookings/booking.ts';
import { findBookingInCase } from '#services/bookings/booking-records.ts';
import type { Booked } from '#services/bookings/create-booking.ts';
import type { Moved } from '#services/bookings/reschedule-booking.ts';
import { movedBy } from '#services/desk/move-call.ts';
import { UNKNOWN_KEY } from '../../account/with-case.ts';
import { limitRefusal } from '../../http/limit-refusal.ts';
import { KEY_REUSED } from '../../http/post-form.ts';
import type { Refusal } from '../../http/responses.ts';

/** A start that was asked for, by which kind of call; `except` is the call that asks, if it has a time now. */
interface AskedStart {
  kind: CallKind;
  start: number;
  except?: string;
}

/** A time that cannot be had: never, and why (422), or no longer, with the nearest that can (409). */
async function notOffered(
  app: App,
  { kind, start, except }: AskedStart,
  outcome: NotOffered,
): Promise<Refusal> {
  const { message } = outcome;
  if (outcome.kind === 'refused') {
    const detail = 'Fix what is listed and send it again.';
    return { status: 422, detail, errors: [{ field: 'start', message }] };
  }
  const slots = nearestSlots(await listAvailableSlots(app, kind, { except }), start);
  return { status: 409, detail: message, slots };
}

/** A call that has begun stays as it is. */
export const OVER: Refusal = {
  status: 409,
  detail:
    'This call has begun, so it can no longer be changed here. If something has come up, ring us.',
};

/** A call that is cancelled stays so. */
export const CANCELLED: Refusal = {
  status: 409,
  detail: 'This call is cancelled, so it can no longer be changed. You can book another.',
};

const FIXED: Readonly<Record<'gone' | 'over' | 'cancelled', Refusal>> = {
  gone: UNKNOWN_KEY,
  over: OVER,
  cancelled: CANCELLED,
};

/** Why a call stays as it is: it was erased, it has begun, or it is cancelled. */
export const fixedRefusal = ({ kind }: { kind: keyof typeof FIXED }): Refusal => FIXED[kind];

/** Why a call was not booked. */
export async function bookRefusal(
  app: App,
  asked: AskedStart,
  outcome: Exclude<Booked, BookingInCase | { kind: 'quarantined' }>,
): Promise<Refusal> {
  if (outcome.kind === 'key-reused') return KEY_REUSED;
  if (outcome.kind === 'unknown-case') return UNKNOWN_KEY;
  if (outcome.kind === 'over-limit') return limitRefusal(app, outcome);
  return notOffered(app, asked, outcome);
}

/** How a page speaks of a call that was moved meanwhile, to the person or member of staff who was about to move it. */
export interface MovedWords {
  /** Who moved it, as a sentence begins: an address of staff, or undefined for the person. */
  who: (staff: string | undefined) => string;
  /** When to choose a time once more. */
  again: string;
  /** What is said where it was erased. */
  gone: Refusal;
}

/** That a call was moved after its page was shown: by whom, where it is now, and how to move it after all. */
export async function movedMeanwhile(
  app: App,
  seen: Booking,
  { who, again, gone }: MovedWords,
): Promise<Refusal> {
  const about = await findBookingInCase(app.database, seen);
  if (!about) return gone;
  const now = callInWords(about.booking, app.now().getTime());
  const by = who(await movedBy(app, about.booking));
  const detail = `${by} moved this call after this page was shown, so it was not moved again. It is now on ${now}. Choose the time once more if ${again}.`;
  return { status: 409, detail, errors: [{ field: 'start', message: detail }] };
}

/** Why a call was not moved to `start`. */
export async function moveRefusal(
  app: App,
  { id, kind }: Pick<Booking, 'id' | 'kind'>,
  start: number,
  outcome: Exclude<Moved, BookingInCase | { kind: 'meanwhile' }>,
): Promise<Refusal> {
  if (outcome.kind === 'taken' || outcome.kind === 'refused') {
    return notOffered(app, { kind, start, except: id }, outcome);
  }
  if (outcome.kind === 'over-limit') return limitRefusal(app, outcome);
  return fixedRefusal({ kind: outcome.kind });
}
