import { Temporal } from 'temporal-polyfill';
import type { TestApp } from '../support/app.ts';
import { BANK_HOLIDAYS } from '../support/line.ts';
import { ZONE } from '../support/london.ts';

/** What the walk itself saw happen to a case, in its order; `at` is when it was, in milliseconds. */
export type Seen =
  | { by: 'person' }
  | { by: 'staff'; did: 'answered'; at: number }
  | { by: 'staff'; did: 'outcome'; outcome: string; at: number; undone: boolean };

/** The London date three working days after an instant, counted on the calendar. */
function threeWorkingDaysOn(at: number): string {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
  for (let left = 3; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(day.toString())) left -= 1;
  }
  return day.toString();
}

interface CallWithTime {
  starts_at: Date;
  ends_at: Date;
}

/** What stands at the end of what was seen. */
interface LastWord {
  /** The person acted, and was not answered. */
  open: boolean;
  /** The latest outcome is that nobody answered, and nothing was done since. */
  unreached: boolean;
  /** The latest outcome that was not undone. */
  outcome?: Extract<Seen, { did: 'outcome' }>;
  answeredAt: number;
}

const NOTHING: LastWord = { open: false, unreached: false, answeredAt: Number.NEGATIVE_INFINITY };

function heard(word: LastWord, one: Seen): LastWord {
  if (one.by === 'person') return { ...word, open: true };
  if (one.did === 'outcome' && one.undone) return word;
  if (one.did === 'outcome' && one.outcome === 'no answer') {
    return { ...word, unreached: true, outcome: one };
  }
  const answered = { ...word, open: false, unreached: false, answeredAt: one.at };
  return one.did === 'outcome' ? { ...answered, outcome: one } : answered;
}

const RESTS = ['spoke', 'left a message', 'wrote'];

const dateOf = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** Whether the follow-up date of the latest outcome has come, and staff have done nothing on it or since. */
function isFollowUpDue({ outcome, answeredAt }: LastWord, now: number): boolean {
  if (!outcome || !RESTS.includes(outcome.outcome)) return false;
  const date = threeWorkingDaysOn(outcome.at);
  return date <= dateOf(now) && dateOf(answeredAt) < date;
}

/**
 * Whether a case waits, said by what the walk saw: the person acted last, or the latest outcome says so, or a
 * call passed since staff last answered; and no call is to come.
 */
export function shouldWait(
  seen: readonly Seen[],
  calls: readonly CallWithTime[],
  now: number,
): boolean {
  if (calls.some(({ ends_at }) => +ends_at > now)) return false;
  const word = seen.reduce(heard, NOTHING);
  const passed = calls.some(({ starts_at }) => +starts_at > word.answeredAt);
  return word.open || word.unreached || passed || isFollowUpDue(word, now);
}

/** The calls of a case that hold their time. */
export const callsWithTime = ({ app }: TestApp, reference: string): Promise<CallWithTime[]> =>
  app.database.query<CallWithTime>(
    `SELECT b.starts_at, b.ends_at FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE c.reference = $1 AND b.during IS NOT NULL`,
    [reference],
  );
