import type { Transaction } from '#data/client.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { type Moved, moveIn } from '../bookings/reschedule-booking.ts';
import { transactionClaiming } from '../bookings/transaction-claiming.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { lastActor } from '../cases/meanwhile.ts';
import { writeAct } from './case-actions.ts';

/** Somebody of the staff moves a call that they saw at `seen` to `start` (milliseconds), as they agreed with its caller. */
interface Moving {
  staff: string;
  start: number;
  seen?: number | undefined;
}

async function move(
  app: App,
  tx: Transaction,
  booking: Booking,
  { staff, start, seen }: Moving,
): Promise<Moved> {
  const moved = await moveIn(app, tx, booking, { start, seen, staff });
  if (moved.kind !== 'moved') return moved;
  const now = app.now().getTime();
  // The act bears the moment of the move, by which the timeline knows whose it was.
  const acting: App = { ...app, now: () => moved.booking.movedAt ?? app.now() };
  const words = `The ${CALL_NAMES[booking.kind]} on ${callInWords(booking, now)}, to ${callInWords(moved.booking, now)}.`;
  await writeAct(acting, tx, moved.case, { staff, act: 'call moved', words });
  await settleCase(tx, moved.case.id);
  return moved;
}

/** Moves a call because staff and its caller agreed on another time; everybody is told, calendars included. */
export const moveAtDesk = (app: App, booking: Booking, moving: Moving): Promise<Moved> =>
  transactionClaiming(app, (tx) => move(app, tx, booking, moving));

/** Who of the staff put a call where it is, if it was not its person who moved it last. */
export const movedBy = (
  app: App,
  { caseId, movedAt }: Pick<Booking, 'caseId' | 'movedAt'>,
): Promise<string | undefined> =>
  lastActor(app.database, caseId, ({ act, at }) => act === 'call moved' && +at === +(movedAt ?? 0));
