import type { Conflict } from '../booking/conflicting-booking.ts';
import type { WaitsBecause } from '../cases/case-status.ts';
import type { ComplaintSince } from '../complaints/clock.ts';
import type { ComplaintAbout } from '../complaints/complaint.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { mailName } from './case-mail.ts';
import type { Period } from './numbers.ts';

/** Who a line is about, as far as they said. */
export interface Caller {
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
  /** The address of the member of staff who sees to it. */
  owner?: string | undefined;
}

/** A message that did not arrive: given up by us, or sent back by the other side. Mail to staff may be about no case. */
export interface Undelivered extends Omit<Caller, 'reference'> {
  reference?: string | undefined;
  what: string;
  audience: 'enquirer' | 'staff';
  how: 'given up' | 'sent back';
  phone?: string | undefined;
}

/** A case that is new: with an enquiry, or with the first of its calls, or both. */
export interface NewCase extends Caller {
  enquired: boolean;
  /** It is a complaint, whose outcome was told already: those that are open are told of by themselves. */
  complained?: boolean | undefined;
  /** Staff opened it at the desk, for a person who got in touch. */
  byHand?: boolean | undefined;
  call?: (Slot & { kind: CallKind; cancelled: boolean }) | undefined;
}

/**
 * A case that waits for staff, since `at` and for that reason: with `call`, it is when that call began of
 * which no outcome is noted; `triedAt` is when staff last tried to reach them since. Instants are in milliseconds.
 */
export interface Waiting extends Caller {
  at: number;
  because: WaitsBecause;
  call?: CallKind | undefined;
  triedAt?: number | undefined;
}

/** One of today's calls. */
export interface CallToday extends Caller, Slot {
  kind: CallKind;
  phone: string;
  /** Why it cannot take place, if it cannot. */
  because?: Conflict | undefined;
}

/**
 * A call to come that cannot take place when it is booked for, and why; `writable` when its person can be emailed, and
 * `offered` when they were sent other times.
 */
export interface ConflictingCall extends Caller, Slot {
  kind: CallKind;
  phone: string;
  because: Conflict;
  writable: boolean;
  offered: boolean;
}

/** Times we offered at `at` (milliseconds), of which the person has chosen none; nobody has done anything since. */
export interface OpenOffer extends Caller {
  at: number;
}

/** A case in quarantine, or with a call there, and since when (milliseconds). */
export interface QuarantinedCase extends Caller {
  at: number;
  /** The enquiry is in quarantine: the beginning of its message, if it has one. */
  enquired: boolean;
  message: string | undefined;
  /** The calls that are. */
  calls: readonly (Slot & { kind: CallKind; topic: string | undefined })[];
}

/** A complaint that is open; one in quarantine was not acknowledged. */
export interface OpenComplaint extends Caller, ComplaintSince {
  about: ComplaintAbout;
  phone: string | undefined;
}

/** A case on hold whose date to look again has come; `lookAgain` is a London day. */
export interface HoldToLookAt extends Caller {
  reason: string;
  lookAgain: number;
}

/** A case that is looked at again on a London day, to come or come while a call was to come, which begins at `call` (milliseconds). */
export interface ComingUp extends Caller {
  day: number;
  call: number | undefined;
}

/** A request about data that was noted and not answered yet; `by` is the London day that its note says, if it says one. */
export interface DataRequest extends Caller {
  by: number | undefined;
}

/** Whether a case is none of some that are told of by themselves, to filter a list by. */
export const isNoneOf = (apart: readonly Caller[]): ((one: Caller) => boolean) => {
  const told = new Set(apart.map(({ reference }) => reference));
  return ({ reference }) => !told.has(reference);
};

/** The cases that wait, those apart whose follow-up date has come. */
export const byFollowUp = (waiting: readonly Waiting[]) => ({
  due: waiting.filter(({ because }) => because === 'follow-up'),
  others: waiting.filter(({ because }) => because !== 'follow-up'),
});

/** What a digest tells staff: what happened since the last one, and what today holds. Instants are in milliseconds. */
export interface Digest {
  now: number;
  /** The site's address, without a slash after it. */
  site: string;
  /** Every complaint that is open, the oldest first. */
  complaints: readonly OpenComplaint[];
  /** Every request about data that is noted and not answered, the one to be answered soonest first. */
  requests: readonly DataRequest[];
  undelivered: readonly Undelivered[];
  fresh: readonly NewCase[];
  waiting: readonly Waiting[];
  /** Offers nobody has chosen from: told of with the rest, but no news by themselves. */
  offered: readonly OpenOffer[];
  calls: readonly CallToday[];
  /** The calls to come that cannot take place: their time has been closed or blocked since they were booked. */
  conflicting: readonly ConflictingCall[];
  /** Cases on hold whose date has come. */
  holds: readonly HoldToLookAt[];
  /** What went into quarantine, by reference alone; how many cases are kept there, and for how many days. */
  quarantined: { references: readonly string[]; kept: number; days: number };
  /** What there was in the month before, on the first working day of a month. */
  month?: Period | undefined;
}

/** What became of a message that did not arrive, in a sentence; `to` is who it was for. */
export const undeliveredInWords = ({ what, how }: Undelivered, to: string): string =>
  `The ${mailName(what)} to ${to} ${how === 'sent back' ? 'was sent back' : 'could not be sent'}.`;

/** Whether there is anything to tell: a digest without news is not sent. */
export const hasNews = (digest: Digest): boolean => {
  const { complaints, requests, undelivered, fresh, waiting, calls, quarantined } = digest;
  const { conflicting, holds } = digest;
  const lists = [
    complaints,
    requests,
    holds,
    conflicting,
    undelivered,
    fresh,
    waiting,
    calls,
    quarantined.references,
  ];
  return digest.month !== undefined || lists.some((all) => all.length > 0);
};
