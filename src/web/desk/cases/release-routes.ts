import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { donePath } from '#domain/desk/flash-messages.ts';
import type { App } from '#services/app.ts';
import { judgeNow } from '#services/availability/check-availability.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { releaseCase } from '#services/desk/release-case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskCall } from '../with-staff.ts';
import { callOnDesk } from './case-view-model.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { type HeldBack, releaseView } from './confirm-view.ts';
import { withDeskCase } from './with-desk-case.ts';

/** A call in quarantine, and whether its time could be had if it were released now. */
async function heldBack(app: App, booking: Booking): Promise<HeldBack> {
  const { kind, start } = booking;
  const judged = await judgeNow(app, app.database, kind, { start });
  return { call: callOnDesk(booking, app.now().getTime()), free: judged.kind === 'offered' };
}

const NOT_HELD = {
  status: 409,
  detail: 'Nothing in this case is in quarantine. It may have been released meanwhile.',
} as const;

async function showRelease(call: DeskCall, found: Case): Promise<Response> {
  const { app } = call;
  const bookings = await bookingsOfCase(app.database, found.id);
  const held = bookings.filter(({ quarantinedAt }) => quarantinedAt);
  if (!found.quarantinedAt && held.length === 0) return showNotDone(call, found, NOT_HELD);
  const calls: HeldBack[] = [];
  for (const booking of held) calls.push(await heldBack(app, booking));
  const recorded = found.quarantinedAt && (await findEnquiry(app.database, found.id));
  const live = releaseView({
    reference: found.reference,
    acknowledged: recorded?.enquiry.email,
    calls,
    now: app.now().getTime(),
  });
  return deskPage(call, { heading: 'Release it from quarantine?', live });
}

const release = (call: DeskCall, found: Case) =>
  takeConfirmed(call, found, z.strictObject({}), async () => {
    const released = await releaseCase(call.app, found, call.staff);
    if (released.kind === 'gone') return ERASED;
    if (released.kind === 'already') return donePath(found.reference, 'released-before');
    deliverSoon(call);
    const done = released.lost.length > 0 ? 'released-without-time' : 'released';
    return donePath(found.reference, done);
  });

/** `/desk/cases/{reference}/release/`: what had been held back, and then its release from quarantine. */
export default handler({ GET: withDeskCase(showRelease), POST: withDeskCase(release) });

export const config: Config = {
  path: ['/desk/cases/:reference/release', '/desk/cases/:reference/release/'],
};
