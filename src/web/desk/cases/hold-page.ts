import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import { type HoldGiven, HoldSchema } from '#domain/desk/hold.ts';
import { isoDate } from '#domain/time/day.ts';
import type { Case } from '#services/cases/case.ts';
import { endHold, findHold, holdCase } from '#services/desk/hold.ts';
import { NothingTyped } from '../../http/post-form.ts';
import { toFixIn } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { endHoldView, holdForm } from './hold-view.ts';

const PAGE = { heading: 'Put this case on hold', form: holdForm };

const OVER = 'Enter a date after today on which to look at it again';

async function save(
  { var: { app, staff } }: DeskContext,
  found: Case,
  { reason, followUp, once }: HoldGiven,
) {
  const fault = followUpFault(followUp, app.now().getTime(), OVER);
  if (fault) return toFixIn(fault);
  const done = await holdCase(app, found, { reason, lookAgain: followUp, staff, once });
  return done ? flashPath(found.reference, 'held') : undefined;
}

/** `/desk/cases/{reference}/hold/`: a case is kept and not used, until the hold is taken off. */
export async function showHold(c: DeskContext, found: Case): Promise<Response> {
  const hold = await findHold(c.var.app.database, found.id);
  return showAct(c, PAGE, hold && { reason: hold.reason, followUp: isoDate(hold.lookAgain) });
}

export const takeHold = takeAct(PAGE, HoldSchema, save);

const NOT_ON_HOLD = {
  status: 409,
  detail: 'This case is not on hold. The hold may have been taken off meanwhile.',
} as const;

/** `/desk/cases/{reference}/hold/end/`: what follows when the hold is taken off, and then that it is. */
export async function showEndHold(c: DeskContext, found: Case): Promise<Response> {
  const hold = await findHold(c.var.app.database, found.id);
  if (!hold) return showNotDone(c, found, NOT_ON_HOLD);
  const live = endHoldView(found.reference, hold, c.var.app.now().getTime());
  return deskPage(c, { heading: 'Take the hold off?', live });
}

export const takeEndHold = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, NothingTyped, async () => {
    const done = await endHold(c.var.app, found, c.var.staff);
    return done ? flashPath(found.reference, 'hold-ended') : ERASED;
  });
