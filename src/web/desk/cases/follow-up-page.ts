import { type FollowUpSet, FollowUpSetSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { followUpForm } from './standing-view.ts';

const PAGE = { heading: 'Look at it again later', form: followUpForm };

async function save(
  { var: { app, staff } }: DeskContext,
  found: Case,
  { once, ...value }: FollowUpSet,
) {
  if (found.quarantinedAt) return QUARANTINED;
  const fault = followUpFault(value.followUp, app.now().getTime(), true);
  if (fault) return { status: 422, detail: fault.message, errors: [fault] };
  const pressed = { act: 'follow-up', staff, value, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'follow-up set', ...value }),
  );
  return done ? flashPath(found.reference, 'follow-up') : undefined;
}

/** `/desk/cases/{reference}/follow-up/`: the date on which a case is looked at again, set by itself. */
export const showFollowUp = (c: DeskContext, found: Case) =>
  found.quarantinedAt ? showNotDone(c, found, QUARANTINED) : showAct(c, PAGE);

export const takeFollowUp = takeAct(PAGE, FollowUpSetSchema, save);
