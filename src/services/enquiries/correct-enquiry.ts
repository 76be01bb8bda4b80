import { isDeepStrictEqual } from 'node:util';
import { type Case, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { correctEnquiry, findEnquiry, writeEnquiry } from '#data/enquiry-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { changedFields } from '#domain/cases/changes.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed } from '../cases/case-status-service.ts';
import { rotateCaseLink } from '../cases/rotate-links.ts';
import { enqueueCorrection } from '../notifications/enquiry-notifications.ts';

/** Whether an address has a link that it may no longer have: it was given, and is not the one there is now. */
const hasLeft = (before: string | undefined, after: string | undefined) =>
  before !== undefined && before.toLowerCase() !== after?.toLowerCase();

/**
 * Writes a corrected enquiry over the old one in a case that is locked, keeps what it replaced, and enqueues
 * word of it; the same words again change nothing. A link went to the old address, which may be a
 * stranger’s: with a new one, or none, every link ends, and another goes to the new one. Returns the case with the key its link
 * has now; undefined when there is no enquiry to correct.
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
  await correctEnquiry(tx, about.id, { enquiry: after, correctedAt: acting.now() });
  const now = hasLeft(before.email, after.email) ? await rotateCaseLink(acting, tx, about) : about;
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
