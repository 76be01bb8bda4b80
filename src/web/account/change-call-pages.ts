import { html } from 'hono/html';
import type { CallState } from '#domain/cases/state-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { takenAway } from '#services/availability/conflicting-bookings.ts';
import { readClosedDays } from '#services/availability/line-hours.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { findBookingInCase } from '#services/bookings/booking-records.ts';
import { callChangedMeanwhile, detailsOf } from '#services/bookings/correct-booking.ts';
import { pathOf } from '#services/cases/case.ts';
import { printOfValues } from '#services/cases/meanwhile.ts';
import { isEmailWithheld } from '#services/limits/mail-budget.ts';
import { page } from '../http/page-shell.ts';
import { refuse } from '../http/refuse.ts';
import type { Fields } from '../http/request-body.ts';
import { faultsIn, type Refusal } from '../http/responses.ts';
import { instantSeenIn, SEEN_FIELD } from '../http/seen.ts';
import type { WebContext } from '../http/web-app.ts';
import { CANCELLED, fixedRefusal, OVER } from '../public/calls/booking-refusals.ts';
import {
  type CallDetailsState,
  callFaults,
  correctCallForm,
} from '../public/calls/call-form-view.ts';
import { moveToView, moveView, unmovedView } from '../public/calls/choose-time-view.ts';
import { instantOf, readRequestedTime } from '../public/calls/requested-time.ts';
import {
  dayAsked,
  dayTyped,
  type TimesAsked,
  timesShown,
  withStart,
} from '../public/calls/times-page.ts';
import type { Html } from '../views/form-view.ts';
import { meanwhileForm } from '../views/meanwhile-view.ts';
import { noTimes } from '../views/times-view.ts';
import { homeOf } from './call-home.ts';
import { callViewOf } from './call-view-model.ts';
import { cancelView, fixedView } from './calls-view.ts';
import type { ChangedSince } from './change-booking-post.ts';
import { OWN_DETAILS_MEANWHILE } from './details-meanwhile.ts';

/** Why a call stays as it is: it is cancelled, or it has begun. */
function fixedBy({ var: { app } }: WebContext, { booking }: BookingInCase): Refusal | undefined {
  if (booking.cancelledAt) return CANCELLED;
  return booking.start <= app.now().getTime() ? OVER : undefined;
}

function showFixed(c: WebContext, about: BookingInCase, { detail, status }: Refusal) {
  const title = 'This call cannot be changed';
  const live = fixedView(detail, homeOf(c, about));
  return page(c.var.app.site, 'message-page', { title, heading: title, live }, { status });
}

async function shownHere(c: WebContext, about: BookingInCase) {
  const { app } = c.var;
  const { callPath: path, isShared } = homeOf(c, about);
  const shown = callViewOf(app, about, await takenAway(app), { path, isShared });
  const isWithheld = await isEmailWithheld(app, about.booking);
  return isWithheld ? { ...shown, invitation: 'withheld' as const } : shown;
}

const MOVE_TITLE = 'Choose another time for your call';

async function showMoveTimes(
  c: WebContext,
  about: BookingInCase,
  { seen = about.booking.start, ...asked }: TimesAsked & { seen?: number | undefined },
): Promise<Response> {
  const { app } = c.var;
  const { booking } = about;
  const { near = booking.start, fault, status = 200 } = asked;
  const chooser = { except: booking.id, from: seen };
  const shown = await timesShown(app, booking.kind, { ...asked, near }, chooser);
  const here = await shownHere(c, about);
  const filling = {
    title: fault ? `Error: ${MOVE_TITLE}` : MOVE_TITLE,
    heading: MOVE_TITLE,
    above: callFaults(fault ? [{ field: 'start', message: fault }] : []),
    live: shown
      ? moveView(shown, here, seen)
      : noTimes(app.site.settings.line, await readClosedDays(app), undefined),
  };
  return page(app.site, 'message-page', filling, { status });
}

/** A time that was offered for the call: what moving to it does or, when it cannot be had, those that can. */
async function showMoveTo(c: WebContext, about: BookingInCase, start: string): Promise<Response> {
  const { app } = c.var;
  const asked = await readRequestedTime(app, about.booking.kind, start, {
    except: about.booking.id,
  });
  if (asked.kind !== 'free') {
    const status = asked.kind === 'taken' ? 409 : 400;
    return showMoveTimes(c, about, { near: instantOf(asked), fault: asked.message, status });
  }
  const title = 'Move your call?';
  const live = moveToView(await shownHere(c, about), asked.slot, app.now().getTime());
  return page(app.site, 'message-page', { title, heading: title, live });
}

/** What a page is called that was asked to move a call to the time it is booked for, where the call is not simply booked then. */
const THERE: Partial<Record<CallState, string>> = {
  'call-cannot-take-place': 'We cannot ring you at that time',
  'call-held': 'Your call is not booked',
};

/** Nothing to move: what is so of the call at the time it has. */
async function showThere(c: WebContext, about: BookingInCase): Promise<Response> {
  const here = await shownHere(c, about);
  const title = THERE[here.state] ?? 'Your call is at that time';
  const live = unmovedView(here, homeOf(c, about), c.var.app.now().getTime());
  return page(c.var.app.site, 'message-page', { title, heading: title, live });
}

/** The times a call could move to or, with `start` in the address, the move to that time. */
export async function showMove(c: WebContext, about: BookingInCase): Promise<Response> {
  const fixed = fixedBy(c, about);
  if (fixed) return showFixed(c, about, fixed);
  const query = new URL(c.req.url).searchParams;
  const start = query.get('start');
  if (start === isoInstant(about.booking.start)) return showThere(c, about);
  if (start) return showMoveTo(c, about, start);
  return showMoveTimes(c, about, { day: dayAsked(query) });
}

/** The times again, because the call was not moved, and why. */
export const showMoveAgain =
  ({ booking }: BookingInCase) =>
  async (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> => {
    // It may have been moved or cancelled since the post began: that is what the page must show.
    const about = await findBookingInCase(c.var.app.database, booking);
    if (!about) return refuse(c.req.raw, fixedRefusal({ kind: 'gone' }));
    const fixed = fixedBy(c, about);
    if (fixed) return showFixed(c, about, fixed);
    const { start } = withStart(typed);
    const asked = await readRequestedTime(c.var.app, about.booking.kind, start, {
      except: about.booking.id,
    });
    const fault = refusal.errors?.[0]?.message ?? refusal.detail;
    const { status } = refusal;
    // Nobody knows yet whether it was moved: what is sent again is the same move, to the same time.
    const seen = status === 503 ? instantSeenIn(typed) : undefined;
    const again = { day: dayTyped(typed), near: instantOf(asked), fault, status, seen };
    return showMoveTimes(c, about, again);
  };

/** What will happen when a call is cancelled. */
export async function showCancel(c: WebContext, about: BookingInCase): Promise<Response> {
  const fixed = fixedBy(c, about);
  if (fixed) return showFixed(c, about, fixed);
  const { app } = c.var;
  const title = 'Cancel this call?';
  const live = cancelView(await shownHere(c, about), homeOf(c, about).path, app.now().getTime());
  return page(app.site, 'message-page', { title, heading: title, live });
}

const CORRECT_TITLE = 'Correct the details of your call';

function showDetails(
  { var: { app } }: WebContext,
  casePath: string,
  state: CallDetailsState,
  refusal?: Refusal,
  first: Html = html``,
): Promise<Response> {
  const filling = {
    title: state.faults.length > 0 ? `Error: ${CORRECT_TITLE}` : CORRECT_TITLE,
    heading: CORRECT_TITLE,
    above: callFaults(state.faults),
    live: html`${first}${correctCallForm({ ...state, settings: app.site.settings }, casePath)}`,
  };
  return page(app.site, 'message-page', filling, refusal);
}

/** The details of a call in its form. */
export async function showCallCorrection(c: WebContext, about: BookingInCase): Promise<Response> {
  const fixed = fixedBy(c, about);
  if (fixed) return showFixed(c, about, fixed);
  const { kind } = about.booking;
  const details = detailsOf(about.booking);
  const typed = { ...details, [SEEN_FIELD]: printOfValues(details) };
  const state = { kind, typed, faults: [] };
  return showDetails(c, pathOf(c.var.app, about.case), state);
}

/** The correction sent back: what to fix above it, and everything typed still in it. */
export const showCallCorrectionAgain =
  (about: BookingInCase) =>
  async (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> => {
    const fixed = fixedBy(c, about);
    if (fixed) return showFixed(c, about, fixed);
    const { kind } = about.booking;
    const state = { kind, typed, faults: faultsIn(refusal) };
    return showDetails(c, pathOf(c.var.app, about.case), state, refusal);
  };

/** The form again after the details were changed meanwhile, by us or on another page of theirs. */
export const showChangedSince: ChangedSince = async (c, { booking }, correction) => {
  const came = await callChangedMeanwhile(c.var.app.database, booking, correction);
  if (!came) return fixedRefusal({ kind: 'gone' });
  const { typed, first, refusal } = meanwhileForm(came.changed, OWN_DETAILS_MEANWHILE);
  const state = { kind: booking.kind, typed, faults: faultsIn(refusal) };
  return showDetails(c, pathOf(c.var.app, came.case), state, refusal, first);
};

/**
 * The correction sent back while the database is away. Which kind of call it is cannot be known then, so
 * it stands in the form that asks for less.
 */
export function showUnreadCorrectionAgain(
  c: WebContext,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> {
  const state = { kind: 'callback', typed, faults: faultsIn(refusal) } as const;
  const casePath = `/your-enquiry/${c.req.param('case') ?? ''}/`;
  return showDetails(c, casePath, state, refusal);
}
