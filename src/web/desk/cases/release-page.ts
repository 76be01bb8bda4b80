import { flashPath } from '#domain/desk/flash-messages.ts';
import type { App } from '#services/app.ts';
import { checkAvailability } from '#services/availability/check-availability.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { releaseCase } from '#services/desk/release-case.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { NothingTyped } from '../../http/post-form.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { callOnDesk } from './case-view-model.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { type QuarantinedCall, releaseView } from './confirm-view.ts';

/** A call in quarantine, and whether its time could be had if it were released now. */
async function quarantinedCall(app: App, booking: Booking): Promise<QuarantinedCall> {
  const { kind, start } = booking;
  const judged = await checkAvailability(app, app.database, kind, { start });
  return { call: callOnDesk(booking, app.now().getTime()), free: judged.kind === 'offered' };
}

const NOT_QUARANTINED = {
  status: 409,
  detail: 'Nothing in this case is in quarantine. It may have been released meanwhile.',
} as const;

/** `/desk/cases/{reference}/release/`: what was in quarantine, and then its release from quarantine. */
export async function showRelease(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const bookings = await bookingsOfCase(app.database, found.id);
  const quarantined = bookings.filter(({ quarantinedAt }) => quarantinedAt);
  if (!found.quarantinedAt && quarantined.length === 0)
    return showNotDone(c, found, NOT_QUARANTINED);
  const calls: QuarantinedCall[] = [];
  for (const booking of quarantined) calls.push(await quarantinedCall(app, booking));
  const recorded = found.quarantinedAt ? await enquiryOf(app, found.id) : undefined;
  const live = releaseView({
    reference: found.reference,
    enquiry: recorded?.enquiry,
    calls,
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: 'Release it from quarantine?', live });
}

export const release = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, NothingTyped, async () => {
    const released = await releaseCase(c.var.app, found, c.var.staff);
    if (released.kind === 'gone') return ERASED;
    if (released.kind === 'already') return flashPath(found.reference, 'released-before');
    deliverSoon(c.var.app, c.env.context);
    const done = released.lost.length > 0 ? 'released-without-time' : 'released';
    return flashPath(found.reference, done);
  });
