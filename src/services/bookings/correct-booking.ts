import { isDeepStrictEqual } from 'node:util';
import { writeDetails } from '#data/booking-repository.ts';
import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { CallDetails } from '#domain/booking/booking.ts';
import { changedFields } from '#domain/cases/changes.ts';
import { hasLeft } from '#domain/email-address.ts';
import { inviteUid } from '#domain/invite/uid.ts';
import { nextVersion } from '#domain/invite/version.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed, settleCase } from '../cases/case-status-service.ts';
import { type ChangedMeanwhile, changedMeanwhile, isOther } from '../cases/meanwhile.ts';
import { nextKey, rotateCaseLink } from '../cases/rotate-links.ts';
import { writeAct } from '../desk/case-actions.ts';
import { callsToComeLimit, changeLimit, type OverLimit } from '../limits/call-budget.ts';
import { enqueueCorrectionMessages } from '../notifications/booking-notifications.ts';
import type { Booking, BookingInCase } from './booking.ts';
import { findBookingInCase, lockBooking } from './booking-records.ts';

/** What came of correcting a call. One that is `over` has begun; one that is `gone` was erased; `meanwhile`: it is no longer as it was seen. */
export type Corrected =
  | (BookingInCase & { kind: 'corrected' | 'unchanged' })
  | OverLimit
  | { kind: 'meanwhile' }
  | { kind: 'cancelled' | 'over' | 'gone' };

/** The details of a call as its form knows them. */
export const detailsOf = ({ name, phone, email, organisation, topic }: CallDetails) => ({
  name,
  phone,
  email,
  organisation,
  topic,
});

/** A call that is handed on is another event at its new address: cancelled at the old one, it stands there. */
const uidsHandedOn = (app: App, { staffUid }: Booking) => ({
  uid: inviteUid(app.uuid(), app.environment.URL),
  staffUid,
});

/** Writes whose act a correction is: the person’s own or, with `staff`, of whoever made it for them. */
async function writeCorrected(
  acting: App,
  tx: Transaction,
  { case: found, booking }: BookingInCase,
  { before, staff }: { before: Record<string, unknown>; staff: string | undefined },
): Promise<void> {
  if (staff === undefined) {
    await personActed(acting, tx, found.id, { act: 'corrected', booking, before });
    return;
  }
  const corrected = { act: 'details corrected', bookingId: booking.id, before } as const;
  await writeAct(acting, tx, found, { staff, ...corrected });
  await settleCase(tx, found.id);
}

/** Why its person cannot give a call these details here, because of a limit; nobody else’s is counted for them. */
export async function correctionLimit(
  app: App,
  tx: Transaction,
  booking: Booking,
  { email, phone }: CallDetails,
): Promise<OverLimit | undefined> {
  const over = await changeLimit(app, tx, booking.id, 'corrections');
  const isSomebodyElse = email !== booking.email || phone !== booking.phone;
  if (over || !isSomebodyElse) return over;
  return callsToComeLimit(app, tx, { email, phone, except: booking.id });
}

/**
 * Whose act a correction is: with `staff`, theirs. `linksEnded`: those that went to an address it leaves were ended
 * before. `seen`: the print of the details as the form showed them.
 */
interface Correcting {
  staff?: string | undefined;
  seen?: string | undefined;
  linksEnded?: boolean;
}

/** Corrects the details of a call in `tx`, as `correctBooking` does. */
export async function correctIn(
  app: App,
  tx: Transaction,
  correcting: Booking,
  details: CallDetails,
  { staff, seen, linksEnded = false }: Correcting = {},
): Promise<Corrected> {
  const about = await lockBooking(tx, correcting);
  if (!about) return { kind: 'gone' };
  const { case: found, booking } = about;
  if (booking.cancelledAt) return { kind: 'cancelled' };
  if (booking.start <= app.now().getTime()) return { kind: 'over' };
  const after = detailsOf(details);
  const before = detailsOf(booking);
  if (isDeepStrictEqual(before, after)) return { kind: 'unchanged', ...about };
  if (isOther(before, seen)) return { kind: 'meanwhile' };
  const over = staff === undefined && (await correctionLimit(app, tx, booking, after));
  if (over) return over;
  const acting = appAtNextAct(app, found);
  const at = acting.now();
  const version = nextVersion(booking.version, at.getTime());
  const handedOn = !booking.quarantinedAt && hasLeft(booking.email, after.email);
  const uids = handedOn ? uidsHandedOn(app, booking) : booking;
  await writeDetails(tx, booking.id, { version, at, details: after, uids });
  const { uid, staffUid } = uids;
  const corrected = {
    case: found,
    booking: { ...booking, ...after, uid, staffUid, version, correctedAt: at },
  };
  if (booking.quarantinedAt) return { kind: 'corrected', ...corrected };
  const now =
    handedOn && !linksEnded
      ? { case: await rotateCaseLink(acting, tx, found), booking: nextKey(corrected.booking) }
      : corrected;
  const by = staff === undefined ? 'person' : 'staff';
  const ended = { linksEnded: linksEnded || handedOn };
  await enqueueCorrectionMessages(acting, tx, now, { before: booking, by, ...ended });
  await writeCorrected(acting, tx, about, { before: changedFields(before, after), staff });
  return { kind: 'corrected', ...now };
}

/**
 * Writes corrected details over those of a call still to come, and enqueues word of it, calendars included;
 * an address it no longer goes by is told so, and every link that was sent to it ends. The same details again change
 * nothing and send nothing. With `staff`, it is their act and not the person’s. Where
 * the details are no longer as `seen` says, nothing is changed.
 */
export const correctBooking = (
  app: App,
  booking: Booking,
  details: CallDetails,
  by: Pick<Correcting, 'staff' | 'seen'> = {},
): Promise<Corrected> => transactionRetried(app, (tx) => correctIn(app, tx, booking, details, by));

/**
 * What became of the details of a call since a form showed them as `seen` says, and the call as it is, with its case; undefined when it
 * was erased meanwhile.
 */
export async function callChangedMeanwhile(
  tx: Transaction,
  call: Pick<Booking, 'id' | 'caseId'>,
  { value, seen }: { value: CallDetails; seen: string },
): Promise<(BookingInCase & { changed: ChangedMeanwhile }) | undefined> {
  const about = await findBookingInCase(tx, call);
  if (!about) return undefined;
  const { booking } = about;
  const of = { caseId: booking.caseId, bookingId: booking.id };
  const given = { now: detailsOf(booking), typed: { ...value }, seen };
  return { ...about, changed: await changedMeanwhile(tx, of, given) };
}
