import { DatabaseUnavailableError } from '#data/errors.ts';
import { CHOOSE_A_TIME } from '#domain/booking/start.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import { nearestSlots } from '#domain/slots/nearest.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { readStart } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { checkAvailability, type NotOffered } from '#services/availability/check-availability.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import type { Fields } from '../../http/request-body.ts';
import { type TimeOnForm, WANTED_FIELD } from './call-form-view.ts';

/** Whose time counts as free, and who asks. */
interface Judged {
  own?: OwnTime | undefined;
  except?: string | undefined;
  by?: BookedBy;
}

/** A call that is booked, and its time. */
type OwnTime = Slot & { id: string };

/** What a start somebody asked for turned out to be; a message says how to fix it. */
export type RequestedTime =
  | { kind: 'free'; slot: Slot }
  | (NotOffered & { at: number })
  | { kind: 'unread'; message: string };

/**
 * Judges a start as it was typed, as the diary stands now; `except` is a call whose own time counts as free, and `own`
 * one that may keep the time it has, whatever stands in its way now. Staff are not held to our notice.
 */
export async function readRequestedTime(
  app: App,
  kind: CallKind,
  start: unknown,
  { own, except = own?.id, by }: Judged = {},
): Promise<RequestedTime> {
  if (typeof start !== 'string' || start === '') return { kind: 'unread', message: CHOOSE_A_TIME };
  const read = readStart(start.trim());
  if (read.outcome !== 'read') return { kind: 'unread', message: read.message };
  if (read.at === own?.start) return { kind: 'free', slot: { start: own.start, end: own.end } };
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

/** The instant of a time as it was typed, whether or not it is free. */
export function instantTyped(start: unknown): number | undefined {
  const read = readStart(typeof start === 'string' ? start.trim() : '');
  return read.outcome === 'read' ? read.at : undefined;
}

/** The instant that was wanted first and is not free, where a form that comes without a time says one. */
export const wantedIn = ({ [WANTED_FIELD]: wanted }: Fields): number | undefined =>
  instantTyped(wanted);

/** A form's fields without what only says which time was wanted first. */
export const withoutWanted = ({ [WANTED_FIELD]: _wanted, ...fields }: Fields): Fields => fields;

/** The free times nearest to the one wanted; the first there are when none is known. */
async function nearestFree(
  app: App,
  kind: CallKind,
  { wanted = app.now().getTime(), own }: { wanted: number | undefined; own: OwnTime | undefined },
) {
  return nearestSlots(await listAvailableSlots(app, kind, { except: own?.id }), wanted);
}

/** The time of a form that comes back, and what is wrong with it; with the database away it stands as typed. */
export async function timeAgain(
  app: App,
  kind: CallKind,
  typed: Fields,
  own?: OwnTime,
): Promise<{ time: TimeOnForm; message?: string }> {
  const { start } = typed;
  try {
    const asked = await readRequestedTime(app, kind, start, { own });
    if (asked.kind === 'free') return { time: { kind: 'chosen', slot: asked.slot } };
    const wanted = instantOf(asked) ?? wantedIn(typed);
    const slots = await nearestFree(app, kind, { wanted, own });
    return { time: { kind: 'others', slots, wanted }, message: asked.message };
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    return { time: { kind: 'unread', start: typeof start === 'string' ? start : undefined } };
  }
}
