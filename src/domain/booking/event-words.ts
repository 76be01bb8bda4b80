import { CALL_CANCELLED } from '../invite/cancel-words.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { callInWords } from '../time/instant-words.ts';
import { offsetAt } from '../time/london.ts';
import { DECLINING, NUMBER_GIVEN, whatHappens } from './words.ts';

/** A call as calendars show it. */
export interface CallEvent {
  summary: string;
  description: string;
  location: string;
}

/** What a calendar entry is made from. Instants are in milliseconds. */
export interface CallToEnter extends Slot {
  kind: CallKind;
  reference: string;
}

/** A call as a staff calendar has it. */
export interface StaffCallToEnter extends CallToEnter {
  name: string;
  phone: string;
  organisation: string | undefined;
  topic: string | undefined;
}

const TITLES: Readonly<Record<CallKind, string>> = {
  callback: 'Callback',
  'discovery-call': 'Discovery call',
};

/** A calendar keeps an entry for years, so its date always has a year. */
const when = (slot: Slot) =>
  `${callInWords(slot, 0)} (${offsetAt(slot.start) === 60 ? 'BST' : 'GMT'}).`;

const BY_PHONE = 'By phone';

const referenceLine = ({ reference }: Pick<CallToEnter, 'reference'>) =>
  `Your reference: ${reference}`;

/**
 * The call in the enquirer's calendar; `link` is the page of this one call, left out where strangers would see it.
 * Nothing in it was typed. A call that cannot take place at its time is not promised for it, and one that
 * invites nobody (`isInvited`) cannot be declined.
 */
export const enquirerEvent = (
  call: CallToEnter,
  siteName: string,
  link: string | undefined,
  {
    cannotTakePlace = false,
    isInvited = true,
  }: { cannotTakePlace?: boolean; isInvited?: boolean } = {},
): CallEvent => ({
  summary: `${TITLES[call.kind]}: ${siteName}`,
  description: [
    when(call),
    '',
    cannotTakePlace
      ? 'We cannot ring you then. Please choose another time.'
      : whatHappens[call.kind]({ ...call, phone: NUMBER_GIVEN }),
    referenceLine(call),
    ...(link ? [`To move or cancel the call: ${link}`] : []),
    ...(link && isInvited ? [DECLINING.enquirer] : []),
  ].join('\n'),
  location: BY_PHONE,
});

/** The call in a staff calendar: who to ring, and about what. It holds no key. */
export const staffEvent = (call: StaffCallToEnter): CallEvent => ({
  summary: `${TITLES[call.kind]}: ${[call.name, call.organisation].filter(Boolean).join(', ')} (${call.reference})`,
  description: [
    when(call),
    '',
    `Ring ${call.name} on ${call.phone}.`,
    ...(call.topic ? [`To talk about: ${call.topic}`] : []),
    DECLINING.staff,
  ].join('\n'),
  location: `${BY_PHONE}: ${call.phone}`,
});

/** Clients show a cancelled event in the call's own place: nothing in it may promise the call. */
const cancelled = ({ summary, location }: CallEvent, says: readonly string[]): CallEvent => ({
  summary: `Cancelled: ${summary}`,
  description: says.join('\n'),
  location,
});

const WE_WILL_NOT_RING = `${CALL_CANCELLED}. We will not ring you.`;
const DO_NOT_RING = `${CALL_CANCELLED}. Do not ring.`;

const itWas = (slot: Slot) => `It was booked for ${when(slot)}`;

/** A cancelled call on its way out of the enquirer's calendar. */
export const cancelledForEnquirer = (call: CallToEnter, siteName: string): CallEvent =>
  cancelled(enquirerEvent(call, siteName, undefined), [
    WE_WILL_NOT_RING,
    '',
    itWas(call),
    referenceLine(call),
  ]);

/** A cancelled call in a staff calendar: on its way out, or in the feed for a while. */
export const cancelledForStaff = (call: StaffCallToEnter): CallEvent =>
  cancelled(staffEvent(call), [DO_NOT_RING, '', itWas(call)]);

const withoutPerson = ({ kind, reference }: Pick<CallToEnter, 'kind' | 'reference'>) => ({
  summary: `${TITLES[kind]} (${reference})`,
  description: '',
  location: BY_PHONE,
});

/** A call whose case has been erased, on its way out of a calendar: nothing personal is left to say. */
export const erasedForEnquirer = (call: CallToEnter): CallEvent =>
  cancelled(withoutPerson(call), [WE_WILL_NOT_RING, '', itWas(call)]);

/** The same in a staff calendar. */
export const erasedForStaff = (call: CallToEnter): CallEvent =>
  cancelled(withoutPerson(call), [DO_NOT_RING, '', itWas(call)]);

/** A call on its way out of the calendar of an address it no longer goes by; the call itself still stands. */
export const handedOnEvent = (call: CallToEnter): CallEvent =>
  cancelled(withoutPerson(call), [
    `${CALL_CANCELLED} in this calendar: it now uses another email address.`,
    '',
    `It is on ${when(call)}`,
  ]);
