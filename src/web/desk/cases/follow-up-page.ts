import { type FollowUpSet, FollowUpSetSchema } from '#domain/desk/actions.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import type { Case } from '#services/cases/case.ts';
import { setFollowUp } from '#services/desk/standing.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { onwardFrom } from './standing-refusals.ts';
import { followUpForm } from './standing-view.ts';

const PAGE = { heading: 'Look at it again later', form: followUpForm };

async function save({ var: { app, staff } }: DeskContext, found: Case, given: FollowUpSet) {
  const fault = followUpFault(given.followUp, app.now().getTime(), true);
  if (fault) return { status: 422, detail: fault.message, errors: [fault] };
  return onwardFrom(await setFollowUp(app, found, given, staff), found, { done: 'follow-up' });
}

/** `/desk/cases/{reference}/follow-up/`: the date on which a case is looked at again, set by itself. */
export const showFollowUp = (c: DeskContext, found: Case) =>
  found.quarantinedAt ? showNotDone(c, found, QUARANTINED) : showAct(c, PAGE);

export const takeFollowUp = takeAct(PAGE, FollowUpSetSchema, save);
