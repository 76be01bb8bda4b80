import type { Transaction } from '#data/client.ts';
import { writeAcknowledged } from '#data/complaint-repository.ts';
import type { ToldBy } from '#domain/desk/actions.ts';
import type { Acknowledgement } from '#domain/desk/new-complaint.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from '../desk/case-actions.ts';
import { idempotentAction } from '../desk/idempotent-action.ts';
import { readComplaint } from './complaint.ts';
import { acknowledge, type ComplaintReceived } from './complaint-notifications.ts';

/** How one of the staff told a person that we have their complaint. */
interface Acknowledged extends ComplaintReceived {
  staff: string;
  told: ToldBy;
}

/** Notes that the person of a complaint knows that we have it, and emails them so where that is how. */
export async function noteAcknowledged(
  app: App,
  tx: Transaction,
  about: Case,
  { staff, told, ...received }: Acknowledged,
): Promise<void> {
  if (told === 'email') await acknowledge(app, tx, about, { ...received, by: 'staff' });
  await writeAcknowledged(tx, about.id, app.now());
  await writeAct(app, tx, about, { staff, act: 'complaint acknowledged', told });
}

/** What came of it: `no address` when it was to go by email and they have given none; `before`: they were told already. */
export type AcknowledgementResult = 'done' | 'before' | 'no address' | 'no complaint' | 'gone';

/** Acknowledges a complaint whose person was not told yet that we have it. Pressed twice, it does so once. */
export async function acknowledgeComplaint(
  app: App,
  found: Case,
  { once, told }: Acknowledgement,
  staff: string,
): Promise<AcknowledgementResult> {
  const read = await readComplaint(app.database, found.id);
  if (!read) return 'no complaint';
  if (told === 'email' && read.complaint.email === undefined) return 'no address';
  let before = false;
  const pressed = { act: 'complaint acknowledged', staff, value: { told }, once };
  const done = await idempotentAction(app, found, pressed, async (acting, tx, about) => {
    const received = await readComplaint(tx, about.id);
    before = received?.acknowledgedAt !== undefined;
    if (!received || before) return;
    await noteAcknowledged(acting, tx, about, { ...received, staff, told });
  });
  if (!done) return 'gone';
  return before ? 'before' : 'done';
}
