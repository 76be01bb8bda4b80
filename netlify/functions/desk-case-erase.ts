import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { erasedPath } from '#domain/desk/done.ts';
import { eraseView } from '#views/desk-confirm.ts';
import type { Case } from '../lib/cases/case.ts';
import { eraseAtDesk } from '../lib/cases/erase.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { ERASED, takeConfirmed } from '../lib/desk/cases/confirm-page.ts';
import { readCase } from '../lib/desk/cases/read.ts';
import { callOnDesk, headingOf } from '../lib/desk/cases/shown.ts';
import { noSuchCase, withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import type { DeskCall } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

async function showErase(call: DeskCall, found: Case): Promise<Response> {
  const { app } = call;
  const now = app.now().getTime();
  const file = await readCase(app, found);
  if (!file) return noSuchCase(call);
  const calls = file.bookings.map((booking) => callOnDesk(booking, now));
  const live = eraseView({
    reference: found.reference,
    from: headingOf(file),
    enquired: file.enquiry !== undefined,
    calls: calls.length,
    toCome: calls.filter(({ state }) => state === 'to-come'),
    acts: file.acts.length,
    quarantined: found.quarantinedAt !== undefined,
    now,
  });
  return deskPage(call, { heading: 'Erase this case?', live });
}

const erase = (call: DeskCall, found: Case) =>
  takeConfirmed(call, found, z.strictObject({}), async () => {
    if (!(await eraseAtDesk(call.app, found, call.staff))) return ERASED;
    deliverSoon(call);
    return erasedPath(found.reference);
  });

/** `/desk/cases/{reference}/erase/`: what goes, and then the erasure; calls to come are cancelled first. */
export default handler({ GET: withDeskCase(showErase), POST: withDeskCase(erase) });

export const config: Config = {
  path: ['/desk/cases/:reference/erase', '/desk/cases/:reference/erase/'],
};
