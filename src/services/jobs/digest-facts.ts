import {
  openOffers,
  quarantinedCases,
  type Since,
  undeliveredMessages,
  waitingCases,
} from '#data/attention-repository.ts';
import type { Transaction } from '#data/client.ts';
import { newCases } from '#data/digest-repository.ts';
import type { Digest } from '#domain/desk/digest.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { conflictingBookings } from '../availability/conflicting-bookings.ts';
import { callsToday } from '../bookings/calls-today.ts';
import { readMonthBefore } from '../desk/read-numbers.ts';

/**
 * What was being written while the last digest was made could not be seen yet, so its last minute is
 * looked at again: better told twice than never.
 */
const OVERLAP_MS = MINUTE;

/** Cases that wait and are not new: those stand among the new ones. */
async function stillWaiting(tx: Transaction, { to }: Since, fresh: Digest['fresh']) {
  const told = new Set(fresh.map(({ reference }) => reference));
  return (await waitingCases(tx, to)).filter(({ reference }) => !told.has(reference));
}

async function quarantined(tx: Transaction, { from, to }: Since) {
  const cases = await quarantinedCases(tx, to);
  return {
    references: cases.filter(({ at }) => at > from.getTime()).map(({ reference }) => reference),
    kept: cases.length,
  };
}

/** Everything the digest made now tells, read inside `tx`; the first digest tells of all there is. */
export async function gatherDigest(
  app: App,
  tx: Transaction,
  last: Date | undefined,
): Promise<Digest> {
  const now = app.now().getTime();
  const since = { from: new Date(last ? last.getTime() - OVERLAP_MS : 0), to: new Date(now) };
  const days = app.site.settings.retention['quarantine-days'];
  const fresh = await newCases(tx, since);
  return {
    now,
    site: app.environment.URL,
    undelivered: await undeliveredMessages(tx, since),
    fresh,
    waiting: await stillWaiting(tx, since, fresh),
    offered: await openOffers(tx, since.to),
    calls: await callsToday(app, tx),
    stranded: await conflictingBookings(app, tx),
    quarantined: { ...(await quarantined(tx, since)), days },
    month: await readMonthBefore(app, tx),
  };
}
