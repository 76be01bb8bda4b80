import type { Transaction } from '#data/client.ts';
import { writeAcknowledged, writeComplaintEnd } from '#data/complaint-repository.ts';
import type { ToldBy } from '#domain/desk/actions.ts';
import type { ComplaintReopening, ComplaintStep } from '#domain/desk/complaint-actions.ts';
import { complaintOutcomeEmail, complaintProgressEmail } from '#emails/complaint-emails.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from '../desk/case-actions.ts';
import { dateMeanwhile } from '../desk/follow-up.ts';
import { judgedAction } from '../desk/idempotent-action.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { type ComplaintRead, findComplaint, readComplaint } from './complaint.ts';
import { complaintEmail } from './complaint-notifications.ts';

type Step = Pick<ComplaintStep, 'step' | 'words'>;

const EMAILS = {
  progress: { kind: 'progress of a complaint', words: complaintProgressEmail },
  outcome: { kind: 'outcome of a complaint', words: complaintOutcomeEmail },
} as const;

/** Enqueues the words of staff to the person of a complaint; what staff write is held to no limit. */
async function tell(
  app: App,
  tx: Transaction,
  about: Case,
  { complaint }: ComplaintRead,
  { step, words }: Step,
) {
  if (complaint.email === undefined) return;
  const email = EMAILS[step];
  await enqueueMessage(app, tx, {
    kind: email.kind,
    audience: 'enquirer',
    caseId: about.id,
    to: complaint.email,
    words: email.words({ ...complaintEmail(app, about, complaint), words }),
  });
}

/** Notes that the person was told how far it has got or, with which the complaint ends, the outcome: they know that we have it. */
async function noteTold(
  app: App,
  tx: Transaction,
  about: Case,
  { step, words }: Step,
  by: { staff: string; told: ToldBy },
) {
  await writeAcknowledged(tx, about.id, app.now());
  if (step === 'outcome') await writeComplaintEnd(tx, about.id, app.now());
  const act = step === 'outcome' ? 'complaint outcome' : 'complaint progress';
  await writeAct(app, tx, about, { act, words, ...by });
}

/**
 * Why a step is not taken: `ended` when its outcome was told already, and `no address` when its person was to be told by
 * email and has given none.
 */
type NotTaken = 'in quarantine' | 'no complaint' | 'ended' | 'no address';

/** What came of a step in a complaint. */
export type ComplaintStepResult = 'done' | 'gone' | 'meanwhile' | NotTaken;

/**
 * Writes down how far a complaint has got, or its outcome, and emails these words to its person where staff say so.
 * The outcome ends it, and the date to look at it again: `meanwhile`, with nothing done, when another was set since the
 * form was shown. Pressed twice, it does so once.
 */
export const takeComplaintStep = (
  app: App,
  found: Case,
  { once, seen, ...value }: ComplaintStep,
  staff: string,
): Promise<ComplaintStepResult> =>
  judgedAction<NotTaken | 'meanwhile'>(
    app,
    found,
    { act: 'complaint', staff, value, once },
    {
      async judge(tx, about) {
        if (about.quarantinedAt) return 'in quarantine';
        const read = await readComplaint(tx, about.id);
        if (!read) return 'no complaint';
        if (read.endedAt) return 'ended';
        if (value.told === 'email' && read.complaint.email === undefined) return 'no address';
        return value.step === 'outcome' ? dateMeanwhile(app, tx, about, { seen }) : undefined;
      },
      async work(acting, tx, about) {
        const { told, words } = value;
        const complaint = await readComplaint(tx, about.id);
        if (told === 'nobody' || !complaint) {
          await writeAct(acting, tx, about, { staff, act: 'complaint noted', words });
          return;
        }
        if (told === 'email') await tell(acting, tx, about, complaint, value);
        await noteTold(acting, tx, about, value, { staff, told });
      },
    },
  );

/**
 * Opens a complaint again whose outcome was told; its 30 days are those it had. With nothing done, `already` when it is
 * open, and `meanwhile` when another date was set since the page was shown: it would end.
 */
export const reopenComplaint = (
  app: App,
  found: Case,
  { staff, seen, once }: ComplaintReopening & { staff: string },
): Promise<'done' | 'gone' | 'already' | 'meanwhile'> =>
  judgedAction<'already' | 'meanwhile'>(
    app,
    found,
    { act: 'complaint reopened', staff, value: {}, once },
    {
      async judge(tx, about) {
        const kept = await findComplaint(tx, about.id);
        return kept?.endedAt ? dateMeanwhile(app, tx, about, { seen }) : 'already';
      },
      async work(acting, tx, about) {
        await writeComplaintEnd(tx, about.id, undefined);
        await writeAct(acting, tx, about, { staff, act: 'complaint reopened' });
      },
    },
  );
