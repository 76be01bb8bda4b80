import { CALL_NAMES } from '../booking/booking.ts';
import { whatHappens } from '../booking/words.ts';
import { counted } from '../count-words.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { callInWords } from '../time/instant-words.ts';

/**
 * The states of what a person sent, as they are told of them. Every sentence about a state, on pages and in
 * mail, comes from the table below.
 */
export type PersonState =
  | 'enquiry-saved'
  | 'enquiry-answered'
  | 'enquiry-held'
  | 'call-unbooked'
  | 'call-booked'
  | 'call-moved'
  | 'call-under-way'
  | 'call-cannot-take-place'
  | 'call-past'
  | 'call-cancelled'
  | 'call-held'
  | 'withdrawn';

/** What is so, what happens next, and what the person can do. */
export interface StateWords {
  happened: string;
  next: string;
  can: string;
}

/** An enquiry, as far as words about it go. */
export interface EnquiryAbout {
  email: string | undefined;
  phone: string | undefined;
  /** They sent nothing: we wrote down what they told us. */
  byHand?: boolean | undefined;
  /** How long a post in quarantine is kept, in days. */
  quarantineDays: number;
}

/** A call, as far as words about it go. Instants are in milliseconds; `now` is when the words are read. */
export interface CallAbout extends Slot {
  kind: CallKind;
  phone: string;
  email: string | undefined;
  /** They were emailed other times to choose from. */
  offered?: boolean | undefined;
  now: number;
  quarantineDays: number;
}

const named = ({ kind }: CallAbout) => CALL_NAMES[kind];
const when = (call: CallAbout) => callInWords(call, call.now);
const rings = (call: CallAbout) => whatHappens[call.kind](call);

/** When a call was that has moved, and that nothing happens then. */
export const wasInWords = (before: Slot, now: number): string =>
  `It was on ${callInWords(before, now)}: we will not ring you then.`;

const notSent = (quarantineDays: number): StateWords => ({
  happened: 'Not sent yet: press to send it.',
  next: `If you don’t, we delete it in ${counted(quarantineDays, 'day')}.`,
  can: 'You can also ring us.',
});

/** How a person comes to another time for a call that cannot take place. */
function otherTimes({ email, phone, offered }: CallAbout): string {
  if (email === undefined) return `We will ring you on ${phone} to agree another time.`;
  return offered
    ? 'We emailed you times to choose from.'
    : 'We will write to you with other times.';
}

const CAN_CHANGE = 'You can choose another time, or cancel the call, until it starts.';
const CAN_BOOK = 'You can book another call.';

/** How we answer an enquiry: by the ways they gave. */
function howWeAnswer({ email, phone }: EnquiryAbout): string {
  if (email === undefined) return phone === undefined ? 'write to you' : `ring you on ${phone}`;
  return phone === undefined
    ? `write to you at ${email}`
    : `write to you at ${email}, or ring you on ${phone}`;
}

const canCorrect = ({ byHand }: EnquiryAbout) =>
  `You can correct what ${byHand ? 'we wrote down' : 'you sent'}, or book a call.`;

const ENQUIRY_WORDS = {
  'enquiry-saved': (about: EnquiryAbout): StateWords => ({
    happened: about.byHand
      ? 'Thank you for getting in touch. We wrote down what you told us.'
      : 'Thank you. We have your enquiry.',
    next: `We will ${about.byHand ? '' : 'read it and '}${howWeAnswer(about)}.`,
    can: canCorrect(about),
  }),
  'enquiry-answered': (about: EnquiryAbout): StateWords => ({
    happened: about.byHand
      ? 'We wrote down what you told us, and have been in touch about it.'
      : 'We have your enquiry, and have been in touch about it.',
    next: 'If you are waiting to hear from us, please ring.',
    can: canCorrect(about),
  }),
  'enquiry-held': ({ quarantineDays }: EnquiryAbout) => notSent(quarantineDays),
} as const;

const CALL_STATE_WORDS = {
  'call-unbooked': (call: CallAbout): StateWords => ({
    happened: 'Nothing is booked yet.',
    next: rings(call),
    can: call.email
      ? `When you book, we will send the time and an invitation for your calendar to ${call.email}.`
      : 'You gave no email address. When you book, the next page is your only record: keep its address.',
  }),
  'call-booked': (call: CallAbout): StateWords => ({
    happened: `Your ${named(call)} is booked for ${when(call)}.`,
    next: rings(call),
    can: CAN_CHANGE,
  }),
  'call-moved': (call: CallAbout): StateWords => ({
    happened: `Your ${named(call)} has moved to ${when(call)}.`,
    next: rings(call),
    can: CAN_CHANGE,
  }),
  'call-under-way': (call: CallAbout): StateWords => ({
    happened: `Your ${named(call)} is now: ${when(call)}.`,
    next: rings(call),
    can: 'It can no longer be changed here. If something has come up, ring us.',
  }),
  'call-cannot-take-place': (call: CallAbout): StateWords => ({
    happened: `We are sorry: we cannot ring you at the time of your ${named(call)}, ${when(call)}.`,
    next: otherTimes(call),
    can: 'You can choose another time now, or cancel the call.',
  }),
  'call-past': (call: CallAbout): StateWords => ({
    happened: `The time of your ${named(call)} has passed: ${when(call)}.`,
    next: 'If we did not reach you, please ring us.',
    can: CAN_BOOK,
  }),
  'call-cancelled': (call: CallAbout): StateWords => ({
    happened: `Your ${named(call)} on ${when(call)}, is cancelled.`,
    next: 'We will not ring you then.',
    can: CAN_BOOK,
  }),
  'call-held': (call: CallAbout): StateWords => ({
    ...notSent(call.quarantineDays),
    happened: `Your ${named(call)} on ${when(call)}, is not booked: it was not sent.`,
    next: `If you do not send it, we delete it in ${counted(call.quarantineDays, 'day')}.`,
  }),
} as const;

export type EnquiryState = keyof typeof ENQUIRY_WORDS;
export type CallState = keyof typeof CALL_STATE_WORDS;

/** What is said of an enquiry in a state. */
export const enquiryStateWords = (state: EnquiryState, about: EnquiryAbout): StateWords =>
  ENQUIRY_WORDS[state](about);

/** What is said of a call in a state. */
export const callStateWords = (state: CallState, call: CallAbout): StateWords =>
  CALL_STATE_WORDS[state](call);

/** What is said once everything is erased. */
export const withdrawnWords = (
  reference: string,
  { byHand = false }: { byHand?: boolean } = {},
): StateWords => ({
  happened: byHand
    ? `We have erased everything this site held under reference ${reference}.`
    : `What you sent under reference ${reference} is withdrawn, and we have erased what this site held about it.`,
  next: 'Any call you had booked is cancelled, and your link no longer works.',
  can: 'You are welcome to write to us again, or to ring us.',
});

/** What decides the state of a call at the instant `now`. */
export interface CallFacts extends Slot {
  cancelledAt?: Date | undefined;
  quarantinedAt?: Date | undefined;
  movedAt?: Date | undefined;
}

/** The state of a call; `conflicting` when it cannot take place at the time it is booked for. */
export function callStateOf(call: CallFacts, now: number, conflicting: boolean): CallState {
  if (call.cancelledAt) return 'call-cancelled';
  if (call.quarantinedAt) return 'call-held';
  if (call.end <= now) return 'call-past';
  if (call.start <= now) return 'call-under-way';
  if (conflicting) return 'call-cannot-take-place';
  return call.movedAt ? 'call-moved' : 'call-booked';
}

/** States of a call that is still to take place, or to be given another time. */
const AHEAD: readonly CallState[] = [
  'call-booked',
  'call-moved',
  'call-under-way',
  'call-cannot-take-place',
];

export const isAhead = (state: CallState): boolean => AHEAD.includes(state);

/** States in which a call can be moved, cancelled and corrected by its person. */
export const isChangeable = (state: CallState): boolean =>
  isAhead(state) && state !== 'call-under-way';
