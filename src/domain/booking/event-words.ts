import type { CallKind, Slot } from '../slots/slot.ts';
import { callInWords } from '../time/instant-words.ts';
import { offsetAt } from '../time/london.ts';
import { whatHappens } from './words.ts';

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
  phone: string;
}

const TITLES: Readonly<Record<CallKind, string>> = {
  callback: 'Callback',
  'discovery-call': 'Discovery call',
};

/** A calendar keeps an entry for years, so its date always has a year. */
const when = (slot: Slot) =>
  `${callInWords(slot, 0)} (${offsetAt(slot.start) === 60 ? 'BST' : 'GMT'}).`;

const location = ({ phone }: CallToEnter) => `By phone: ${phone}`;

/** The call in the enquirer's calendar; `link` is their own page, left out where others would see it. */
export const enquirerEvent = (
  call: CallToEnter,
  siteName: string,
  link: string | undefined,
): CallEvent => ({
  summary: `${TITLES[call.kind]}: ${siteName}`,
  description: [
    when(call),
    '',
    whatHappens[call.kind](call),
    `Your reference: ${call.reference}`,
    ...(link ? [`To move or cancel the call: ${link}`] : []),
  ].join('\n'),
  location: location(call),
});

/** The call in a staff calendar: who to ring, and about what. It holds no key. */
export const staffEvent = (
  call: CallToEnter & {
    name: string;
    organisation: string | undefined;
    topic: string | undefined;
  },
): CallEvent => ({
  summary: `${TITLES[call.kind]}: ${[call.name, call.organisation].filter(Boolean).join(', ')} (${call.reference})`,
  description: [
    when(call),
    '',
    `Ring ${call.name} on ${call.phone}.`,
    ...(call.topic ? [`To talk about: ${call.topic}`] : []),
  ].join('\n'),
  location: location(call),
});

/** A call whose case has been erased, on its way out of a calendar: nothing personal is left to say. */
export const erasedEvent = (call: Omit<CallToEnter, 'phone'>): CallEvent => ({
  summary: `${TITLES[call.kind]} (${call.reference})`,
  description: when(call),
  location: 'By phone',
});

/** An event that is to leave calendars says so, for clients that only show it. */
export const cancelledEvent = (event: CallEvent): CallEvent => ({
  ...event,
  summary: `Cancelled: ${event.summary}`,
});
