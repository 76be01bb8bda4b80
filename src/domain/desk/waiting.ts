import { CALL_NAMES } from '../booking/booking.ts';
import type { Waiting } from '../emails/digest.ts';
import { instantInWords } from '../time/instant-words.ts';

/** Why a case waits: when they wrote, or which call of theirs has nothing noted of it; and when we last tried to reach them. */
export function whyWaiting({ at, call, triedAt }: Waiting, now: number): string {
  const asked = call
    ? `Their ${CALL_NAMES[call]} was on ${instantInWords(at, now)}, and nothing is noted of it.`
    : `Wrote on ${instantInWords(at, now)}.`;
  if (triedAt === undefined) return asked;
  return `${asked} We last tried to reach them on ${instantInWords(triedAt, now)}.`;
}
