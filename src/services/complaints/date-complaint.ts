import { writeReceived } from '#data/complaint-repository.ts';
import { receivedAtOf } from '#domain/complaints/received.ts';
import type { ReceivedAgain } from '#domain/desk/new-complaint.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from '../desk/case-actions.ts';
import { idempotentAction } from '../desk/idempotent-action.ts';
import { findComplaint } from './complaint.ts';

/**
 * Corrects the day on which a complaint came that staff wrote down; the timeline keeps what it was. The same day again
 * changes nothing. False when the case was erased meanwhile.
 */
export const dateComplaint = (
  app: App,
  found: Case,
  { once, received }: ReceivedAgain,
  staff: string,
): Promise<boolean> => {
  const pressed = { act: 'complaint dated', staff, value: { received }, once };
  return idempotentAction(app, found, pressed, async (acting, tx, about) => {
    const complaint = await findComplaint(tx, about.id);
    const before = complaint && wallClockAt(complaint.receivedAt.getTime()).day;
    if (before === undefined || before === received) return;
    const today = wallClockAt(app.now().getTime()).day;
    const receivedAt = receivedAtOf(received, about.createdAt.getTime());
    await writeReceived(tx, about.id, new Date(receivedAt));
    const words = `It came on ${dayInWords(received, today)}, not on ${dayInWords(before, today)}.`;
    await writeAct(acting, tx, about, { staff, act: 'complaint dated', words });
  });
};
