import { type DeskMove, DeskMoveSchema } from '#domain/booking/booking.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { moveCallPath } from '#domain/desk/paths.ts';
import { needsMoreNotice } from '#services/availability/list-available-slots.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { Case } from '#services/cases/case.ts';
import { moveAtDesk } from '#services/desk/move-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import { seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { moveRefusal } from '../../public/calls/booking-refusals.ts';
import { callFaults } from '../../public/calls/call-form-view.ts';
import { instantOf, readRequestedTime } from '../../public/calls/requested-time.ts';
import {
  dayAsked,
  dayTyped,
  type TimesAsked,
  timesShown,
  withStart,
} from '../../public/calls/times-page.ts';
import { deskPage } from '../desk-page.ts';
import { noTimesForStaff } from '../no-times-view.ts';
import { callOnDesk } from './case-view-model.ts';
import { showNotDone } from './confirm-page.ts';
import { moveAtDeskView } from './move-call-view.ts';
import { askIfSure } from './short-notice-page.ts';
import type { AboutCall } from './with-desk-booking.ts';

const HEADING = 'Move this call';

const NOT_TO_COME = {
  status: 409,
  detail: 'Only a call that is still to come can be moved: this one has begun, or holds no time.',
} as const;

/** The days and times a call could have, and what is wrong with the one that was asked for, if anything. */
async function showTimes(
  c: WebContext,
  found: Case,
  booking: Booking,
  asked: TimesAsked,
): Promise<Response> {
  const { app } = c.var;
  const shown = callOnDesk(booking, app.now().getTime());
  if (shown.state !== 'to-come') return showNotDone(c, found, NOT_TO_COME);
  const { near = booking.start, fault, status = 200 } = asked;
  const chooser = { except: booking.id, by: 'staff' } as const;
  const days = await timesShown(app, booking.kind, { ...asked, near }, chooser);
  const about = { reference: found.reference, call: shown };
  const filling = {
    title: fault ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
    live: days ? moveAtDeskView({ ...about, shown: days }) : noTimesForStaff(),
  };
  return deskPage(c, filling, { status });
}

/** `/desk/cases/{reference}/calls/{id}/move/`: the times a call could have, and then the move by us. */
export const showMoveCall: AboutCall = (c, found, booking) => {
  const day = dayAsked(new URL(c.req.url).searchParams);
  return showTimes(c, found, booking, { day });
};

export const moveCall: AboutCall = (c, found, booking) =>
  postForm<DeskMove>(
    {
      schema: DeskMoveSchema,
      fromForm: withStart,
      formAgain: async (again, typed, { errors, detail, status }) => {
        const { start } = withStart(typed);
        const asked = await readRequestedTime(again.var.app, booking.kind, start, booking.id);
        const fault = errors?.[0]?.message ?? detail;
        const shown = { day: dayTyped(typed), near: instantOf(asked), fault, status };
        return showTimes(again, found, booking, shown);
      },
    },
    async (_, { value: { start, sure } }) => {
      const { app, staff } = c.var;
      if (!sure && (await needsMoreNotice(app, booking.kind, { start, except: booking.id }))) {
        return askIfSure(c, {
          kind: booking.kind,
          start,
          back: moveCallPath(found.reference, booking.id),
          button: 'Move the call to this time',
        });
      }
      const moved = await moveAtDesk(app, booking, { staff, start });
      if (!('booking' in moved)) return moveRefusal(app, booking, start, moved);
      if (moved.kind === 'unchanged') return seeOther(flashPath(found.reference, 'moved-before'));
      deliverSoon(c.var.app, c.env.context);
      return seeOther(flashPath(found.reference, 'moved'));
    },
  )(c);
