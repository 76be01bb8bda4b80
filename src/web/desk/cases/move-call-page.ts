import { type DeskMove, DeskMoveSchema } from '#domain/booking/booking.ts';
import { type Conflict, conflictOf } from '#domain/booking/conflicting-booking.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { moveCallPath } from '#domain/desk/paths.ts';
import { nearestSlots } from '#domain/slots/nearest.ts';
import { readStart } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { takenAway } from '#services/availability/conflicting-bookings.ts';
import {
  listAvailableSlots,
  needsMoreNotice,
} from '#services/availability/list-available-slots.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { findBookingInCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { moveAtDesk } from '#services/desk/move-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { seeOther } from '../../http/responses.ts';
import { instantSeenIn, seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import {
  type MovedWords,
  movedMeanwhile,
  moveRefusal,
} from '../../public/calls/booking-refusals.ts';
import { callFaults } from '../../public/calls/call-form-view.ts';
import { instantOf } from '../../public/calls/requested-time.ts';
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
import { moveAtDeskView, timeToMoveToView } from './move-call-view.ts';
import { askIfSure } from './short-notice-page.ts';
import { BY_STAFF, faultOfTime, timeForStaff } from './time-for-staff.ts';
import type { AboutCall } from './with-desk-booking.ts';

const HEADING = 'Move this call';

const fixed = (detail: string) => ({ status: 409, detail }) as const;

/** Why a call cannot be moved here, by how it stands. */
const FIXED = {
  cancelled: fixed('This call is cancelled, so it can no longer be moved. You can book another.'),
  past: fixed('This call has passed, so it can no longer be moved.'),
  'under-way': fixed('This call has begun, so it can no longer be moved. Note the outcome.'),
  quarantine: fixed('This call is in quarantine: it holds no time. Release it first.'),
} as const;

/** How a form of times came back. */
interface Asked extends TimesAsked {
  /** The fields of the form that asks for a time, if one was sent. */
  typed?: Fields;
}

/** The time a call has now is no other to move it to. */
const THE_SAME = 'This is the time the call has now. Choose another.';

/** The time of a call or, where it cannot take place, the nearest that is free: its own day may be one of many that are closed. */
async function nearestTo(app: App, { id, kind, start }: Booking, because: Conflict | undefined) {
  if (!because) return start;
  const free = await listAvailableSlots(app, kind, { ...BY_STAFF, except: id });
  return nearestSlots(free, start, 1)[0]?.start ?? start;
}

/** The days and times a call could have and, once one is chosen, what moving it there brings about. */
async function showMove(
  c: WebContext,
  found: Case,
  booking: Booking,
  { typed = {}, ...asked }: Asked,
): Promise<Response> {
  const { app } = c.var;
  const now = app.now().getTime();
  const call = callOnDesk(booking, now);
  if (call.state !== 'to-come') return showNotDone(c, found, FIXED[call.state]);
  const about = { reference: found.reference, call, now };
  const to = await timeForStaff(app, booking.kind, typed, booking.id);
  const isTheSame = to?.kind === 'free' && to.slot.start === booking.start;
  const { fault = isTheSame ? THE_SAME : faultOfTime(to) } = asked;
  if (to?.kind === 'free' && fault === undefined) {
    return deskPage(c, { heading: HEADING, live: moveAtDeskView(about, to.slot) });
  }
  const because = conflictOf(await takenAway(app), booking);
  const { near = (to && instantOf(to)) ?? (await nearestTo(app, booking, because)), day } = asked;
  // While nobody knows whether it was moved, what was chosen can be chosen again.
  const from = asked.status === 503 ? undefined : booking.start;
  const chooser = { ...BY_STAFF, except: booking.id, from };
  const days = await timesShown(app, booking.kind, { day, near, fault }, chooser);
  const filling = {
    title: fault ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
    live: days ? timeToMoveToView({ ...about, because }, days) : noTimesForStaff(),
  };
  return deskPage(c, filling, { status: asked.status ?? (fault === undefined ? 200 : 422) });
}

/** `/desk/cases/{reference}/calls/{id}/move/`: the times a call could have, what moving it brings about, and the move. */
export const showMoveCall: AboutCall = (c, found, booking) => {
  const query = new URL(c.req.url).searchParams;
  const typed = Object.fromEntries(query);
  return showMove(c, found, booking, { day: dayAsked(query) ?? dayTyped(typed), typed });
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
        const at = typeof start === 'string' ? readStart(start) : undefined;
        const near = at?.outcome === 'read' ? at.at : undefined;
        const fault = errors?.[0]?.message ?? detail;
        const shown = { day: dayTyped(typed), near, fault, status };
        return showMove(again, found, about.booking, shown);
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
