import { isDeepStrictEqual } from 'node:util';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { type Case, lockCase, touchCase } from '../cases/case.ts';
import { rekeyCase } from '../cases/rekey.ts';
import { transactionRetried } from '../collisions.ts';
import { oweCorrection } from './messages.ts';
import { correctEnquiry, findEnquiry } from './record.ts';

const sameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * Writes a corrected enquiry over the old one and owes word of it; the same words again change nothing.
 * A link went to the old address, which may be a stranger’s: with a new one, every link ends and another
 * is sent. Returns the case with the key its link has now; undefined when there is no enquiry to correct:
 * the case was erased, or holds calls alone.
 */
export const correctCase = (
  app: App,
  { id }: Pick<Case, 'id'>,
  after: Enquiry,
): Promise<Case | undefined> =>
  transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    const before = about && (await findEnquiry(tx, about.id))?.enquiry;
    if (!before) return undefined;
    if (isDeepStrictEqual({ ...before }, { ...after })) return about;
    await correctEnquiry(app, tx, about.id, after);
    await touchCase(app, tx, about.id);
    // In quarantine nothing was sent to anybody.
    if (about.quarantinedAt) return about;
    const moved = !sameAddress(before.email, after.email);
    const now = moved ? await rekeyCase(app, tx, about) : about;
    await oweCorrection(app, tx, now, { before, after });
    return now;
  });
