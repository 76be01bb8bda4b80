import { CALL_NAMES, type DeskBooking, DeskBookingSchema } from '#domain/booking/booking.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { bookCallPath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { CALL_KINDS, type CallKind } from '#domain/slots/slot.ts';
import { needsMoreNotice } from '#services/availability/list-available-slots.ts';
import { callsToComeIn } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { bookForThem, callerOfCase } from '#services/desk/book-call.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import { callFaults } from '../../public/calls/call-form-view.ts';
import { instantOf } from '../../public/calls/requested-time.ts';
import { dayAsked, dayTyped, timesShown, withStart } from '../../public/calls/times-page.ts';
import { typedText } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { noTimesForStaff } from '../no-times-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { aheadView, bookForThemView, timeForThemView } from './book-call-view.ts';
import { ERASED, type NotDone, QUARANTINED, showNotDone } from './confirm-page.ts';
import { askIfSure } from './short-notice-page.ts';
import { BY_STAFF, faultOfTime, timeForStaff } from './time-for-staff.ts';
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
  const told = refusal
    ? faultsIn(refusal).map(({ field, message }) => ({ field: field || 'start', message }))
    : [];
  const asked = await timeForStaff(app, kind, typed);
  const isRefused = faultOf(told, 'start') !== undefined;
  const wrong = isRefused ? undefined : faultOfTime(asked);
  const faults = wrong === undefined ? told : [...told, { field: 'start', message: wrong }];
  const heading = `Book a ${CALL_NAMES[kind]}`;
  const about = {
    reference: found.reference,
    kind,
    caller: { name: caller.name, phone: caller.phone, email: caller.email },
    topic: typedText(typed, 'topic'),
    ahead: await callsToComeIn(app, app.database, found.id),
    now: app.now().getTime(),
  };
  const day = dayAsked(new URL(c.req.url).searchParams) ?? dayTyped(typed);
  const near = asked && instantOf(asked);
  const slot = !isRefused && asked?.kind === 'free' ? asked.slot : undefined;
  const fault = faultOf(faults, 'start');
  const shown = slot ? undefined : await timesShown(app, kind, { day, near, fault }, BY_STAFF);
  const times = shown ? timeForThemView(about, shown) : noTimesForStaff();
  const filling = {
    title: faults.length > 0 ? `Error: ${heading}` : heading,
    heading,
    above: callFaults(faults),
    live: slot ? bookForThemView(about, { slot, fault: faultOf(faults, 'topic') }) : times,
  };
  return deskPage(c, filling, { status: refusal?.status ?? (wrong === undefined ? 200 : 422) });
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
  return showBooking(c, found, kind, { typed });
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
