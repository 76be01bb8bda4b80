import { type CaseWithWhatCame, findCasesByEmail } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { probeWriting } from '#data/job-run-repository.ts';
import { deleteMessageAndUse } from '#data/limit-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { MINUTE } from '#domain/time/day.ts';
import { linkAgain } from '#emails/link-again-email.ts';
import type { App } from '../app.ts';
import { countMail } from '../limits/mail-budget.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { linkOf } from './case.ts';
import { recognise, rememberSubmission, type Submission } from './idempotency.ts';

const ROUTE = '/your-enquiry/';

/** Asked again within this, in minutes, an address is not written to again. */
export const LINK_AGAIN_MINUTES = 10;

const askedFor = (email: string): Submission => ({
  route: ROUTE,
  identity: { by: 'key', key: email },
  value: email,
  within: LINK_AGAIN_MINUTES * MINUTE,
});

const enqueueLinks = (app: App, tx: Transaction, to: string, cases: readonly CaseWithWhatCame[]) =>
  enqueueMessage(app, tx, {
    kind: 'link again',
    audience: 'enquirer',
    to,
    caseId: cases[0]?.id,
    words: linkAgain({
      cases: cases.map((each) => ({ ...each, link: linkOf(app, each) })),
      now: app.now().getTime(),
      phoneOfLine: app.site.settings.line.phone,
      hours: hoursInWords(app.site.settings.line.hours),
    }),
  });

/** Throws DatabaseUnavailableError while nothing can be written: the same for every address, before it is looked up. */
export const canSendLinks = ({ database, now }: App): Promise<void> =>
  probeWriting(database, now());

/**
 * Enqueues the links of an address's cases to that address, once in ten minutes however often they are
 * asked for, and not once it has had as many emails as an address gets. Where there is nothing to send, the same message is rendered, written and taken back in
 * the same transaction, so that the time it takes does not tell who has written to us.
 */
export const sendLinkAgain = (app: App, email: string): Promise<void> =>
  transactionRetried(app, async (tx) => {
    const submission = askedFor(email.toLowerCase());
    const repeat = await recognise(app, tx, submission);
    const found = await findCasesByEmail(tx, email);
    const { use, hasRoom } = await countMail(app, tx, email);
    const [newest] = repeat.kind === 'new' && hasRoom ? found : [];
    const message = await enqueueLinks(app, tx, email, found);
    if (newest) return rememberSubmission(app, tx, submission, { caseId: newest.id });
    await deleteMessageAndUse(tx, { message, use });
  });
