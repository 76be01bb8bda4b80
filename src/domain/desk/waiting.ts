import { CALL_NAMES } from '../booking/booking.ts';
import { instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import type { Waiting } from './digest.ts';

/** Each reason for which a case waits, in a sentence. */
const REASONS: Readonly<Record<Waiting['because'], (waiting: Waiting, now: number) => string>> = {
  wrote: ({ at }, now) => `Got in touch on ${instantInWords(at, now)}.`,
  call: ({ at, call }, now) =>
    `Their ${call ? CALL_NAMES[call] : 'call'} was on ${instantInWords(at, now)}, and no outcome is noted.`,
  'no answer': () => 'Nobody answered.',
  'follow-up': ({ at }, now) =>
    `Due for follow-up since ${dayInWords(wallClockAt(at).day, wallClockAt(now).day)}.`,
};

/** Why a case waits, and when we last tried to reach the person. */
export function whyWaiting(waiting: Waiting, now: number): string {
  const { triedAt } = waiting;
  const reason = REASONS[waiting.because](waiting, now);
  return triedAt === undefined
    ? reason
    : `${reason} We last tried to reach them on ${instantInWords(triedAt, now)}.`;
}
