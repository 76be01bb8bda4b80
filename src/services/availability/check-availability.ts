import type { Transaction } from '#data/client.ts';
import { type BookedBy, diaryFor } from '#domain/slots/at-desk.ts';
import {
  type AvailabilityInput,
  type CallKind,
  minutesBusy,
  type Slot,
} from '#domain/slots/slot.ts';
import { noLongerFree, type StartValidated, validateStart } from '#domain/slots/validate-start.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { availabilityInput } from './list-available-slots.ts';

/** A start that cannot be had: `taken` when it may have been free a moment ago, `refused` when it never was. */
export interface NotOffered {
  kind: 'taken' | 'refused';
  message: string;
}

/** A start that is offered now, and the diary it was judged by. */
export interface Offered {
  kind: 'offered';
  slot: Slot;
  diary: AvailabilityInput;
}

/** Somebody else has the time that begins at `start`, in milliseconds. */
export const takenAt = (app: App, start: number): NotOffered => ({
  kind: 'taken',
  message: noLongerFree(start, app.now().getTime()),
});

/** Refusals that can be true of a time that was offered when the page was shown. */
const GONE_MEANWHILE: readonly StartValidated['outcome'][] = ['past', 'too-soon', 'taken'];

/**
 * Whether a start is offered now, read inside `tx`; `except` is a call whose own time counts as free. Staff are not
 * held to our notice.
 */
export async function checkAvailability(
  app: App,
  tx: Transaction,
  kind: CallKind,
  {
    start,
    except,
    by = 'person',
  }: { start: number; except?: string | undefined; by?: BookedBy | undefined },
): Promise<Offered | NotOffered> {
  const to = start + minutesBusy(app.site.settings.calls, kind) * MINUTE;
  const read = await availabilityInput(app, tx, { kind, from: start, to, except });
  const diary = diaryFor(read, by);
  const judged = validateStart(diary, start);
  if (judged.outcome === 'offered') return { kind: 'offered', slot: judged.slot, diary };
  const { outcome, message } = judged;
  return { kind: GONE_MEANWHILE.includes(outcome) ? 'taken' : 'refused', message };
}
