import { isDeepStrictEqual } from 'node:util';
import { type Case, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { correctEnquiry, findEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { CallDetails } from '#domain/booking/booking.ts';
import { changedFields } from '#domain/cases/changes.ts';
import { hasLeft } from '#domain/email-address.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { callsToComeIn } from '../bookings/booking-records.ts';
import { correctIn, detailsOf } from '../bookings/correct-booking.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed, settleCase } from '../cases/case-status-service.ts';
import { isOther } from '../cases/meanwhile.ts';
import { rotateCaseLink } from '../cases/rotate-links.ts';
import { writeAct } from '../desk/case-actions.ts';
import { enqueueCorrection } from '../notifications/enquiry-notifications.ts';

/** Writes a corrected enquiry and ends the links that went to an address it no longer has: it may have been a stranger’s. */
async function writeCorrection(
  acting: App,
  tx: Transaction,
  about: Case,
  { before, after }: { before: Enquiry; after: Enquiry },
): Promise<Case> {
  await correctEnquiry(tx, about.id, { enquiry: after, correctedAt: acting.now() });
  return hasLeft(before.email, after.email) ? rotateCaseLink(acting, tx, about) : about;
}

/**
 * Writes a corrected enquiry over the old one in a case that is locked, keeps what it replaced, and enqueues
 * word of it; the same words again change nothing. With a new address, or none, every link that went to the old
 * one ends, and another goes to the new one. Returns the case with the key its link has now; undefined when there is no enquiry to correct.
 */
export async function correctInCase(
  app: App,
  tx: Transaction,
  about: Case,
  after: Enquiry,
): Promise<Case | undefined> {
  const before = (await findEnquiry(tx, about.id))?.enquiry;
  if (!before) return undefined;
  if (isDeepStrictEqual({ ...before }, { ...after })) return about;
  // In quarantine nothing was sent to anybody, so there is nothing to correct yet.
  if (about.quarantinedAt) {
    await writeEnquiry(tx, about.id, after);
    return about;
  }
  const acting = appAtNextAct(app, about);
  const now = await writeCorrection(acting, tx, about, { before, after });
  await enqueueCorrection(acting, tx, now, { before, after });
  await personActed(acting, tx, about.id, {
    act: 'corrected',
    before: changedFields({ ...before }, { ...after }),
  });
  return now;
}

/** Whether an enquiry is neither as a form of it was shown nor as the form would leave it. */
const isChangedMeanwhile = (before: Enquiry, after: Enquiry, seen: string | undefined) =>
  isOther({ ...before }, seen) && !isDeepStrictEqual({ ...before }, { ...after });

/**
 * Corrects the enquiry of a case, as `correctInCase` does; undefined too when the case was erased meanwhile, and
 * `meanwhile`, with nothing changed, when the enquiry is no longer as `seen` (its print) says.
 */
export const correctCase = (
  app: App,
  { id }: Pick<Case, 'id'>,
  after: Enquiry,
  seen?: string,
): Promise<Case | 'meanwhile' | undefined> =>
  transactionRetried<Case | 'meanwhile' | undefined>(app, async (tx) => {
    const about = await lockCase(tx, id);
    const before = about && (await findEnquiry(tx, id))?.enquiry;
    if (!before) return undefined;
    if (isChangedMeanwhile(before, after, seen)) return 'meanwhile';
    return correctInCase(app, tx, about, after);
  });

/** The details of an enquiry that a call has too. */
const OF_CALLS = ['name', 'phone', 'email', 'organisation'] as const;

/**
 * The details of a call with those of a corrected enquiry in the place of the same words. What it had otherwise stays:
 * a call may be with a colleague. A call keeps a number to ring.
 */
function detailsWith(
  call: Booking,
  { before, after }: { before: Enquiry; after: Enquiry },
): CallDetails {
  const replaced = OF_CALLS.filter(
    (field) => call[field] === before[field] && !(field === 'phone' && after.phone === undefined),
  );
  const given = replaced.map((field) => [field, after[field]] as const);
  return { ...detailsOf(call), ...Object.fromEntries(given) };
}

/** The calls to come that a corrected enquiry changes, each with what its details will be. */
async function callsToCorrect(
  app: App,
  tx: Transaction,
  caseId: string,
  correction: { before: Enquiry; after: Enquiry },
) {
  const toCome = await callsToComeIn(app, tx, caseId);
  return toCome
    .map((call) => ({ call, details: detailsWith(call, correction) }))
    .filter(({ call, details }) => !isDeepStrictEqual(detailsOf(call), details));
}

/**
 * What came of correcting an enquiry at the desk; `with-calls`: calls to come were corrected with it; `meanwhile`: it is
 * no longer as it was seen, and nothing was changed.
 */
export type CorrectedAtDesk =
  | 'corrected'
  | 'with-calls'
  | 'unchanged'
  | 'meanwhile'
  | 'quarantined'
  | 'gone';

/** What staff correct, and whether the calls to come are to be corrected with it. */
interface CorrectingAtDesk {
  after: Enquiry;
  staff: string;
  calls: boolean;
  /** The print of the enquiry as the form showed it. */
  seen?: string | undefined;
}

/** Writes what staff corrected in a case that is locked; `before` is what it replaces. */
async function correctAtDesk(
  app: App,
  tx: Transaction,
  about: Case,
  { before, after, staff, calls }: CorrectingAtDesk & { before: Enquiry },
): Promise<CorrectedAtDesk> {
  const changed = changedFields({ ...before }, { ...after });
  if (Object.keys(changed).length === 0) return 'unchanged';
  const toCorrect = calls ? await callsToCorrect(app, tx, about.id, { before, after }) : [];
  const acting = appAtNextAct(app, about);
  await writeCorrection(acting, tx, about, { before, after });
  await writeAct(acting, tx, about, { staff, act: 'details corrected', before: changed });
  const linksEnded = hasLeft(before.email, after.email);
  for (const { call, details } of toCorrect) {
    await correctIn(app, tx, call, details, { staff, linksEnded });
  }
  await settleCase(tx, about.id);
  return toCorrect.length > 0 ? 'with-calls' : 'corrected';
}

/**
 * Corrects the enquiry of a case for its person, because `staff` say so, and with `calls` what calls to come said in
 * the same words. About the enquiry nobody is sent anything; a call's calendars follow. What it replaced is kept with
 * each act. Links end as they do when the person gives a new address.
 */
export const correctCaseAtDesk = (
  app: App,
  { id }: Pick<Case, 'id'>,
  correcting: CorrectingAtDesk,
): Promise<CorrectedAtDesk> =>
  transactionRetried<CorrectedAtDesk>(app, async (tx, { mayBeDone, before: tried }) => {
    const about = await lockCase(tx, id);
    const before = about && (await findEnquiry(tx, id))?.enquiry;
    if (!before) return 'gone';
    if (about.quarantinedAt) return 'quarantined';
    if (isChangedMeanwhile(before, correcting.after, correcting.seen)) return 'meanwhile';
    const came = await correctAtDesk(app, tx, about, { ...correcting, before });
    return came === 'unchanged' && mayBeDone ? (tried ?? 'corrected') : came;
  });
