import { type OutcomeNoted, OutcomeSchema } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpDay, followUpFault } from '#domain/desk/follow-up.ts';
import { readOpenTimes } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { writeAct } from '#services/desk/case-actions.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { outcomeForm } from './actions-view.ts';

const PAGE = { heading: 'Note the outcome', form: outcomeForm };

async function save(
  { var: { app, staff } }: DeskContext,
  found: Case,
  { once, ...noted }: OutcomeNoted,
) {
  const fault = followUpFault(noted.followUp, app.now().getTime());
  if (fault) return { status: 422, detail: fault.message, errors: [fault] };
  const { rules } = await readOpenTimes(app);
  const followUp = followUpDay(rules, app.now().getTime(), noted);
  const pressed = { act: 'outcome', staff, value: noted, once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    writeAct(acting, tx, about, { staff, act: 'outcome', ...noted, followUp }),
  );
  return done ? flashPath(found.reference, 'outcome') : undefined;
}

/** `/desk/cases/{reference}/outcome/`: what came of trying to reach a person, kept on the timeline of the case. */
export const showOutcome = (c: DeskContext) => showAct(c, PAGE);

export const takeOutcome = takeAct(PAGE, OutcomeSchema, save);
