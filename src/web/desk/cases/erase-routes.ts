import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { erasedPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { eraseAtDesk } from '#services/cases/erase-case.ts';
import { readCase } from '#services/desk/read-case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskCall } from '../with-staff.ts';
import { callOnDesk, headingOf } from './case-view-model.ts';
import { ERASED, takeConfirmed } from './confirm-page.ts';
import { eraseView } from './confirm-view.ts';
import { noSuchCase, withDeskCase } from './with-desk-case.ts';

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
