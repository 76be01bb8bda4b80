import { CloseSchema, type Closing, type Reopening, ReopenSchema } from '#domain/desk/actions.ts';
import { followUpFault, usualFollowUp } from '#domain/desk/follow-up.ts';
import { readOpenTimes } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { dateSetBy } from '#services/desk/follow-up.ts';
import { isClosed } from '#services/desk/read-case.ts';
import { closeCase, reopenCase } from '#services/desk/standing.ts';
import type { Fields } from '../../http/request-body.ts';
import { type Refusal, toFixIn } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { showNotDone } from './confirm-page.ts';
import { showDateMeanwhile } from './date-meanwhile.ts';
import { followUpBeside, withDates } from './follow-up-field.ts';
import { onwardFrom, unlessRefused } from './standing-refusals.ts';
import { closeForm, reopenForm } from './standing-view.ts';

const CLOSE = { heading: 'Close this case?', form: withDates(closeForm) };
const REOPEN = { heading: 'Open this case again?', form: withDates(reopenForm) };

const NOT_CLOSED: Refusal = {
  status: 409,
  detail: 'This case is not closed. It may have been opened again since the page was shown.',
};

async function close(c: DeskContext, found: Case, given: Closing, posted: Fields) {
  const { app, staff } = c.var;
  const came = await closeCase(app, found, given, staff);
  if (came === 'meanwhile') {
    const button = 'Close this case';
    return showDateMeanwhile(c, found, { page: CLOSE, button, ends: true, posted });
  }
  const by = came === 'already' ? await dateSetBy(app, found) : undefined;
  return onwardFrom(came, found, { done: 'closed', words: given.words, by });
}

async function reopen(c: DeskContext, found: Case, given: Reopening, posted: Fields) {
  const { app, staff } = c.var;
  const now = app.now().getTime();
  const fault = followUpFault(given.followUp, now);
  if (fault) return toFixIn(fault);
  const { rules } = await readOpenTimes(app);
  const followUp = given.followUp ?? usualFollowUp(rules, now);
  const came = await reopenCase(app, found, given, { staff, followUp });
  if (came === 'meanwhile') {
    const again = { page: REOPEN, button: 'Open it again', day: given.followUp, posted };
    return showDateMeanwhile(c, found, again);
  }
  const by = came === 'already' ? await dateSetBy(app, found) : undefined;
  return onwardFrom(came, found, { done: 'reopened', words: given.words, by });
}

/** `/desk/cases/{reference}/close/`: what closing a case means, and its closing. */
export const showClose = (c: DeskContext, found: Case) =>
  unlessRefused(c, found, () => showAct(c, CLOSE));

export const takeClose = takeAct(CLOSE, CloseSchema, close);

/** `/desk/cases/{reference}/reopen/`: a closed case, to be opened again. */
export const showReopen = async (c: DeskContext, found: Case) =>
  (await isClosed(c.var.app, found)) ? showAct(c, REOPEN) : showNotDone(c, found, NOT_CLOSED);

export const takeReopen = takeAct(REOPEN, ReopenSchema, reopen, { faultsBeside: followUpBeside() });
