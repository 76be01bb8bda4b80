import type { CallKind, Slot } from '../slots/slot.ts';

/** Who a line is about, as far as they said. */
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

/**
 * A case nobody has answered: `at` is when they wrote or, with `call`, when that call began of which nothing
 * is noted; `triedAt` when staff last tried to reach them since. Instants are in milliseconds.
 */
export interface Waiting extends Caller {
  at: number;
  call?: CallKind | undefined;
  triedAt?: number | undefined;
}

/** One of today's calls. */
export interface CallToday extends Caller, Slot {
  kind: CallKind;
  phone: string;
}

/** What a digest tells staff: what happened since the last one, and what today holds. Instants are in milliseconds. */
export interface Digest {
  now: number;
  /** The site's address, without a slash after it. */
  site: string;
  undelivered: readonly Undelivered[];
  fresh: readonly NewCase[];
  waiting: readonly Waiting[];
  calls: readonly CallToday[];
  /** How many calls to come stand at a time that has been closed or blocked since. */
  stranded: number;
  /** What went into quarantine, by reference alone; how many cases are kept there, and for how many days. */
  quarantined: { references: readonly string[]; kept: number; days: number };
}

/** Whether there is anything to tell: a digest without news is not sent. */
export const hasNews = (digest: Digest): boolean => {
  const { undelivered, fresh, waiting, calls, quarantined, stranded } = digest;
  const lists = [undelivered, fresh, waiting, calls, quarantined.references];
  return stranded > 0 || lists.some((all) => all.length > 0);
};
