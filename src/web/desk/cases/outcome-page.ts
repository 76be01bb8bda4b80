import { html } from 'hono/html';
import { type OutcomeNoted, OutcomeSchema } from '#domain/desk/actions.ts';
import { followUpDay, followUpFault } from '#domain/desk/follow-up.ts';
import { readReference } from '#domain/reference.ts';
import { isoDate } from '#domain/time/day.ts';
import { readOpenTimes } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { dateTypedWith, readFollowUpDates } from '#services/desk/follow-up.ts';
import { readPerson } from '#services/desk/read-case.ts';
import { noteOutcome } from '#services/desk/standing.ts';
import { undoneOutcome } from '#services/desk/undo-outcome.ts';
import type { Fields } from '../../http/request-body.ts';
import { toFixIn } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import type { ActForm } from './actions-view.ts';
import { showDateMeanwhile } from './date-meanwhile.ts';
import { followUpBeside, withDates } from './follow-up-field.ts';
import { onwardFrom, unlessRefused } from './standing-refusals.ts';
import { outcomeForm } from './standing-view.ts';
import { undoneFirst } from './undo-view.ts';

const PAGE = { heading: 'Note the outcome', form: withDates(outcomeForm) };

async function save(c: DeskContext, found: Case, noted: OutcomeNoted, posted: Fields) {
  const { app, staff } = c.var;
  const now = app.now().getTime();
  const fault = followUpFault(noted.followUp, now);
  if (fault) return toFixIn(fault);
  const { rules } = await readOpenTimes(app);
  const followUp = followUpDay(rules, now, noted);
  const came = await noteOutcome(app, found, noted, { staff, followUp });
  if (came === 'meanwhile') {
    const again = { page: PAGE, button: 'Save the outcome', day: noted.followUp, posted };
    return showDateMeanwhile(c, found, again);
  }
  return onwardFrom(came, found, { done: 'outcome' });
}

type UndoneOutcome = NonNullable<Awaited<ReturnType<typeof undoneOutcome>>>;

/** The form with an outcome that was undone at another case, and whose case it would be noted at. */
async function showFilledIn(
  c: DeskContext,
  found: Case,
  { undone, from }: { undone: UndoneOutcome; from: string },
): Promise<Response> {
  const { app } = c.var;
  const dates = await readFollowUpDates(app, found);
  const day = dateTypedWith(dates, undone) ?? (dates.isTyped ? dates.set?.day : undefined);
  const first = undoneFirst(await readPerson(app, found), from);
  const form = async (state: ActForm) => html`${first}${await PAGE.form(state, c)}`;
  return showAct(
    c,
    { ...PAGE, form },
    {
      outcome: undone.outcome,
      words: undone.words,
      followUp: day === undefined ? undefined : isoDate(day),
    },
  );
}

/**
 * `/desk/cases/{reference}/outcome/`: what came of trying to reach a person, kept on the timeline of the case. It is
 * filled in where the address names an outcome that was undone at another case.
 */
export const showOutcome = (c: DeskContext, found: Case) =>
  unlessRefused(c, found, async () => {
    const query = new URL(c.req.url).searchParams;
    const from = readReference(query.get('from') ?? '');
    const id = query.get('undone') ?? '';
    const undone = from === undefined ? undefined : await undoneOutcome(c.var.app, { from, id });
    return from && undone ? showFilledIn(c, found, { undone, from }) : showAct(c, PAGE);
  });

export const takeOutcome = takeAct(PAGE, OutcomeSchema, save, { faultsBeside: followUpBeside() });
