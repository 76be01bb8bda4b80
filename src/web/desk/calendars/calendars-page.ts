import * as z from 'zod';
import { CalendarAddressSchema } from '#domain/calendars/calendar-address.ts';
import { calendarFailureInWords } from '#domain/calendars/calendar-reading.ts';
import { CALENDARS_PATH, timesDoneInWords, timesDonePath } from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import {
  calendarsOfStaff,
  giveCalendar,
  removeCalendar,
} from '#services/calendars/staff-calendars.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import { textIn } from '../../http/request-body.ts';
import { faultsIn, seeOther, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { calendarForm, calendarsView, removeCalendarView } from './calendars-view.ts';

const GiveSchema = z.strictObject({ address: CalendarAddressSchema });
type Give = z.output<typeof GiveSchema>;

const HEADING = 'Your own calendar';

/** `/desk/times/calendars/`: whose calendars are read, how each of them is, and the form that gives one’s own. */
export async function showCalendars(c: DeskContext): Promise<Response> {
  const { app, staff } = c.var;
  const live = calendarsView({
    done: timesDoneInWords(new URL(c.req.url).searchParams.get('done')),
    staff,
    calendars: await calendarsOfStaff(app),
    callsAtOnce: app.site.settings.calls['calls-at-once'],
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: HEADING, live });
}

/** The form alone, with what to fix: it asks the database nothing, so that it can be shown while that is away. */
function formAgain(
  c: WebContext,
  { typed, faults }: { typed: string | undefined; faults: readonly Fault[] },
  init: PageInit,
): Promise<Response> {
  const live = calendarForm(faults, typed);
  return deskPage(
    c,
    { title: `Error: ${HEADING}`, heading: HEADING, above: errorSummary(faults), live },
    init,
  );
}

const ROUTE: PostRoute<Give> = {
  schema: GiveSchema,
  fromForm: (fields) => fields,
  // What was typed just now, so that a slip can be put right. An address that is kept is never shown.
  formAgain: (c, typed, refusal) =>
    formAgain(c, { typed: textIn(typed, 'address'), faults: faultsIn(refusal) }, refusal),
};

/** Reads the calendar at the address that was typed, and keeps it where that can be done. */
export const takeCalendar = keepTyped(
  ROUTE,
  withStaff((c) =>
    postForm<Give>(ROUTE, async (_, { value }) => {
      const { app, staff } = c.var;
      const given = await giveCalendar(app, staff, value.address);
      if (given.outcome === 'given') return seeOther(timesDonePath(CALENDARS_PATH, 'calendar'));
      const message = `We could not read that calendar, so nothing is kept. ${calendarFailureInWords(given.why)}`;
      return toFix([{ field: 'address', message }]);
    })(c),
  ),
);

/** What removing one’s own calendar changes. */
export const showRemoveCalendar = (c: DeskContext): Promise<Response> =>
  deskPage(c, { heading: 'Remove your calendar?', live: removeCalendarView() });

/** Removes it. */
export async function takeRemoveCalendar(c: DeskContext): Promise<Response> {
  const removed = await removeCalendar(c.var.app, c.var.staff);
  return seeOther(timesDonePath(CALENDARS_PATH, removed ? 'calendar-removed' : 'gone'));
}
