import { html } from 'hono/html';
import { CALL_WORDS, callPagePath } from '#domain/booking/call-words.ts';
import { daysPage, openedDay } from '#domain/slots/days-to-choose.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '#services/app.ts';
import { readClosedDays } from '#services/availability/line-hours.ts';
import { type Chooser, listDaysToChoose } from '#services/availability/list-available-slots.ts';
import type { BookedBefore } from '#services/bookings/booked-before.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import type { WebContext } from '../../http/web-app.ts';
import type { Html } from '../../views/form-view.ts';
import { DAY_FIELD, noTimes, TIME_FIELD, type TimesShown } from '../../views/times-view.ts';
import { casePathOf, joinedKey, joinsView } from '../joined-case.ts';
import { bookedByForm, ownCall } from './booked-before.ts';
import { bookedBeforeView } from './booked-before-view.ts';
import { callFaults } from './call-form-view.ts';
import { chooseTime, chooseTimeAgain } from './choose-time-view.ts';

/** Which days to show, which of them to open, and what is wrong with the time asked for, if anything. */
export interface TimesAsked {
  /** A London date, `YYYY-MM-DD`, of the day to open; what is none is passed over. */
  day?: string | undefined;
  /** The instant of the time asked for, in milliseconds: its day is opened when no date says otherwise. */
  near?: number | undefined;
  fault?: string | undefined;
  status?: number;
  /** Nothing has been typed yet: without a fault the page is anybody’s. */
  isFirst?: boolean;
}

/** The same for a form whose details are typed, and which may have booked a call before. */
export type TimesAskedAgain = TimesAsked & { booked: BookedBefore | undefined };

/** The same for the first step of booking, with the form's own id. */
export type FirstTimesAsked = TimesAsked & { form: string };

/** The day an address asks for: `day` opens one, and `from` the first of a page of them. */
export const dayAsked = (query: URLSearchParams): string | undefined =>
  query.get(DAY_FIELD) ?? query.get('from') ?? undefined;

/** The day that was open on a form of times that was posted. */
export const dayTyped = ({ [DAY_FIELD]: day }: Fields): string | undefined =>
  typeof day === 'string' ? day : undefined;

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

function startOn(date: unknown, time: unknown): string | undefined {
  const day = typeof date === 'string' ? dayFromIso(date) : undefined;
  const clock = typeof time === 'string' ? CLOCK.exec(time) : undefined;
  if (day === undefined || !clock) return undefined;
  return isoInstant(instantAt(day, Number(clock[1]) * 60 + Number(clock[2])));
}

/** What the form of one day's times asks for, as `start`; a form that gives one itself is taken as it is. */
export function withStart({ [DAY_FIELD]: day, [TIME_FIELD]: time, ...fields }: Fields): Fields {
  const start = startOn(day, time);
  return start === undefined ? fields : { ...fields, start };
}

/** The days to choose from, and the times of the one asked for; undefined when nothing is free. */
export async function timesShown(
  app: App,
  kind: CallKind,
  { day, near, fault }: TimesAsked,
  chooser: Chooser = {},
): Promise<TimesShown | undefined> {
  const asked = day === undefined ? undefined : dayFromIso(day);
  const nearDay = near === undefined ? undefined : wallClockAt(near).day;
  const open = asked ?? nearDay;
  const shown = daysPage(await listDaysToChoose(app, kind, chooser), open);
  return (
    shown && {
      kind,
      calls: app.site.settings.calls,
      page: shown,
      opened: openedDay(shown, open),
      chosen: near,
      fault,
      now: app.now().getTime(),
    }
  );
}

async function showDays(
  { var: { app } }: WebContext,
  kind: CallKind,
  asked: TimesAsked,
  view: (shown: TimesShown) => Html,
  { joins, except }: { joins?: string | undefined; except?: string | undefined },
): Promise<Response> {
  const shown = await timesShown(app, kind, asked, { except });
  const { fault, status = 200 } = asked;
  const { title } = CALL_WORDS[kind];
  const enquirePath = `${casePathOf(joins)}enquire/`;
  const live = shown
    ? view(shown)
    : noTimes(app.site.settings.line, await readClosedDays(app), enquirePath);
  const filling = {
    title: fault ? `Error: ${title}` : title,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
  };
  const { isFirst = false } = asked;
  if (joins === undefined) {
    const open = isFirst && fault === undefined;
    return page(app.site, kind, { ...filling, live }, { status, open });
  }
  // What the kind's own page says, and where it leads, is for a person who begins.
  const joined = html`${joinsView('This call', casePathOf(joins))}${live}`;
  return page(app.site, 'message-page', { ...filling, heading: title, live: joined }, { status });
}

/** The days and their times, to begin with; `joins` is the key of a case that the call will join. */
export const showTimes = (
  c: WebContext,
  kind: CallKind,
  asked: FirstTimesAsked,
  joins: string | undefined,
): Promise<Response> => {
  const path = callPagePath(kind, casePathOf(joins));
  const view = (shown: TimesShown) => chooseTime(shown, { path, form: asked.form });
  return showDays(c, kind, { ...asked, isFirst: true }, view, { joins });
};

/** The days and their times for a call whose details have been typed already. */
export const showTimesAgain = async (
  c: WebContext,
  kind: CallKind,
  { booked, ...asked }: TimesAskedAgain,
  typed: readonly [string, string][],
): Promise<Response> => {
  const { app } = c.var;
  const joins = joinedKey(Object.fromEntries(typed));
  const first = booked && bookedBeforeView(await bookedByForm(app, booked), app.now().getTime());
  const path = callPagePath(kind, casePathOf(joins));
  const view = (shown: TimesShown) => html`${first}${chooseTimeAgain(shown, { path, typed })}`;
  return showDays(c, kind, asked, view, { joins, except: ownCall(app, booked)?.id });
};
