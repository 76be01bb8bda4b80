import { CloseSchema, type Closing, type Reopening, ReopenSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpFault, usualFollowUp } from '#domain/desk/follow-up.ts';
import { readOpenTimes } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import { isClosed } from '#services/desk/read-case.ts';
import type { Refusal } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { closeForm, reopenForm } from './standing-view.ts';

const CLOSE = { heading: 'Close this case?', form: closeForm };
const REOPEN = { heading: 'Open this case again?', form: reopenForm };

const NOT_CLOSED: Refusal = {
  status: 409,
  detail: 'This case is not closed. It may have been opened again since the page was shown.',
};

async function close({ var: { app, staff } }: DeskContext, found: Case, given: Closing) {
  if (found.quarantinedAt) return QUARANTINED;
  const { once, ...value } = given;
  const pressed = { act: 'close', staff, value, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'closed', ...value }),
  );
  return done ? flashPath(found.reference, 'closed') : undefined;
}

async function reopen({ var: { app, staff } }: DeskContext, found: Case, given: Reopening) {
  const now = app.now().getTime();
  const fault = followUpFault(given.followUp, now);
  if (fault) return { status: 422, detail: fault.message, errors: [fault] };
  // Its button was pressed twice, or somebody else was first: the case is open, as was asked for.
  if (!(await isClosed(app, found))) return flashPath(found.reference, 'reopened');
  const { once, ...value } = given;
  const { rules } = await readOpenTimes(app);
  const followUp = value.followUp ?? usualFollowUp(rules, now);
  const pressed = { act: 'reopen', staff, value, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'reopened', ...value, followUp }),
  );
  return done ? flashPath(found.reference, 'reopened') : undefined;
}

/** `/desk/cases/{reference}/close/`: what closing a case means, and its closing. */
export const showClose = (c: DeskContext, found: Case) =>
  found.quarantinedAt ? showNotDone(c, found, QUARANTINED) : showAct(c, CLOSE);

export const takeClose = takeAct(CLOSE, CloseSchema, close);

/** `/desk/cases/{reference}/reopen/`: a closed case, to be opened again. */
export const showReopen = async (c: DeskContext, found: Case) =>
  (await isClosed(c.var.app, found)) ? showAct(c, REOPEN) : showNotDone(c, found, NOT_CLOSED);

export const takeReopen = takeAct(REOPEN, ReopenSchema, reopen);
