import { CALL_NAMES, type DeskBooking, DeskBookingSchema } from '#domain/booking/booking.ts';
import { CHOOSE_A_TIME } from '#domain/booking/start.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { bookCallPath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { CALL_KINDS, type CallKind, type Slot } from '#domain/slots/slot.ts';
import { readStart } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import {
  listAvailableSlots,
  needsMoreNotice,
} from '#services/availability/list-available-slots.ts';
import { callsToComeIn } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { bookForThem, callerOfCase } from '#services/desk/book-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import { callFaults } from '../../public/calls/call-form-view.ts';
import { dayAsked, dayTyped, timesShown, withStart } from '../../public/calls/times-page.ts';
import { typedText } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { noTimesForStaff } from '../no-times-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { aheadView, bookForThemView, timeForThemView } from './book-call-view.ts';
import { ERASED, type NotDone, QUARANTINED, showNotDone } from './confirm-page.ts';
import { askIfSure } from './short-notice-page.ts';
import { noSuchCase } from './with-desk-case.ts';

const NO_PHONE: NotDone = {
  status: 409,
  title: 'Add a phone number first',
  detail: 'They gave no phone number for us to ring.',
  way: { act: 'details', words: 'Add it to their details' },
};

/** Which kind of call the address asks for. */
const kindIn = ({ req }: DeskContext): CallKind | undefined =>
  CALL_KINDS.find((kind) => kind === req.param('kind'));

/** The form as it was typed, and why the call was not booked, if it was tried. */
interface Asked {
  typed: Fields;
  refusal?: Refusal;
}

/** A time that is free for staff, of those a form asks for by its day and time or by its start. */
async function slotAsked(app: App, kind: CallKind, typed: Fields): Promise<Slot | undefined> {
  const { start } = withStart(typed);
  const read = typeof start === 'string' ? readStart(start) : undefined;
  if (read?.outcome !== 'read') return undefined;
  const free = await listAvailableSlots(app, kind, { by: 'staff' });
  return free.find((slot) => slot.start === read.at);
}

/** The times first and, once one is chosen, what booking it brings about. */
async function showBooking(
  c: DeskContext,
  found: Case,
  kind: CallKind,
  { typed, refusal }: Asked,
): Promise<Response> {
  const { app } = c.var;
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const caller = await callerOfCase(app.database, found.id);
  if (caller?.phone === undefined) return showNotDone(c, found, NO_PHONE);
  const faults = refusal
    ? faultsIn(refusal).map(({ field, message }) => ({ field: field || 'start', message }))
    : [];
  const heading = `Book a ${CALL_NAMES[kind]}`;
  const about = {
    reference: found.reference,
    kind,
    caller: { name: caller.name, phone: caller.phone, email: caller.email },
    topic: typedText(typed, 'topic'),
    ahead: await callsToComeIn(app, app.database, found.id),
    now: app.now().getTime(),
  };
  const fault = faultOf(faults, 'start');
  const slot = fault === undefined ? await slotAsked(app, kind, typed) : undefined;
  const asked = { day: dayAsked(new URL(c.req.url).searchParams) ?? dayTyped(typed), fault };
  const shown = slot ? undefined : await timesShown(app, kind, asked, { by: 'staff' });
  const times = shown ? timeForThemView(about, shown) : noTimesForStaff();
  const filling = {
    title: refusal ? `Error: ${heading}` : heading,
    heading,
    above: callFaults(faults),
    live: slot ? bookForThemView(about, { slot, fault: faultOf(faults, 'topic') }) : times,
  };
  return deskPage(c, filling, refusal);
}

async function book(
  c: DeskContext,
  found: Case,
  kind: CallKind,
  { start, topic, sure }: DeskBooking,
): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const { reference } = found;
  if (!sure && (await needsMoreNotice(app, kind, { start }))) {
    const back = bookCallPath(reference, kind);
    const button = `Book this ${CALL_NAMES[kind]}`;
    const ahead = await callsToComeIn(app, app.database, found.id);
    const above = aheadView(reference, ahead, app.now().getTime());
    return askIfSure(c, { kind, start, topic, back, button, above });
  }
  const came = await bookForThem(app, found, { kind, start, topic, staff });
  if (came.kind === 'gone') return showNotDone(c, found, ERASED);
  if (came.kind === 'quarantined') return showNotDone(c, found, QUARANTINED);
  if (came.kind === 'no-phone') return showNotDone(c, found, NO_PHONE);
  if (came.kind === 'repeat') return seeOther(flashPath(reference, 'booked-before'));
  if ('message' in came) {
    const fault = { field: 'start', message: came.message };
    return { ...toFix([fault]), status: came.kind === 'taken' ? 409 : 422 };
  }
  deliverSoon(app, c.env.context);
  return seeOther(flashPath(reference, 'booked'));
}

/** `/desk/cases/{reference}/book/{kind}/`: the times a call for them could have, and then the booking by us. */
export const showBookCall = (c: DeskContext, found: Case): Promise<Response> => {
  const kind = kindIn(c);
  if (!kind) return noSuchCase(c);
  const typed = Object.fromEntries(new URL(c.req.url).searchParams);
  // A day's form was sent with no time in it.
  const isUnchosen = dayTyped(typed) !== undefined && withStart(typed)['start'] === undefined;
  const refusal = isUnchosen ? toFix([{ field: 'start', message: CHOOSE_A_TIME }]) : undefined;
  return showBooking(c, found, kind, { typed, ...(refusal && { refusal }) });
};

export const takeBookCall = (c: DeskContext, found: Case): Promise<Response> => {
  const kind = kindIn(c);
  if (!kind) return noSuchCase(c);
  return postForm<DeskBooking>(
    {
      schema: DeskBookingSchema,
      fromForm: withStart,
      formAgain: (_, typed, refusal) => showBooking(c, found, kind, { typed, refusal }),
    },
    (_, { value }) => book(c, found, kind, value),
  )(c);
};
