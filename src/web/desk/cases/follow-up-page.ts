import { type FollowUpSet, FollowUpSetSchema } from '#domain/desk/actions.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import type { Case } from '#services/cases/case.ts';
import { setFollowUp } from '#services/desk/standing.ts';
import type { Fields } from '../../http/request-body.ts';
import { toFixIn } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { showDateMeanwhile } from './date-meanwhile.ts';
import { followUpBeside, withDates } from './follow-up-field.ts';
import { onwardFrom } from './standing-refusals.ts';
import { followUpForm } from './standing-view.ts';

const PAGE = { heading: 'Look at it again later', form: withDates(followUpForm) };

const OVER = 'Enter a follow-up date after today.';

async function save(c: DeskContext, found: Case, given: FollowUpSet, posted: Fields) {
  const { app, staff } = c.var;
  const fault = followUpFault(given.followUp, app.now().getTime(), OVER);
  if (fault) return toFixIn(fault);
  const came = await setFollowUp(app, found, given, staff);
  if (came === 'meanwhile') {
    const again = { page: PAGE, button: 'Save the date', day: given.followUp, posted };
    return showDateMeanwhile(c, found, again);
  }
  return onwardFrom(came, found, { done: 'follow-up' });
}

/** `/desk/cases/{reference}/follow-up/`: the date on which a case is looked at again, set by itself. */
export const showFollowUp = (c: DeskContext, found: Case) =>
  found.quarantinedAt ? showNotDone(c, found, QUARANTINED) : showAct(c, PAGE);

export const takeFollowUp = takeAct(PAGE, FollowUpSetSchema, save, {
  faultsBeside: followUpBeside(OVER),
});
