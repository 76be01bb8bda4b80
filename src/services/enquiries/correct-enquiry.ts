import { isDeepStrictEqual } from 'node:util';
import { type Case, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { correctEnquiry, findEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { changedFields } from '#domain/cases/changes.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { hasLeft } from '../bookings/correct-booking.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed, settleCase } from '../cases/case-status-service.ts';
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

/** Corrects the enquiry of a case, as `correctInCase` does; undefined too when the case was erased meanwhile. */
export const correctCase = (
  app: App,
  { id }: Pick<Case, 'id'>,
  after: Enquiry,
): Promise<Case | undefined> =>
  transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    return about && correctInCase(app, tx, about, after);
  });

/** What came of correcting an enquiry at the desk. */
export type CorrectedAtDesk = 'corrected' | 'unchanged' | 'quarantined' | 'gone';

/**
 * Corrects the enquiry of a case for its person, because `staff` say so: nobody is sent anything. What it replaced is
 * kept with the act. Links end as they do when the person gives a new address.
 */
export const correctCaseAtDesk = (
  app: App,
  { id }: Pick<Case, 'id'>,
  after: Enquiry,
  staff: string,
): Promise<CorrectedAtDesk> =>
  transactionRetried(app, async (tx, { mayBeDone }) => {
    const about = await lockCase(tx, id);
    const before = about && (await findEnquiry(tx, id))?.enquiry;
    if (!before) return 'gone';
    if (about.quarantinedAt) return 'quarantined';
    const changed = changedFields({ ...before }, { ...after });
    if (Object.keys(changed).length === 0) return mayBeDone ? 'corrected' : 'unchanged';
    const acting = appAtNextAct(app, about);
    await writeCorrection(acting, tx, about, { before, after });
    await writeAct(acting, tx, about, { staff, act: 'details corrected', before: changed });
    await settleCase(tx, id);
    return 'corrected';
  });
