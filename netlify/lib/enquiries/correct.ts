import { isDeepStrictEqual } from 'node:util';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { type Case, touchCase } from '../cases/case.ts';
import { oweCorrection } from './messages.ts';
import { correctEnquiry, findEnquiry } from './record.ts';

/** Writes a corrected enquiry over the old one and owes word of it; the same words again change nothing. */
export const correctCase = (app: App, about: Case, after: Enquiry): Promise<void> =>
  app.database.transaction(async (tx) => {
    await tx.query('SELECT id FROM cases WHERE id = $1 FOR UPDATE', [about.id]);
    const before = (await findEnquiry(tx, about.id))?.enquiry;
    if (!before || isDeepStrictEqual({ ...before }, { ...after })) return;
    await correctEnquiry(app, tx, about.id, after);
    await touchCase(app, tx, about.id);
    if (!about.quarantinedAt) await oweCorrection(app, tx, about, { before, after });
  });
