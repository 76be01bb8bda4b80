import { CALL_WORDS, callPagePath } from '#domain/booking/call-words.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { chosenWeek, type WeekOfSlots, weeksOf } from '#domain/slots/weeks.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { page } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import type { Html } from '../../views/form-view.ts';
import { noTimes } from '../../views/times-view.ts';
import { casePathOf, joinedKey } from '../joined-case.ts';
import { callFaults } from './call-form-view.ts';
import { type ChooseTime, chooseTime, chooseTimeAgain } from './choose-time-view.ts';

/** Where to open the diary, and what is wrong with the time asked for, if anything. */
export interface TimesAsked {
  /** A London date, `YYYY-MM-DD`; what is none is passed over. */
  from?: string | undefined;
  /** The instant of the time asked for, in milliseconds: its week is shown when no date says otherwise. */
  near?: number | undefined;
  fault?: string | undefined;
  status?: number;
}

/** The same for the first step of booking, with the form's own id. */
export type FirstTimesAsked = TimesAsked & { form: string };

/** The week to show, of those with something free. */
export function weekOf(free: readonly Slot[], { from, near }: TimesAsked): WeekOfSlots | undefined {
  const day = from === undefined ? undefined : dayFromIso(from);
  const nearDay = near === undefined ? undefined : wallClockAt(near).day;
  return chosenWeek(weeksOf(free), day ?? nearDay);
}

async function showWeek(
  { var: { app } }: WebContext,
  kind: CallKind,
  asked: TimesAsked,
  view: (choice: ChooseTime) => Html,
  open = false,
): Promise<Response> {
  const shown = weekOf(await listAvailableSlots(app, kind), asked);
  const { fault, near: chosen, status = 200 } = asked;
  const { title } = CALL_WORDS[kind];
  const filling = {
    title: fault ? `Error: ${title}` : title,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
    live: shown
      ? view({ kind, shown, now: app.now().getTime(), chosen, fault })
      : noTimes(app.site.settings.line),
  };
  return page(app.site, kind, filling, { status, open });
}

/** The free times of a week, to begin with; `joins` is the key of a case that the call will join. */
export const showTimes = (
  c: WebContext,
  kind: CallKind,
  asked: FirstTimesAsked,
  joins: string | undefined,
): Promise<Response> => {
  const isPlain = joins === undefined && asked.fault === undefined;
  const path = callPagePath(kind, casePathOf(joins));
  const view = (choice: ChooseTime) => chooseTime(choice, { path, form: asked.form });
  return showWeek(c, kind, asked, view, isPlain);
};

/** The free times of a week for a call whose details have been typed already. */
export const showTimesAgain = (
  c: WebContext,
  kind: CallKind,
  asked: TimesAsked,
  typed: readonly [string, string][],
): Promise<Response> => {
  const path = callPagePath(kind, casePathOf(joinedKey(Object.fromEntries(typed))));
  return showWeek(c, kind, asked, (choice) => chooseTimeAgain(choice, { path, typed }));
};
