import type { Transaction } from '#data/client.ts';
import { findComplaint } from '#data/complaint-repository.ts';
import type { Closing, FollowUpSet, OutcomeNoted, Reopening } from '#domain/desk/actions.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from './case-actions.ts';
import { dateMeanwhile } from './follow-up.ts';
import { judgedAction } from './idempotent-action.ts';
import { isClosed } from './read-case.ts';

/** Why how a case stands is not changed by hand: what looked automatic is released first, and its outcome ends a complaint. */
export type StandingRefusal = 'in quarantine' | 'open complaint';

/** What came of it. `already`: the case stands so, and nothing more was written. `gone`: it was erased meanwhile. */
export type StandingResult = 'done' | 'already' | 'gone' | StandingRefusal;

/**
 * The same of what sets a date, or ends one. `meanwhile`, with nothing written, when the date is neither the one that
 * the form showed nor the one that the act would leave.
 */
export type DatedResult = StandingResult | 'meanwhile';

/** Whether a case may be given an outcome or closed by hand, as it is in `tx`. The links to both are left out by the same rule (case-acts-view.ts). */
export async function standingRefusal(
  tx: Transaction,
  { id, quarantinedAt }: Pick<Case, 'id' | 'quarantinedAt'>,
): Promise<StandingRefusal | undefined> {
  if (quarantinedAt) return 'in quarantine';
  const complaint = await findComplaint(tx, id);
  return complaint && !complaint.endedAt ? 'open complaint' : undefined;
}

/** Notes what came of trying to reach a person; `followUp` is the London day on which to look at the case again. */
export const noteOutcome = (
  app: App,
  found: Case,
  { once, seen, ...value }: OutcomeNoted,
  { staff, followUp }: { staff: string; followUp: number | undefined },
): Promise<DatedResult> =>
  judgedAction(
    app,
    found,
    { act: 'outcome', staff, value, once },
    {
      judge: async (tx, about) =>
        (await standingRefusal(tx, about)) ??
        (await dateMeanwhile(app, tx, about, { seen, leaves: followUp })),
      work: (acting, tx, about) =>
        writeAct(acting, tx, about, { staff, act: 'outcome', ...value, followUp }),
    },
  );

/** Says when to look at a case again. */
export const setFollowUp = (
  app: App,
  found: Case,
  { once, seen, ...value }: FollowUpSet,
  staff: string,
): Promise<DatedResult> =>
  judgedAction(
    app,
    found,
    { act: 'follow-up', staff, value, once },
    {
      judge: async (tx, about) =>
        about.quarantinedAt
          ? 'in quarantine'
          : dateMeanwhile(app, tx, about, { seen, leaves: value.followUp }),
      work: (acting, tx, about) =>
        writeAct(acting, tx, about, { staff, act: 'follow-up set', ...value }),
    },
  );

/** Closes a case by hand; one that is closed stays as it is. */
export const closeCase = (
  app: App,
  found: Case,
  { once, seen, ...value }: Closing,
  staff: string,
): Promise<DatedResult> =>
  judgedAction(
    app,
    found,
    { act: 'close', staff, value, once },
    {
      judge: async (tx, about) =>
        (await standingRefusal(tx, about)) ??
        ((await isClosed(app, about, tx)) ? 'already' : dateMeanwhile(app, tx, about, { seen })),
      work: (acting, tx, about) => writeAct(acting, tx, about, { staff, act: 'closed', ...value }),
    },
  );

/** Opens a closed case again until `followUp`; one that is open stays as it is. */
export const reopenCase = (
  app: App,
  found: Case,
  { once, seen, ...value }: Reopening,
  { staff, followUp }: { staff: string; followUp: number },
): Promise<DatedResult> =>
  judgedAction(
    app,
    found,
    { act: 'reopen', staff, value, once },
    {
      judge: async (tx, about) =>
        (await isClosed(app, about, tx))
          ? dateMeanwhile(app, tx, about, { seen, leaves: followUp })
          : 'already',
      work: (acting, tx, about) =>
        writeAct(acting, tx, about, { staff, act: 'reopened', ...value, followUp }),
    },
  );
