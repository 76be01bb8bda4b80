import { actsOf } from '#data/case-act-repository.ts';
import { deleteHold, findHold, isOnHold, writeHold } from '#data/hold-repository.ts';
import { forgetRemindersOfCase } from '#data/reminder-repository.ts';
import { isToStay } from '#data/retention-repository.ts';
import type { FieldValues } from '#domain/cases/changes.ts';
import type { ActName } from '#domain/desk/acts.ts';
import type { Hold } from '#domain/desk/hold.ts';
import { isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { isOther, printOfValues } from '../cases/meanwhile.ts';
import { writeAct } from './case-actions.ts';
import { judgedAction } from './idempotent-action.ts';

export { findHold, isOnHold, isToStay };

/** A hold that one of the staff puts on a case, or changes: why, and the London day on which to look at it again. */
interface HoldSet {
  reason: string;
  lookAgain: number;
  staff: string;
  /** The print of the hold that the form showed. */
  seen: string | undefined;
  once: string | undefined;
}

/** What a form of a hold holds, by the names of its fields; nothing where the case is not on hold. */
export const holdValues = (hold: Pick<Hold, 'reason' | 'lookAgain'> | undefined): FieldValues =>
  hold ? { reason: hold.reason, followUp: isoDate(hold.lookAgain) } : {};

/**
 * Puts a case on hold, or gives its hold another reason and date: it is kept and not used. Reminders that wait are
 * taken back. `meanwhile`, with nothing changed, when the hold is neither as the form showed it nor as it would leave it.
 */
export const holdCase = (
  app: App,
  found: Case,
  { staff, seen, once, ...value }: HoldSet,
): Promise<'done' | 'gone' | 'meanwhile'> =>
  judgedAction<'meanwhile'>(
    app,
    found,
    { act: 'hold', staff, value, once },
    {
      async judge(tx, about) {
        const now = holdValues(await findHold(tx, about.id));
        const isChanged = isOther(now, seen) && isOther(now, printOfValues(holdValues(value)));
        return isChanged ? 'meanwhile' : undefined;
      },
      async work(acting, tx, about) {
        await writeHold(tx, about.id, { ...value, onHoldSince: acting.now() });
        await forgetRemindersOfCase(tx, about.id);
        // The reason stands with the hold; with the act stays what it was when it was given.
        await writeAct(acting, tx, about, { staff, act: 'held', words: value.reason });
      },
    },
  );

/** Acts that may have changed a hold: removing words takes them out of its reason too, and of others. */
const MAY_CHANGE_HOLD: ReadonlySet<ActName> = new Set(['held', 'hold ended', 'words removed']);

/** Who of the staff said last whether a case is on hold, or why; undefined where words may have been taken out of that since. */
export async function heldBy(app: App, { id }: Pick<Case, 'id'>): Promise<string | undefined> {
  const last = (await actsOf(app.database, id)).findLast(({ act }) => MAY_CHANGE_HOLD.has(act));
  return last?.act === 'words removed' ? undefined : last?.actor;
}

/**
 * Takes the hold off a case; nothing is noted where there was none. `meanwhile`, with nothing changed, when it has
 * another reason or date than its page showed: what it is needed for now, nobody has read who presses.
 */
export const endHold = (
  app: App,
  found: Case,
  { staff, seen }: Pick<HoldSet, 'staff' | 'seen'>,
): Promise<'done' | 'gone' | 'meanwhile'> =>
  judgedAction<'meanwhile'>(
    app,
    found,
    { act: 'hold ended', staff, value: {}, once: undefined },
    {
      async judge(tx, about) {
        const hold = await findHold(tx, about.id);
        return hold && isOther(holdValues(hold), seen) ? 'meanwhile' : undefined;
      },
      async work(acting, tx, about) {
        if (!(await deleteHold(tx, about.id))) return;
        await writeAct(acting, tx, about, { staff, act: 'hold ended' });
      },
    },
  );
