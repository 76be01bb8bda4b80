import type { KnownFault } from './read-audit.ts';

const DAY_MS = 86_400_000;

/** Within how many days a known fault in a package is put right, by how grave the registry calls it (docs/security.md). */
export const DAYS_TO_FIX: Readonly<Record<string, number>> = {
  critical: 2,
  high: 7,
  moderate: 30,
  low: 90,
  info: 90,
};

/** A fault somebody has read about and lives with until its time frame ends: since when it is known here, and why it can wait. */
interface Noted {
  name: string;
  /** A date, such as 2026-11-24. */
  since: string;
  why: string;
}

/** Faults that were looked at, each until its package is changed. */
export const NOTED: readonly Noted[] = [];

/** A known fault, and what stands between it and being let pass. */
type Judged = KnownFault & { verdict: 'new' | 'overdue' | 'within' };

/**
 * Each fault by its time frame: `new` where nobody has noted it, `overdue` once its days are over, and `within` them. What
 * the registry calls by a name nobody knows is as grave as can be.
 */
export const judgeFaults = (
  faults: readonly KnownFault[],
  { noted, now }: { noted: readonly Noted[]; now: Date },
): Judged[] =>
  faults.map((fault) => {
    const found = noted.find(({ name }) => name === fault.name);
    if (!found) return { ...fault, verdict: 'new' };
    const days = DAYS_TO_FIX[fault.severity] ?? DAYS_TO_FIX['critical'] ?? 0;
    const ends = Date.parse(found.since) + (days + 1) * DAY_MS;
    return { ...fault, verdict: now.getTime() < ends ? 'within' : 'overdue' };
  });

/** Notes of faults that the registry no longer tells of. */
export const leftOver = (faults: readonly KnownFault[], noted: readonly Noted[]): Noted[] =>
  noted.filter(({ name }) => !faults.some((fault) => fault.name === name));
