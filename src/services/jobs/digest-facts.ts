import {
  openDataRequests,
  openOffers,
  quarantinedCases,
  type Since,
  undeliveredMessages,
  waitingCases,
} from '#data/attention-repository.ts';
import type { Transaction } from '#data/client.ts';
import { openComplaints } from '#data/complaint-repository.ts';
import { newCases } from '#data/digest-repository.ts';
import { holdsDue } from '#data/hold-repository.ts';
import { type Caller, type Digest, isNoneOf } from '#domain/desk/digest.ts';
import { MINUTE } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { conflictingBookings } from '../availability/conflicting-bookings.ts';
import { callsToday } from '../bookings/calls-today.ts';
import { readMonthBefore } from '../desk/read-numbers.ts';

/**
 * What was being written while the last digest was made could not be seen yet, so its last minute is
 * looked at again: better told twice than never.
 */
const OVERLAP_MS = MINUTE;

/** Cases that wait and are told of nowhere else: not among the complaints, nor the new ones. */
async function stillWaiting(tx: Transaction, { to }: Since, told: readonly Caller[]) {
  return (await waitingCases(tx, to)).filter(isNoneOf(told));
}

/** What is in quarantine and told of nowhere else. */
async function quarantined(tx: Transaction, { from, to }: Since, told: readonly Caller[]) {
  const cases = (await quarantinedCases(tx, to)).filter(isNoneOf(told));
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
  const complaints = await openComplaints(tx);
  const fresh = (await newCases(tx, since)).filter(isNoneOf(complaints));
  return {
    now,
    site: app.environment.URL,
    complaints,
    requests: await openDataRequests(tx),
    holds: await holdsDue(tx, wallClockAt(now).day),
    undelivered: await undeliveredMessages(tx, since),
    fresh,
    waiting: await stillWaiting(tx, since, [...complaints, ...fresh]),
    offered: await openOffers(tx, since.to),
    calls: await callsToday(app, tx),
    conflicting: await conflictingBookings(app, tx),
    quarantined: { ...(await quarantined(tx, since, complaints)), days },
    month: await readMonthBefore(app, tx),
  };
}
