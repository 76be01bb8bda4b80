import type { Transaction } from '#data/client.ts';
import { writeReceived } from '#data/complaint-repository.ts';
import type { FieldValues } from '#domain/cases/changes.ts';
import { receivedAtOf } from '#domain/complaints/received.ts';
import type { ReceivedAgain } from '#domain/desk/new-complaint.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { isOther, lastActor } from '../cases/meanwhile.ts';
import { writeAct } from '../desk/case-actions.ts';
import { judgedAction } from '../desk/idempotent-action.ts';
import { findComplaint } from './complaint.ts';

/** What the form of the day on which a complaint came holds, by the name of its field. */
export const receivedValues = (received: number): FieldValues => ({ received: isoDate(received) });

/** The day on which a complaint came, in days since 1 January 1970; undefined where a case is none. */
export async function receivedOn(tx: Transaction, caseId: string): Promise<number | undefined> {
  const complaint = await findComplaint(tx, caseId);
  return complaint && wallClockAt(complaint.receivedAt.getTime()).day;
}

/** The day on which a complaint came as staff correct it, and the print of the day that the form showed. */
interface Dating extends ReceivedAgain {
  staff: string;
  seen: string | undefined;
}

/**
 * Corrects the day on which a complaint came that staff wrote down; the timeline keeps what it was. The same day again
 * changes nothing. `meanwhile`, with nothing changed, when the day is neither the one that was seen nor this one.
 */
export const dateComplaint = (
  app: App,
  found: Case,
  { staff, once, received, seen }: Dating,
): Promise<'done' | 'gone' | 'meanwhile'> =>
  judgedAction<'meanwhile'>(
    app,
    found,
    { act: 'complaint dated', staff, value: { received }, once },
    {
      async judge(tx, about) {
        const now = await receivedOn(tx, about.id);
        const isChanged =
          now !== undefined && now !== received && isOther(receivedValues(now), seen);
        return isChanged ? 'meanwhile' : undefined;
      },
      async work(acting, tx, about) {
        const before = await receivedOn(tx, about.id);
        if (before === undefined || before === received) return;
        const today = wallClockAt(app.now().getTime()).day;
        const receivedAt = receivedAtOf(received, about.createdAt.getTime());
        await writeReceived(tx, about.id, new Date(receivedAt));
        const words = `It came on ${dayInWords(received, today)}, not on ${dayInWords(before, today)}.`;
        await writeAct(acting, tx, about, { staff, act: 'complaint dated', words });
      },
    },
  );

/** Who of the staff corrected last on which day a complaint came. */
export const datedBy = (app: App, { id }: Pick<Case, 'id'>): Promise<string | undefined> =>
  lastActor(app.database, id, ({ act }) => act === 'complaint dated');
