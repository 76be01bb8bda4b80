import { openRequestOf } from '#domain/desk/data-request.ts';
import { erasedPath } from '#domain/desk/flash-messages.ts';
import { keptFor } from '#domain/settings/retention.ts';
import type { Case } from '#services/cases/case.ts';
import { eraseAtDesk } from '#services/cases/erase-case.ts';
import { isOnHold } from '#services/desk/hold.ts';
import { readCase } from '#services/desk/read-case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { NothingTyped } from '../../http/post-form.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { callOnDesk, headingOf } from './case-view-model.ts';
import { ERASED, ON_HOLD, showNotDone, takeConfirmed } from './confirm-page.ts';
import { eraseView } from './confirm-view.ts';
import { noSuchCase } from './with-desk-case.ts';

/** `/desk/cases/{reference}/erase/`: what goes, and then the erasure; calls to come are cancelled first. */
export async function showErase(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const now = app.now().getTime();
  if (await isOnHold(app.database, found.id)) return showNotDone(c, found, ON_HOLD);
  const file = await readCase(app, found);
  if (!file) return noSuchCase(c);
  const calls = file.bookings.map((booking) => callOnDesk(booking, now));
  const live = eraseView({
    reference: found.reference,
    from: headingOf(file),
    enquired: file.enquiry !== undefined,
    calls: calls.length,
    toCome: calls.filter(({ state }) => state === 'to-come'),
    acts: file.acts.length,
    quarantined: found.quarantinedAt !== undefined,
    hasLink: !found.byHand || file.mail.some(({ audience }) => audience === 'enquirer'),
    request: openRequestOf(file.acts),
    auditFor: keptFor(app.site.settings.retention, 'audit'),
    now,
  });
  return deskPage(c, { heading: 'Erase this case?', live });
}

export const erase = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, NothingTyped, async () => {
    const came = await eraseAtDesk(c.var.app, found, c.var.staff);
    if (came !== 'erased') return came === 'gone' ? ERASED : ON_HOLD;
    deliverSoon(c.var.app, c.env.context);
    return erasedPath(found.reference);
  });
