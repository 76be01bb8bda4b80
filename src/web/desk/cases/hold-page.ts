import type { FieldValues } from '#domain/cases/changes.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import { type Hold, HoldEndSchema, type HoldGiven, HoldSchema } from '#domain/desk/hold.ts';
import { dayOfDate } from '#domain/time/day.ts';
import { dayInWords } from '#domain/time/words.ts';
import { todayOf } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { isOther, printOfValues, writtenOver } from '#services/cases/meanwhile.ts';
import { endHold, findHold, heldBy, holdCase, holdValues } from '#services/desk/hold.ts';
import type { Fields } from '../../http/request-body.ts';
import { toFixIn } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import { type MeanwhileWords, meanwhileForm } from '../../views/meanwhile-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, showActMeanwhile, takeAct } from './action-form.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';
import { followUpBeside } from './follow-up-field.ts';
import { endHoldView, holdForm } from './hold-view.ts';

const PAGE = { heading: 'Put this case on hold', form: holdForm };

const OVER = 'Enter a date after today on which to look at it again';

const LABELS: Readonly<Record<string, string>> = {
  reason: 'Why it is on hold',
  followUp: 'Look at it again on',
};

/** How the page speaks of a hold that was put on, changed or taken off meanwhile: as it is `now`, and as it was `seen`. */
const wordsFor = (
  { var: { app } }: DeskContext,
  now: Hold | undefined,
  seen: string | undefined,
): MeanwhileWords => {
  const changed = isOther(holdValues(undefined), seen)
    ? 'changed this hold'
    : 'put this case on hold';
  return {
    ...DETAILS_MEANWHILE,
    done: now ? changed : 'took the hold off',
    label: (field) => LABELS[field] ?? field,
    value: (field, value) =>
      field === 'followUp' ? dayInWords(dayOfDate(String(value)), todayOf(app)) : String(value),
    button: 'Put it on hold',
  };
};

/** The form again after somebody put the case on hold, changed its hold or took it off meanwhile. */
async function showMeanwhile(
  c: DeskContext,
  found: Case,
  { typed, posted }: { typed: FieldValues; posted: Fields },
): Promise<Response> {
  const { app } = c.var;
  const hold = await findHold(app.database, found.id);
  const changed = writtenOver({ now: holdValues(hold), typed }, await heldBy(app, found));
  const again = meanwhileForm(changed, wordsFor(c, hold, seenIn(posted)));
  return showActMeanwhile(PAGE)(c, { once: posted['once'] }, again);
}

async function save(
  c: DeskContext,
  found: Case,
  { reason, followUp, once }: HoldGiven,
  posted: Fields,
) {
  const { app, staff } = c.var;
  const fault = followUpFault(followUp, app.now().getTime(), OVER);
  if (fault) return toFixIn(fault);
  const given = { reason, lookAgain: followUp };
  const came = await holdCase(app, found, { ...given, staff, seen: seenIn(posted), once });
  if (came === 'meanwhile') {
    return showMeanwhile(c, found, { typed: holdValues(given), posted });
  }
  return came === 'done' ? flashPath(found.reference, 'held') : undefined;
}

/** `/desk/cases/{reference}/hold/`: a case is kept and not used, until the hold is taken off. */
export async function showHold(c: DeskContext, found: Case): Promise<Response> {
  const hold = await findHold(c.var.app.database, found.id);
  const values = holdValues(hold);
  return showAct(c, PAGE, { ...values, [SEEN_FIELD]: printOfValues(values) });
}

export const takeHold = takeAct(PAGE, HoldSchema, save, {
  fromForm: withoutSeen,
  faultsBeside: followUpBeside(OVER),
});

const NOT_ON_HOLD = {
  status: 409,
  detail: 'This case is not on hold. The hold may have been taken off meanwhile.',
} as const;

/** `/desk/cases/{reference}/hold/end/`: what follows when the hold is taken off, and then that it is. */
export async function showEndHold(c: DeskContext, found: Case): Promise<Response> {
  const hold = await findHold(c.var.app.database, found.id);
  if (!hold) return showNotDone(c, found, NOT_ON_HOLD);
  const seen = printOfValues(holdValues(hold));
  const live = endHoldView(found.reference, hold, { seen, now: c.var.app.now().getTime() });
  return deskPage(c, { heading: 'Take the hold off?', live });
}

export const takeEndHold = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, HoldEndSchema, async ({ seen }) => {
    const { app, staff } = c.var;
    const came = await endHold(app, found, { staff, seen });
    if (came === 'gone') return ERASED;
    if (came === 'done') return flashPath(found.reference, 'hold-ended');
    const who = (await heldBy(app, found)) ?? 'Somebody';
    const detail = `${who} changed this hold after this page was shown, so it was not taken off. Read at the case why it is on hold now.`;
    return { status: 409, detail };
  });
