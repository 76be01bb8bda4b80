import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { donePath } from '#domain/desk/done.ts';
import { type HeldBack, releaseView } from '#views/desk-confirm.ts';
import type { App } from '../lib/app.ts';
import type { Booking } from '../lib/bookings/booking.ts';
import { judgeNow } from '../lib/bookings/judge-now.ts';
import { bookingsOfCase } from '../lib/bookings/record.ts';
import type { Case } from '../lib/cases/case.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { ERASED, showNotDone, takeConfirmed } from '../lib/desk/cases/confirm-page.ts';
import { releaseCase } from '../lib/desk/cases/release.ts';
import { callOnDesk } from '../lib/desk/cases/shown.ts';
import { withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { findEnquiry } from '../lib/enquiries/record.ts';
import { handler } from '../lib/handler.ts';

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
