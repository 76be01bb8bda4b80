import { type DeskMove, DeskMoveSchema } from '#domain/booking/booking.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { moveCallPath } from '#domain/desk/paths.ts';
import { needsMoreNotice } from '#services/availability/list-available-slots.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { findBookingInCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { moveAtDesk } from '#services/desk/move-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import { seeOther } from '../../http/responses.ts';
import { instantSeenIn, seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import {
  type MovedWords,
  movedMeanwhile,
  moveRefusal,
} from '../../public/calls/booking-refusals.ts';
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
import { ERASED, showNotDone } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';
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

/** How the desk speaks of a call that somebody else moved meanwhile. */
const MOVED: MovedWords = {
  who: DETAILS_MEANWHILE.who,
  again: 'it is still to move',
  gone: ERASED,
};

export const moveCall: AboutCall = (c, found, booking) =>
  postForm<DeskMove>(
    {
      schema: DeskMoveSchema,
      fromForm: (fields) => withStart(withoutSeen(fields)),
      formAgain: async (again, typed, { errors, detail, status }) => {
        const about = await findBookingInCase(again.var.app.database, booking);
        if (!about) return showNotDone(again, found, ERASED);
        const { start } = withStart(typed);
        const asked = await readRequestedTime(again.var.app, booking.kind, start, booking.id);
        const fault = errors?.[0]?.message ?? detail;
        const shown = { day: dayTyped(typed), near: instantOf(asked), fault, status };
        return showTimes(again, found, about.booking, shown);
      },
    },
    async (_, { value: { start, sure }, typed }) => {
      const { app, staff } = c.var;
      if (!sure && (await needsMoreNotice(app, booking.kind, { start, except: booking.id }))) {
        return askIfSure(c, {
          kind: booking.kind,
          start,
          back: moveCallPath(found.reference, booking.id),
          button: 'Move the call to this time',
          seen: seenIn(typed),
        });
      }
      const moved = await moveAtDesk(app, booking, { staff, start, seen: instantSeenIn(typed) });
      if (moved.kind === 'meanwhile') return movedMeanwhile(app, booking, MOVED);
      if (!('booking' in moved)) return moveRefusal(app, booking, start, moved);
      if (moved.kind === 'unchanged') return seeOther(flashPath(found.reference, 'moved-before'));
      deliverSoon(c.var.app, c.env.context);
      return seeOther(flashPath(found.reference, 'moved'));
    },
  )(c);
