import { findCaseByReference } from '#data/case-repository.ts';
import { isOnHold } from '#data/hold-repository.ts';
import { spreadTimes } from '#domain/offers/offer-all.ts';
import { CALL_KINDS, type CallKind, type Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import {
  type ConflictingBooking,
  conflictingBookings,
} from '../availability/conflicting-bookings.ts';
import { listTimesToOffer } from '../availability/list-available-slots.ts';
import { type OfferSubject, readSubject } from './offer-recipient.ts';
import { sendOffer } from './send-offer.ts';

/** One person whose call cannot take place, and the times they can be offered. */
export interface PersonToOffer {
  call: ConflictingBooking;
  subject: OfferSubject;
  slots: readonly Slot[];
}

/** Everyone whose call cannot take place: who can be sent new times, and who is to be rung. */
export interface OfferToAll {
  people: readonly PersonToOffer[];
  toRing: readonly ConflictingBooking[];
}

/** The times that each kind of call can be offered, with a working day to choose. */
async function timesFor(app: App): Promise<Record<CallKind, readonly Slot[]>> {
  const [callback, discoveryCall] = await Promise.all(
    CALL_KINDS.map(async (kind) => (await listTimesToOffer(app, kind)).unhurried),
  );
  return { callback: callback ?? [], 'discovery-call': discoveryCall ?? [] };
}

async function subjectOf(app: App, call: ConflictingBooking): Promise<OfferSubject | undefined> {
  const found = await findCaseByReference(app.database, call.reference);
  // Nothing is begun with the person of a case on hold.
  if (!found || (await isOnHold(app.database, found.id))) return undefined;
  const read = await readSubject(app, found, new URLSearchParams({ call: call.id }));
  return read.outcome === 'fit' ? read.subject : undefined;
}

/** Who can be offered which times, as it is now; `only` are the calls that are meant, all of them without it. */
export async function readOfferToAll(app: App, only?: readonly string[]): Promise<OfferToAll> {
  const calls = await conflictingBookings(app);
  const asked = calls.filter(({ id, writable }) => writable && (only?.includes(id) ?? true));
  const people: PersonToOffer[] = [];
  for (const { call, slots } of spreadTimes(asked, await timesFor(app))) {
    const subject = slots.length > 0 ? await subjectOf(app, call) : undefined;
    if (subject) people.push({ call, subject, slots });
  }
  const reached = new Set(people.map(({ call }) => call.id));
  const isMeant = ({ id, writable }: ConflictingBooking) =>
    !writable || asked.some((one) => one.id === id);
  return { people, toRing: calls.filter((call) => isMeant(call) && !reached.has(call.id)) };
}

/** What tells one plan of offers from another: whose call, and which times. */
export const planInWords = ({ people }: Pick<OfferToAll, 'people'>): string =>
  people
    .map(({ call, slots }) => [call.id, call.start, ...slots.map(({ start }) => start)].join(' '))
    .join(';');

/** Sends each person their times, and notes it on their case; pressed twice it sends once. Returns how many were sent. */
export async function sendToAll(
  app: App,
  { people }: Pick<OfferToAll, 'people'>,
  { words, once, staff }: { words: string | undefined; once: string | undefined; staff: string },
): Promise<number> {
  let sent = 0;
  for (const { subject, slots } of people) {
    if (await sendOffer(app, subject, { slots, words, once }, staff)) sent += 1;
  }
  return sent;
}
