import { insertAudit } from '#data/audit-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { App } from '../app.ts';
import { lockBooking } from '../bookings/booking-records.ts';
import { cancelErased } from '../bookings/cancel-booking.ts';
import { renewOwedDigest } from '../jobs/digest-job.ts';
import { settleCase } from './case-status-service.ts';

const REPORTS_OF_CALL = `DELETE FROM delivery_reports
  WHERE provider_id IN (SELECT provider_id FROM messages WHERE booking_id = $1)`;

/** One call of a case that stays. */
interface CallToErase {
  id: string;
  caseId: string;
}

/** Why a call was erased; the audit keeps it with the call’s id, which leads nowhere then. */
type CallErasureAct = 'erased on request' | 'erased again after a restore';

/**
 * Erases one call of a case that stays, and every message about it, in `tx`. Still to come, it is
 * cancelled first, and word of that is enqueued, unless it is to be done `quietly`. False when it had gone already.
 */
export async function eraseCall(
  app: App,
  tx: Transaction,
  call: CallToErase,
  { act, quietly = false }: { act: CallErasureAct; quietly?: boolean },
): Promise<boolean> {
  const about = await lockBooking(tx, call);
  if (!about) return false;
  await tx.query(REPORTS_OF_CALL, [call.id]);
  await tx.query('DELETE FROM messages WHERE booking_id = $1', [call.id]);
  if (!quietly) await cancelErased(app, tx, about);
  await tx.query('DELETE FROM bookings WHERE id = $1', [call.id]);
  await settleCase(tx, call.caseId);
  const { reference } = about.case;
  await insertAudit(tx, { at: app.now(), act: `call ${call.id} ${act}`, reference });
  await renewOwedDigest(app, tx);
  return true;
}
