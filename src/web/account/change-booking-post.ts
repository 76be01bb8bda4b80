import {
  CALL_DETAILS_SCHEMAS,
  type CallDetails,
  type Reschedule,
  RescheduleSchema,
} from '#domain/booking/booking.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { cancelBooking } from '#services/bookings/cancel-booking.ts';
import { correctBooking } from '#services/bookings/correct-booking.ts';
import { rescheduleBooking } from '#services/bookings/reschedule-booking.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { limitRefusal } from '../http/limit-refusal.ts';
import { NothingTyped, type PostRoute, postForm } from '../http/post-form.ts';
import { refuse } from '../http/refuse.ts';
import type { Fields } from '../http/request-body.ts';
import { type Refusal, seeOther } from '../http/responses.ts';
import { instantSeenIn, seenIn, withoutSeen } from '../http/seen.ts';
import type { WebContext } from '../http/web-app.ts';
import {
  fixedRefusal,
  type MovedWords,
  movedMeanwhile,
  moveRefusal,
} from '../public/calls/booking-refusals.ts';
import { answerCall } from '../public/calls/booking-response.ts';
import { withStart } from '../public/calls/times-page.ts';
import { homeOf } from './call-home.ts';
import { OWN_DETAILS_MEANWHILE } from './details-meanwhile.ts';

type FormAgain = PostRoute<unknown>['formAgain'];

const asTheyCame = (fields: Fields) => fields;

/** A form that stands on another page is not shown again: the refusal is a page of its own. */
const refused: FormAgain = ({ req }: WebContext, _typed: Fields, refusal: Refusal) =>
  refuse(req.raw, refusal);

/** The page that says of a call that it has the time it was to move to. */
const unmovedPath = (c: WebContext, about: BookingInCase) =>
  `${homeOf(c, about).callPath}reschedule/?${new URLSearchParams({ start: isoInstant(about.booking.start) })}`;

const homeLink = (c: WebContext, about: BookingInCase) =>
  c.var.app.environment.URL + homeOf(c, about).path;

/** How a person’s own pages speak of a call that was moved meanwhile, by us or by themselves. */
const OWN_MOVED: MovedWords = {
  who: OWN_DETAILS_MEANWHILE.who,
  again: 'you still want to move it',
  gone: fixedRefusal({ kind: 'gone' }),
};

/** Takes another time for a call: moved with the messages it causes, then answered, then delivered. */
export const postRescheduling = ({ booking }: BookingInCase, formAgain = refused) =>
  postForm<Reschedule>(
    {
      schema: RescheduleSchema,
      fromForm: (fields) => withStart(withoutSeen(fields)),
      formAgain,
    },
    async (c, { value: { start }, typed, from }) => {
      const move = { start, seen: instantSeenIn(typed) };
      const moved = await rescheduleBooking(c.var.app, booking, move);
      if (moved.kind === 'meanwhile') return movedMeanwhile(c.var.app, booking, OWN_MOVED);
      if (!('booking' in moved)) return moveRefusal(c.var.app, booking, start, moved);
      // Of one that was not seen there, this may be the move that was made already, sent once more.
      const stays = moved.kind === 'unchanged' && move.seen === start;
      if (stays && from === 'form') return seeOther(unmovedPath(c, moved));
      deliverSoon(c.var.app, c.env.context);
      return answerCall(c.var.app, moved, { from, came: 'changed', link: homeLink(c, moved) });
    },
  );

/** Takes the cancellation of a call that has not begun. It needs no body. */
export const postCancellation = ({ booking }: BookingInCase, formAgain = refused) =>
  postForm<object>(
    { schema: NothingTyped, mayBeEmpty: true, fromForm: asTheyCame, formAgain },
    async (c, { from }) => {
      const cancelled = await cancelBooking(c.var.app, booking);
      if (!('booking' in cancelled)) return fixedRefusal(cancelled);
      deliverSoon(c.var.app, c.env.context);
      return answerCall(c.var.app, cancelled, {
        from,
        came: 'changed',
        link: homeLink(c, cancelled),
      });
    },
  );

/** How the corrected details of a kind of call are read. */
export const correctionRoute = (kind: CallKind, formAgain: FormAgain): PostRoute<CallDetails> => ({
  schema: CALL_DETAILS_SCHEMAS[kind],
  fromForm: withoutSeen,
  formAgain,
});

/** What answers a correction whose details were changed after its form was shown as `seen` says. */
export type ChangedSince = (
  c: WebContext,
  about: BookingInCase,
  correction: { value: CallDetails; seen: string },
) => Promise<Response | Refusal>;

/** Takes corrected details of a call: saved with the messages they cause, then answered, then delivered. */
export const postCorrection = (
  about: BookingInCase,
  formAgain: FormAgain,
  changedSince: ChangedSince,
) =>
  postForm<CallDetails>(correctionRoute(about.booking.kind, formAgain), async (c, post) => {
    const { value, typed, from } = post;
    const seen = seenIn(typed);
    const corrected = await correctBooking(c.var.app, about.booking, value, { seen });
    if (corrected.kind === 'meanwhile') return changedSince(c, about, { value, seen: seen ?? '' });
    if (corrected.kind === 'over-limit') return limitRefusal(c.var.app, corrected);
    if (!('booking' in corrected)) return fixedRefusal(corrected);
    deliverSoon(c.var.app, c.env.context);
    return answerCall(c.var.app, corrected, { from, came: 'changed' });
  });
