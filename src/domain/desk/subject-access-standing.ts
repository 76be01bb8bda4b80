import { instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import { ALWAYS, cellInWords, rowInWords, type SubjectAccessEntry } from './subject-access-rows.ts';
import type { KeptRow } from './subject-access-tables.ts';

const WAITS = ['waits_from', 'waiting_since', 'waits_because'] as const;

const onDay = (at: number) => dayInWords(wallClockAt(at).day, 0);

/** What a case waits for at present, or will, in the tense of `now`. */
function waitsInWords(row: KeptRow, now: number): string {
  const because = cellInWords('cases', 'waits_because', row);
  const since = Date.parse(String(row['waiting_since']));
  const from = row['waits_from'] === ALWAYS ? now : Date.parse(String(row['waits_from']));
  const isFollowUp = row['waits_because'] === 'follow-up';
  const [moment, start] = [since, from].map((at) =>
    isFollowUp ? onDay(at) : instantInWords(at, 0),
  );
  if (from <= now) {
    const counted = from === now || from === since ? '' : ` It came onto our list on ${start}.`;
    return `You wait for us since ${moment}: ${because}.${counted}`;
  }
  if (isFollowUp) return `We mean to get back to you on ${moment}, and look at it from ${start}.`;
  if (row['waits_because'] === 'call') {
    return since > now
      ? `A call is due on ${moment}. From ${start} you wait for us to note the outcome.`
      : `A call began on ${moment}. From ${start} you wait for us to note the outcome.`;
  }
  return `On ${moment} ${because}. We look at it again from ${start}, if not before.`;
}

/** A case as labels and values, with how it stands now. */
export function caseInWords(row: KeptRow, now: number): SubjectAccessEntry {
  const told = rowInWords('cases', row, WAITS);
  if (row['waits_because'] === null || row['waits_because'] === undefined) return told;
  return [...told, ['What is to be done', waitsInWords(row, now)]];
}
