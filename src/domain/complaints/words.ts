import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import { complaintClock } from './clock.ts';
import type { ComplaintAbout } from './complaint.ts';

/** Where the regulator takes complaints about personal data. Its name changes when a commencement order is made: write “ICO”. */
export const ICO = {
  address: 'https://ico.org.uk/make-a-complaint/',
  phone: '0303 123 1113',
} as const;

/** A complaint as far as what its person is told goes: when it came (milliseconds), and whether they have heard how far it has got. */
export interface ComplaintHeard {
  receivedAt: number;
  heard: boolean;
}

const OUTCOME_OR_MORE = 'tell you the outcome, or how far we have got and when you will hear more';

/** When a complaint that we have came, and what happens to it, as its person is told at an instant. */
export function whatHappens({ receivedAt, heard }: ComplaintHeard, now: number): string {
  const today = wallClockAt(now).day;
  const came = dayInWords(wallClockAt(receivedAt).day, today);
  const { due, state } = complaintClock(receivedAt, now);
  const last = dayInWords(due, today);
  if (heard) return `It came on ${came}. We are looking into it, and will ${OUTCOME_OR_MORE}.`;
  return state === 'overdue'
    ? `It came on ${came}, and you should have heard from us by ${last}. We are sorry. We will look into it without more delay, and ${OUTCOME_OR_MORE}.`
    : `It came on ${came}. We will look into it and, by ${last}, within 30 days, ${OUTCOME_OR_MORE}.`;
}

/** Where else a person can turn who is not satisfied, once their complaint is `ended` or before; nothing where it is about our service. */
export const afterUs = (about: ComplaintAbout, ended = false): string | undefined =>
  about === 'data'
    ? `If you are not satisfied with our answer${ended ? '' : ', or hear nothing from us in time'}, you can complain to the ICO, the regulator, on its website or by ringing it on ${ICO.phone}.`
    : undefined;
