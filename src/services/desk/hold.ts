import { deleteHold, findHold, isOnHold, writeHold } from '#data/hold-repository.ts';
import { forgetRemindersOfCase } from '#data/reminder-repository.ts';
import { isToStay } from '#data/retention-repository.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from './case-actions.ts';
import { idempotentAction } from './idempotent-action.ts';

export { findHold, isOnHold, isToStay };

/** A hold that one of the staff puts on a case, or changes: why, and the London day on which to look at it again. */
interface HoldSet {
  reason: string;
  lookAgain: number;
  staff: string;
  once: string | undefined;
}

/**
 * Puts a case on hold, or gives its hold another reason and date: it is kept and not used. Reminders that wait are
 * taken back. False when the case was erased meanwhile.
 */
export const holdCase = (
  app: App,
  found: Case,
  { staff, once, ...value }: HoldSet,
): Promise<boolean> =>
  idempotentAction(app, found, { act: 'hold', staff, value, once }, async (acting, tx, about) => {
    await writeHold(tx, about.id, { ...value, onHoldSince: acting.now() });
    await forgetRemindersOfCase(tx, about.id);
    // The reason stands with the hold; with the act stays what it was when it was given.
    await writeAct(acting, tx, about, { staff, act: 'held', words: value.reason });
  });

/** Takes the hold off a case; nothing is noted where there was none. False when the case was erased meanwhile. */
export const endHold = (app: App, found: Case, staff: string): Promise<boolean> =>
  idempotentAction(
    app,
    found,
    { act: 'hold ended', staff, value: {}, once: undefined },
    async (acting, tx, about) => {
      if (!(await deleteHold(tx, about.id))) return;
      await writeAct(acting, tx, about, { staff, act: 'hold ended' });
    },
  );
