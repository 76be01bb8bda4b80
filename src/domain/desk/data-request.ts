import { counted } from '../count-words.ts';
import { dateOf, dayFromIso, dayOf } from '../time/day.ts';
import { dayInWords, MONTH_NAMES } from '../time/words.ts';
import type { ActDone } from './acts.ts';

/** What an address says to begin the note of a request with. */
export const REQUEST = 'data-request';

/** The day by which a request of a day is to be answered: the same date of the next month, or its last day where it has none such. */
export function answerBy(day: number): number {
  const { year, month, date } = dateOf(day);
  const lastOfNext = dayOf(year, month + 2, 0);
  return Math.min(dayOf(year, month + 1, date), lastOfNext);
}

/** The first line of a note of a request, by which it is known for one. */
export const REQUEST_BEGINS = 'Request about their data';

const CAME_ON = 'It came on:';
const ANSWER_BY = 'Answer by:';
const ANSWERED = 'Answered on, and how:';

/** What a note of a request begins with: what is asked for later, when it came first of all. */
export const requestNote = (today: number): string =>
  [
    REQUEST_BEGINS,
    `${CAME_ON} ${dayInWords(today, 0)}, by telephone / email / letter`,
    `${ANSWER_BY} ${dayInWords(answerBy(today), 0)}`,
    'They ask for:',
    'How we made sure who asks:',
    ANSWERED,
  ].join('\n');

/** What stands in a note after a label that begins a line, to the end of the line or of the note. */
function after(label: string, words: string, end: 'line' | 'note'): string {
  const lines = words.split('\n');
  const at = lines.findIndex((line) => line.trim().startsWith(label));
  if (at < 0) return '';
  const rest = lines.slice(at, end === 'line' ? at + 1 : undefined).join('\n');
  return rest.slice(rest.indexOf(label) + label.length).trim();
}

/** A date as people write it in a note: "Sunday 27 December 2026" or "27/12/2026", whatever stands around it. */
const DATE = /\b(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4})\b/;
const IN_FIGURES = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;

function dateIn(text: string): number | undefined {
  const [, of = '', inMonth = '', ofYear] = IN_FIGURES.exec(text) ?? [];
  if (ofYear !== undefined) {
    return dayFromIso(`${ofYear}-${inMonth.padStart(2, '0')}-${of.padStart(2, '0')}`);
  }
  const [, date, name = '', year] = DATE.exec(text) ?? [];
  const month = MONTH_NAMES.indexOf(name);
  return date === undefined || month < 0 ? undefined : dayOf(Number(year), month + 1, Number(date));
}

/** What people write after "Answered on, and how:" while it is not. */
const NOT_YET = /^(?:not yet|not answered(?: yet)?|no|nothing(?: yet)?|[-–?]+)[.…]?$/i;

/**
 * The note of a request as it is kept, written on `today`: where it says that it came on another day and the day to
 * answer by was left as the form had it, that day is counted from the one on which it came.
 */
export function withAnswerBy(words: string, today: number): string {
  if (!words.startsWith(REQUEST_BEGINS)) return words;
  const came = dateIn(after(CAME_ON, words, 'line'));
  const asGiven = `${ANSWER_BY} ${dayInWords(answerBy(today), 0)}`;
  return came === undefined || came > today
    ? words
    : words.replace(asGiven, `${ANSWER_BY} ${dayInWords(answerBy(came), 0)}`);
}

/**
 * The request that a note is of, until something is written after "Answered on, and how:": `by` is the London day that
 * it says after "Answer by:", if it says one. Undefined for one that was answered, and for any other note.
 */
export function openRequestIn(words: string): { by: number | undefined } | undefined {
  if (!words.startsWith(REQUEST_BEGINS)) return undefined;
  const answered = after(ANSWERED, words, 'note');
  if (answered !== '' && !NOT_YET.test(answered)) return undefined;
  return { by: dateIn(after(ANSWER_BY, words, 'line')) };
}

/** The first request among the acts of a case that is noted and not answered. */
export const openRequestOf = (acts: readonly ActDone[]) =>
  acts.flatMap((done) => (done.act === 'note' ? (openRequestIn(done.words) ?? []) : []))[0];

/** From how many days before its last one staff are warned of a request, as they are of a complaint. */
const WARNED_DAYS = 10;

/** How a request that is open is against its month: `by` and `today` are London days. */
export function requestState(by: number | undefined, today: number) {
  if (by === undefined || by - today > WARNED_DAYS) return 'in time';
  return by < today ? 'overdue' : 'warned';
}

/** How many requests are open, and how many of them are overdue, as a list in short says it. */
export function requestsInShort(all: readonly { by: number | undefined }[], today: number): string {
  const late = all.filter(({ by }) => requestState(by, today) === 'overdue').length;
  return `${counted(all.length, 'data request')}${late > 0 ? `, ${late} overdue` : ''}`;
}

/** How a request is against its month, in a sentence. */
export function requestInWords(by: number | undefined, today: number): string {
  if (by === undefined)
    return 'By when to answer is missing in the note, or cannot be read: write the day as “Sunday 27 December 2026”.';
  const day = dayInWords(by, today);
  if (by < today)
    return `Overdue by ${counted(today - by, 'day')}: it was to be answered by ${day}.`;
  if (by === today) return 'Answer it by the end of today.';
  return `Answer it by ${day}: ${counted(by - today, 'day')} left.`;
}
