import {
  comingUp,
  openDataRequests,
  openOffers,
  quarantinedCases,
  undeliveredMessages,
  waitingCases,
} from '#data/attention-repository.ts';
import { openComplaints } from '#data/complaint-repository.ts';
import { holdsDue } from '#data/hold-repository.ts';
import { NOBODY } from '#domain/desk/cases-query.ts';
import {
  type CallToday,
  type ComingUp,
  type ConflictingCall,
  type DataRequest,
  type HoldToLookAt,
  isNoneOf,
  type OpenComplaint,
  type OpenOffer,
  type QuarantinedCase,
  type Undelivered,
  type Waiting,
} from '#domain/desk/digest.ts';
import { DAY } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { conflictingBookings } from '../availability/conflicting-bookings.ts';
import { callsNextDay, callsToday } from '../bookings/calls-today.ts';
import { feedAddress } from '../calendar-feed/feed-address.ts';
import { type FailingCalendar, failingCalendars } from '../calendars/staff-calendars.ts';
import { lockedOut } from '../jobs/health.ts';
import { pressingHours, type UnusualHour } from './unusual-hours.ts';

/** What the first page of the desk tells. Instants are in milliseconds. */
export interface Today {
  now: number;
  /** Why no mail goes out, and how many messages wait for it; undefined while it does. */
  mail: { why: string; waiting: number } | undefined;
  /** Hours of the last days in which more came in than is usual, and which nobody has undone. */
  unusual: readonly UnusualHour[];
  /** The complaints that are open, the oldest first. */
  complaints: readonly OpenComplaint[];
  /** The requests about data that are noted and not answered, the one to be answered soonest first. */
  requests: readonly DataRequest[];
  /** Cases on hold whose date to look again has come. */
  holds: readonly HoldToLookAt[];
  undelivered: readonly Undelivered[];
  /** How many days back those are looked for. */
  undeliveredDays: number;
  /** The calls to come that cannot take place when they are booked for. */
  conflicting: readonly ConflictingCall[];
  calls: readonly CallToday[];
  /** The next day after today on which the line opens, in days since 1 January 1970, and its calls. */
  next: { day: number; calls: readonly CallToday[] };
  /** How many calls of those two days others see to, or nobody; undefined where everybody’s are told. */
  othersCalls: { today: number; next: number } | undefined;
  waiting: readonly Waiting[];
  /** The calendars of staff that could not be read when that was last tried. */
  calendars: readonly FailingCalendar[];
  offered: readonly OpenOffer[];
  /** The cases that are looked at again within the next two weeks. */
  coming: readonly ComingUp[];
  quarantined: readonly QuarantinedCase[];
  quarantineDays: number;
  /** The address of one’s own feed, where feeds are how calls come into calendars. */
  feed: string | undefined;
}

/**
 * What one of the staff sees to of all that the first page tells, or what nobody does: what is in quarantine, and that no
 * mail goes out, everybody is told.
 */
export function ownedBy(today: Today, owner: string | undefined): Today {
  if (owner === undefined) return today;
  const wanted = owner === NOBODY ? undefined : owner;
  const of = <One extends { owner?: string | undefined }>(all: readonly One[]) =>
    all.filter((one) => one.owner === wanted);
  const [calls, next] = [of(today.calls), of(today.next.calls)];
  return {
    ...today,
    complaints: of(today.complaints),
    requests: of(today.requests),
    holds: of(today.holds),
    undelivered: of(today.undelivered),
    conflicting: of(today.conflicting),
    calls,
    next: { ...today.next, calls: next },
    othersCalls: {
      today: today.calls.length - calls.length,
      next: today.next.calls.length - next.length,
    },
    waiting: of(today.waiting),
    offered: of(today.offered),
    coming: of(today.coming),
  };
}

/** How long a message that did not arrive is told of, when nothing is done about its case. */
const UNDELIVERED_DAYS = 30;

/** How many days ahead the first page tells of cases that are looked at again. */
export const COMING_DAYS = 14;

/** Everything the first page of the desk tells one of the staff, as it is now. */
export async function gatherToday(app: App, staff: string): Promise<Today> {
  const { database, site } = app;
  const to = app.now();
  const now = to.getTime();
  const from = new Date(now - UNDELIVERED_DAYS * DAY);
  const { day: today } = wallClockAt(now);
  const coming = { today, last: today + COMING_DAYS, staff };
  const complaints = await openComplaints(database);
  return {
    now,
    mail: await lockedOut(app),
    unusual: await pressingHours(app),
    complaints,
    requests: await openDataRequests(database),
    holds: await holdsDue(database, today),
    undelivered: await undeliveredMessages(database, { from, to }),
    undeliveredDays: UNDELIVERED_DAYS,
    conflicting: await conflictingBookings(app),
    calls: await callsToday(app, database),
    next: await callsNextDay(app, database),
    othersCalls: undefined,
    waiting: (await waitingCases(database, to)).filter(isNoneOf(complaints)),
    calendars: await failingCalendars(app),
    offered: await openOffers(database, to),
    coming: (await comingUp(database, to, coming)).filter(isNoneOf(complaints)),
    quarantined: (await quarantinedCases(database, to)).filter(isNoneOf(complaints)),
    quarantineDays: site.settings.retention['quarantine-days'],
    feed: site.settings['staff-calendar'].by === 'feed' ? feedAddress(app, staff) : undefined,
  };
}
