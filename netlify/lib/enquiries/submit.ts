import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';
import { type Case, openCase } from '../cases/case.ts';
import { findRepeat, rememberSubmission, type Submission } from '../cases/repeat.ts';
import { oweAcknowledgement } from './messages.ts';
import { insertEnquiry } from './record.ts';

export type Submitted = { kind: 'saved' | 'repeat'; case: Case } | { kind: 'key-reused' };

/**
 * Saves an enquiry and every message it owes, in one transaction; a post that was made before is
 * given the case it made. One in quarantine is kept and owes nothing until staff release it.
 */
export const submitEnquiry = (
  app: App,
  enquiry: Enquiry,
  submission: Submission,
  quarantined: boolean,
): Promise<Submitted> =>
  app.database.transaction(async (tx) => {
    const repeat = await findRepeat(app, tx, submission);
    if (repeat.kind !== 'new') return repeat;
    const opened = await openCase(app, tx, quarantined);
    await insertEnquiry(app, tx, opened.id, enquiry);
    await rememberSubmission(app, tx, submission, { caseId: opened.id });
    if (!quarantined) await oweAcknowledgement(app, tx, opened, enquiry);
    return { kind: 'saved', case: opened };
  });
