import { counted } from '../count-words.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';

/** From which day of a complaint staff are warned that its time runs out. */
export const WARNED_FROM = 20;

/** The last day on which a complaint is answered in time. */
export const LAST_DAY = 30;

/** How a complaint that is open stands against the 30 days of section 164A of the Data Protection Act 2018. */
export interface ComplaintClock {
  /** Which day of it today is, in London: the day on which it came is day 1. */
  day: number;
  /** The last London day on which it is answered in time, in days since 1 January 1970. */
  due: number;
  state: 'in time' | 'warned' | 'overdue';
}

/**
 * The clock of a complaint that came at one instant and is open at another, in calendar days of London: the period
 * begins with the day on which it came. Warned from day 20, overdue once day 30 is over.
 */
export function complaintClock(receivedAt: number, now: number): ComplaintClock {
  const first = wallClockAt(receivedAt).day;
  const day = Math.max(1, wallClockAt(now).day - first + 1);
  const late = day > LAST_DAY ? 'overdue' : 'warned';
  return { day, due: first + LAST_DAY - 1, state: day < WARNED_FROM ? 'in time' : late };
}

/** When a complaint came, in milliseconds, whether its person was told that we have it, and whether it is in quarantine. */
export interface ComplaintSince {
  receivedAt: number;
  acknowledged: boolean;
  quarantined: boolean;
}

/** What is said of a complaint whose person does not know yet that we have it: of one about personal data the law gives 30 days for that alone. */
function unacknowledged({ acknowledged, quarantined }: ComplaintSince, isLate: boolean): string {
  if (acknowledged) return '';
  if (quarantined) {
    return ' It looked automatic, so they have had no acknowledgement: read it, and release it.';
  }
  return isLate
    ? ' They have not been told that we have it: tell them today.'
    : ' They have not been told that we have it: tell them as soon as you can, and by that day at the latest.';
}

/** How a complaint that is open stands, in words: which day of it today is, until when it is in time, and whether it was acknowledged. */
export function clockOfComplaint(complaint: ComplaintSince, now: number): string {
  const { receivedAt } = complaint;
  const { day, due, state } = complaintClock(receivedAt, now);
  const today = wallClockAt(now).day;
  const came = `It came on ${dayInWords(wallClockAt(receivedAt).day, today)}.`;
  const last = dayInWords(due, today);
  if (state === 'overdue') {
    const late = day - LAST_DAY;
    return `Overdue by ${counted(late, 'day')}: it was to be answered by ${last}. ${came}${unacknowledged(complaint, true)}`;
  }
  return `Day ${day} of ${LAST_DAY}: answer it by ${day === LAST_DAY ? 'the end of today' : last}. ${came}${unacknowledged(complaint, false)}`;
}
