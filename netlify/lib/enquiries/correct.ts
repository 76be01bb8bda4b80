import { isDeepStrictEqual } from 'node:util';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { type Case, lockCase, touchCase } from '../cases/case.ts';
import { transactionRetried } from '../collisions.ts';
import { oweCorrection } from './messages.ts';
import { correctEnquiry, findEnquiry } from './record.ts';

/**
 * Writes a corrected enquiry over the old one and owes word of it; the same words again change nothing.
 * False when there is no enquiry to correct: the case was erased, or holds calls alone.
 */
export const correctCase = (app: App, { id }: Pick<Case, 'id'>, after: Enquiry): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    const before = about && (await findEnquiry(tx, about.id))?.enquiry;
    if (!before) return false;
    if (isDeepStrictEqual({ ...before }, { ...after })) return true;
    await correctEnquiry(app, tx, about.id, after);
    await touchCase(app, tx, about.id);
    if (!about.quarantinedAt) await oweCorrection(app, tx, about, { before, after });
    return true;
  });
