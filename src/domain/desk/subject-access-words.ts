import {
  actLines,
  callTimeInWords,
  emailLines,
  formLine,
  type SubjectAccessLine,
} from './subject-access-lines.ts';
import { rowInWords, type SubjectAccessEntry } from './subject-access-rows.ts';
import { caseInWords } from './subject-access-standing.ts';
import { type KeptRow, SUBJECT_ACCESS_TABLES } from './subject-access-tables.ts';

export type { SubjectAccessEntry, SubjectAccessLine };

// What we hold about a person, as a page says it to them, read from the rows of the database as they are kept. Every
// value that is kept is told, but for what only machines use.

/** One part of what we hold: what it is called, and each thing of its kind, or a line for each thing that happened. */
export interface SubjectAccessPart {
  heading: string;
  things: readonly SubjectAccessEntry[];
  lines: readonly SubjectAccessLine[];
}

const callInParts = (row: KeptRow): SubjectAccessEntry => {
  const [kind, ...rest] = rowInWords('bookings', row, ['starts_at', 'ends_at']);
  return [...(kind ? [kind] : []), ...callTimeInWords(row), ...rest];
};

/** What we hold about a person in one case, in words, in the tense of `now`. */
export function subjectAccessInParts(
  rows: Readonly<Record<string, readonly KeptRow[]>>,
  now: number,
): SubjectAccessPart[] {
  const of = (table: string) => rows[table] ?? [];
  const things = (
    table: string,
    said = (row: KeptRow) => rowInWords(table, row),
  ): SubjectAccessPart => ({
    heading: SUBJECT_ACCESS_TABLES[table]?.heading ?? table,
    things: of(table).map(said),
    lines: [],
  });
  const lines = (heading: string, all: readonly SubjectAccessLine[]): SubjectAccessPart => ({
    heading,
    things: [],
    lines: all,
  });
  return [
    things('enquiries'),
    things('complaints'),
    things('holds'),
    things('bookings', callInParts),
    lines('What has happened', actLines(of('person_acts'), of('case_acts'))),
    lines('Emails about it', emailLines(of('messages'), of('delivery_reports'))),
    things('withheld_mail'),
    things('cases', (row) => caseInWords(row, now)),
    things('case_joins'),
    lines(SUBJECT_ACCESS_TABLES['submissions']?.heading ?? '', of('submissions').map(formLine)),
  ].filter((part) => part.things.length + part.lines.length > 0);
}
