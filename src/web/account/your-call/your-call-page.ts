import { CALL_NAMES } from '#domain/booking/booking.ts';
import { closedFromToday } from '#domain/hours/line-answer.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { readOpenTimes, todayOf } from '#services/availability/line-hours.ts';
import { type BookingInCase, callPathOf } from '#services/bookings/booking.ts';
import { historyOf } from '#services/cases/case-history.ts';
import { page } from '../../http/page-shell.ts';
import { refuse } from '../../http/refuse.ts';
import type { WebContext } from '../../http/web-app.ts';
import { callViewOf, invitationOf, wereOffered } from '../call-view-model.ts';
import { UNKNOWN_KEY } from '../with-case.ts';
import { yourCallView } from './your-call-view.ts';

/** The page of one call. No calendar ever heard of one in quarantine, so none leads to it. */
export async function showYourCall({ var: { app }, req }: WebContext, about: BookingInCase) {
  if (about.booking.quarantinedAt) return refuse(req.raw, UNKNOWN_KEY);
  const { line } = app.site.settings;
  const heading = `Your ${CALL_NAMES[about.booking.kind]}`;
  const times = await readOpenTimes(app);
  const history = await historyOf(app, about.case);
  const live = yourCallView({
    ...callViewOf(app, about, times, {
      path: callPathOf(app, about.booking),
      isShared: true,
      offered: wereOffered(history, about.booking),
    }),
    ...invitationOf(history, about.booking),
    reference: about.case.reference,
    phoneOfLine: line.phone,
    hours: hoursInWords(line.hours),
    closed: closedFromToday(times, todayOf(app)),
    now: app.now().getTime(),
  });
  return page(app.site, 'message-page', { title: heading, heading, live });
}
