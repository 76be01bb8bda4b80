import { mailNameToYou } from '../cases/mail-names.ts';
import { callInWords, instantInWords } from '../time/instant-words.ts';
import {
  cellInWords,
  rowInWords,
  type SubjectAccessEntry,
  valueInWords,
} from './subject-access-rows.ts';
import type { KeptRow } from './subject-access-tables.ts';

/** One thing that happened, or one email: when, what, and what else is kept of it. */
export interface SubjectAccessLine {
  when: string;
  what: string;
  more: SubjectAccessEntry;
}

type Rows = readonly KeptRow[];

const slotInWords = (start: unknown, end: unknown): string =>
  callInWords({ start: Date.parse(String(start)), end: Date.parse(String(end)) }, 0);

const isSlot = (value: unknown): value is { start: string; end: string } =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** What something was before it was changed: fields, or the time of a call. */
function beforeInWords({ before }: KeptRow): SubjectAccessEntry {
  if (before === null || before === undefined) return [];
  const was = isSlot(before) ? slotInWords(before.start, before.end) : valueInWords(before);
  return was === '' ? [] : [['It was before', was]];
}

/** What the person did; of a call, the time it then had. */
const personAct = (row: KeptRow): SubjectAccessLine => ({
  when: valueInWords(row['at']),
  what: cellInWords('person_acts', 'act', row),
  more: [
    ...(row['starts_at']
      ? [['The call', slotInWords(row['starts_at'], row['ends_at'])] as const]
      : []),
    ...beforeInWords(row),
    ...rowInWords('person_acts', row, ['at', 'act', 'starts_at', 'ends_at', 'before']),
  ],
});

/** Who of the staff did it is not named to the person: “we” says it. */
const BY_US = ['actor', 'undone_by', 'changed_by'] as const;

function caseAct(row: KeptRow): SubjectAccessLine {
  const act = cellInWords('case_acts', 'act', row);
  const outcome = cellInWords('case_acts', 'outcome', row);
  const said = BY_US.filter((column) => row[column] === 'staff');
  return {
    when: valueInWords(row['at']),
    what: outcome === '' ? act : `${act}: “${outcome}”`,
    more: [
      ...rowInWords('case_acts', row, ['at', 'act', 'outcome', 'before', ...said]),
      ...beforeInWords(row),
    ],
  };
}

const byTime = (column: string) => (one: KeptRow, other: KeptRow) =>
  Date.parse(String(one[column])) - Date.parse(String(other[column]));

/** What the person did, and what we did and noted, in the order in which it happened. */
export const actLines = (theirs: Rows, ours: Rows): SubjectAccessLine[] =>
  [
    ...theirs.map((row) => ({ row, line: personAct(row) })),
    ...ours.map((row) => ({ row, line: caseAct(row) })),
  ]
    .sort((one, other) => byTime('at')(one.row, other.row))
    .map(({ line }) => line);

/** When a message went, and at which try. */
function sentInWords(row: KeptRow): SubjectAccessEntry {
  const sent = valueInWords(row['sent_at']);
  const first = valueInWords(row['first_attempt_at']);
  const attempts = Number(row['attempts']);
  const at = attempts === 1 ? 'the first try' : `try ${attempts}`;
  const since = first === '' || first === sent ? '' : `, the first of them ${first}`;
  return [['Sent', `${sent}, at ${at}${since}`]];
}

const SENT = ['sent_at', 'attempts', 'first_attempt_at'] as const;

/** What a mail service reported of an email: when it says that was, and when we were told. */
function reportInWords(row: KeptRow, whose: string): SubjectAccessEntry[number] {
  const [reported, received] = [valueInWords(row['reported_at']), valueInWords(row['received_at'])];
  const what = cellInWords('delivery_reports', 'type', row).replace('the mail', `${whose} mail`);
  return [what, reported === received ? reported : `${reported}; we were told ${received}`];
}

function emailLine(row: KeptRow, reports: Rows): SubjectAccessLine {
  const isTheirs = row['audience'] === 'enquirer';
  const name = isTheirs ? mailNameToYou(String(row['kind'])) : cellInWords('messages', 'kind', row);
  const told = ['kind', 'audience', 'created_at', ...(row['sent_at'] ? SENT : [])];
  return {
    when: valueInWords(row['created_at']),
    what: `To ${cellInWords('messages', 'audience', row)}: ${name}`,
    more: [
      ...(row['sent_at'] ? sentInWords(row) : []),
      ...rowInWords('messages', row, told),
      ...reports.map((report) => reportInWords(report, isTheirs ? 'your' : 'our own')),
    ],
  };
}

/** The emails about a case, each with whose it was and what its mail service reported of it. */
export const emailLines = (messages: Rows, reports: Rows): SubjectAccessLine[] =>
  messages.toSorted(byTime('created_at')).map((row) =>
    emailLine(
      row,
      reports.filter(
        (report) => report['provider_id'] && report['provider_id'] === row['provider_id'],
      ),
    ),
  );

/** The time of a call as one value. */
export const callTimeInWords = (row: KeptRow): SubjectAccessEntry => [
  ['When', slotInWords(row['starts_at'], row['ends_at'])],
];

/** A form that we remember, and when it came. */
export const formLine = (row: KeptRow): SubjectAccessLine => ({
  when: instantInWords(Date.parse(String(row['created_at'])), 0),
  what: cellInWords('submissions', 'route', row),
  more: [],
});
