import { dateOf, dayOf } from '../time/day.ts';
import { dayInWords } from '../time/words.ts';

/** What an address says to begin the note of a request with. */
export const REQUEST = 'data-request';

/** The day by which a request of a day is to be answered: the same date of the next month, or its last day where it has none such. */
export function answerBy(day: number): number {
  const { year, month, date } = dateOf(day);
  const lastOfNext = dayOf(year, month + 2, 0);
  return Math.min(dayOf(year, month + 1, date), lastOfNext);
}

/** What a note of a request begins with: what is asked for later, when it came first of all. */
export const requestNote = (today: number): string =>
  [
    'Request about their data',
    `It came on: ${dayInWords(today, 0)}, by telephone / email / letter`,
    `Answer by: ${dayInWords(answerBy(today), 0)}`,
    'They ask for:',
    'How we made sure who asks:',
    'Answered on, and how:',
  ].join('\n');
