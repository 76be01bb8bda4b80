import { earliestStart } from '../hours/notice.ts';
import { openings } from '../hours/openings.ts';
import { hoursOn } from '../hours/rules.ts';
import type { Hours } from '../settings/line.ts';
import { DAY, MINUTE } from '../time/day.ts';
import { instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords, dayInWords, lengthInWords } from '../time/words.ts';
import type { WallClock } from '../time/zone.ts';
import { availableSlots } from './available-slots.ts';
import type { AvailabilityInput, CallKind, Slot } from './slot.ts';

/** Why a time is not offered. */
type Refusal =
  | 'past'
  | 'too-far-ahead'
  | 'closed-day'
  | 'outside-hours'
  | 'between-slots'
  | 'too-soon'
  | 'taken';

/** Whether a start can be booked; a refusal's message says how to fix it. */
export type StartValidated =
  | { outcome: 'offered'; slot: Slot }
  | { outcome: Refusal; message: string };

const A_CALL: Record<CallKind, string> = {
  callback: 'A callback',
  'discovery-call': 'A discovery call',
};

const ON_THE: Record<AvailabilityInput['calls']['every-minutes'], string> = {
  15: 'on the quarter hour',
  30: 'on the hour and half hour',
  60: 'on the hour',
};

const refuse = (outcome: Refusal, message: string) => ({ outcome, message });

function outsideHours({ opens, closes }: Hours, { minutes }: AvailabilityInput['calls']) {
  const hours = `${clockInWords(opens)} to ${clockInWords(closes)}`;
  return refuse(
    'outside-hours',
    closes - opens < minutes
      ? `The line is open ${hours} that day, too short for a call of ${lengthInWords(minutes)}. Choose another day.`
      : `The line is open ${hours} that day, and a call ends by then. Choose a time from ${clockInWords(opens)} to ${clockInWords(closes - minutes)}.`,
  );
}

/** What the calendar alone has against a start, no matter who is free. */
function refusedByRules(diary: AvailabilityInput, start: number, at: WallClock, today: number) {
  const { rules, calls, now } = diary;
  const horizon = today + calls['horizon-days'];
  const hours = hoursOn(rules, at.day);
  if (start < now) return refuse('past', 'That time has passed. Choose a later one.');
  if (at.day > horizon) {
    const last = dayInWords(horizon, today);
    return refuse(
      'too-far-ahead',
      `That is further ahead than we book. Choose a day up to ${last}.`,
    );
  }
  if (!hours) {
    const day = dayInWords(at.day, today);
    return refuse('closed-day', `The line is closed on ${day}. Choose another day.`);
  }
  if (at.minute < hours.opens || at.minute + calls.minutes > hours.closes) {
    return outsideHours(hours, calls);
  }
  const every = calls['every-minutes'];
  if (at.minute % every === 0 && start % MINUTE === 0) return undefined;
  return refuse('between-slots', `Calls start ${ON_THE[every]}. Choose one of those times.`);
}

/** How much notice a kind of call needs, as a sentence; a service rule, so that it reads the same everywhere. */
export const noticeInWords = (
  kind: CallKind,
  { notice }: Pick<AvailabilityInput['calls'], 'notice'>,
) =>
  `${A_CALL[kind]} needs ${lengthInWords(notice[kind])} of notice, counted while the line is open.`;

function refusedByNotice(
  { rules, calls, kind, now, blocks }: AvailabilityInput,
  start: number,
  first: number,
) {
  const open = openings(rules, { first, last: first + Math.ceil((start - now) / DAY) + 1 }, blocks);
  if (start >= earliestStart(open, now, calls.notice[kind])) return undefined;
  return refuse('too-soon', `${noticeInWords(kind, calls)} Choose a later time.`);
}

/** What is said of a time that somebody else has, which it names: both are instants in milliseconds. */
export const noLongerFree = (start: number, now: number) =>
  `${instantInWords(start, now)} is no longer free. Choose another time.`;

/**
 * Whether a start (milliseconds) is one `availableSlots` offers, and if not the first reason why. A time
 * staff have blocked is `taken`: readers are not told which.
 */
export function validateStart(diary: AvailabilityInput, start: number): StartValidated {
  const at = wallClockAt(start);
  const offered = availableSlots(diary, { from: at.day, days: 1 });
  const slot = offered.find((each) => each.start === start);
  if (slot) return { outcome: 'offered', slot };
  const today = wallClockAt(diary.now).day;
  return (
    refusedByRules(diary, start, at, today) ??
    refusedByNotice(diary, start, today) ??
    refuse('taken', noLongerFree(start, diary.now))
  );
}
