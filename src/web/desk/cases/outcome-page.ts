import { type OutcomeNoted, OutcomeSchema } from '#domain/desk/actions.ts';
import { followUpDay, followUpFault } from '#domain/desk/follow-up.ts';
import { readOpenTimes } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { noteOutcome } from '#services/desk/standing.ts';
import { toFixIn } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { withDates } from './follow-up-field.ts';
import { onwardFrom, unlessRefused } from './standing-refusals.ts';
import { outcomeForm } from './standing-view.ts';

const PAGE = { heading: 'Note the outcome', form: withDates(outcomeForm) };

async function save({ var: { app, staff } }: DeskContext, found: Case, noted: OutcomeNoted) {
  const now = app.now().getTime();
  const fault = followUpFault(noted.followUp, now);
  if (fault) return toFixIn(fault);
  const { rules } = await readOpenTimes(app);
  const followUp = followUpDay(rules, now, noted);
  const came = await noteOutcome(app, found, noted, { staff, followUp });
  return onwardFrom(came, found, { done: 'outcome' });
}

/** `/desk/cases/{reference}/outcome/`: what came of trying to reach a person, kept on the timeline of the case. */
export const showOutcome = (c: DeskContext, found: Case) =>
  unlessRefused(c, found, () => showAct(c, PAGE));

export const takeOutcome = takeAct(PAGE, OutcomeSchema, save);
