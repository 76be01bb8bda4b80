import type { CallKind, Slot } from '../slots/slot.ts';

/** Who a line of the digest is about, as far as they said. */
export interface Caller {
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
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
  call?: (Slot & { kind: CallKind; cancelled: boolean }) | undefined;
}

/** An enquiry with no call booked. `at` is in milliseconds. */
export interface Waiting extends Caller {
  at: number;
}

/** One of today's calls. */
export interface CallToday extends Caller, Slot {
  kind: CallKind;
  phone: string;
}

/** What a digest tells staff: what happened since the last one, and what today holds. Instants are in milliseconds. */
export interface Digest {
  now: number;
  undelivered: readonly Undelivered[];
  fresh: readonly NewCase[];
  waiting: readonly Waiting[];
  /** How many days an enquiry is counted among those that wait. */
  waitingDays: number;
  calls: readonly CallToday[];
  /** What went into quarantine, by reference alone; how many cases are kept there, and for how many days. */
  quarantined: { references: readonly string[]; kept: number; days: number };
}

/** Whether there is anything to tell: a digest without news is not sent. */
export const hasNews = ({ undelivered, fresh, waiting, calls, quarantined }: Digest): boolean =>
  [undelivered, fresh, waiting, calls, quarantined.references].some((all) => all.length > 0);
