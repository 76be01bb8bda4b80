import { DatabaseUnavailableError } from '#data/errors.ts';
import { CHOOSE_A_TIME } from '#domain/booking/start.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import { nearestSlots } from '#domain/slots/nearest.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { readStart } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { checkAvailability, type NotOffered } from '#services/availability/check-availability.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import type { TimeOnForm } from './call-form-view.ts';

/** What a start somebody asked for turned out to be; a message says how to fix it. */
export type RequestedTime =
  | { kind: 'free'; slot: Slot }
  | (NotOffered & { at: number })
  | { kind: 'unread'; message: string };

/**
 * Judges a start as it was typed, as the diary stands now; `except` is a call whose own time counts as free. Staff are
 * not held to our notice.
 */
export async function readRequestedTime(
  app: App,
  kind: CallKind,
  start: unknown,
  { except, by }: { except?: string | undefined; by?: BookedBy } = {},
): Promise<RequestedTime> {
  if (typeof start !== 'string' || start === '') return { kind: 'unread', message: CHOOSE_A_TIME };
  const read = readStart(start.trim());
  if (read.outcome !== 'read') return { kind: 'unread', message: read.message };
  const judged = await checkAvailability(app, app.database, kind, { start: read.at, except, by });
  return judged.kind === 'offered'
    ? { kind: 'free', slot: judged.slot }
    : { ...judged, at: read.at };
}

/** The instant asked for, whether or not it is free. */
export const instantOf = (asked: RequestedTime): number | undefined => {
  if (asked.kind === 'free') return asked.slot.start;
  return asked.kind === 'unread' ? undefined : asked.at;
};

/** The free times nearest to the one asked for; the first there are when none can be read. */
async function nearestFree(app: App, kind: CallKind, asked: RequestedTime) {
  const near = instantOf(asked) ?? app.now().getTime();
  return nearestSlots(await listAvailableSlots(app, kind), near);
}

/** The time of a form that comes back, and what is wrong with it; with the database away it stands as typed. */
export async function timeAgain(
  app: App,
  kind: CallKind,
  start: unknown,
): Promise<{ time: TimeOnForm; message?: string }> {
  try {
    const asked = await readRequestedTime(app, kind, start);
    if (asked.kind === 'free') return { time: { kind: 'chosen', slot: asked.slot } };
    const slots = await nearestFree(app, kind, asked);
    return { time: { kind: 'others', slots }, message: asked.message };
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    return { time: { kind: 'unread', start: typeof start === 'string' ? start : undefined } };
  }
}
