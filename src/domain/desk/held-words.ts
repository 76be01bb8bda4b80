import { actLines, callTimeInWords, emailLines, formLine, type HeldLine } from './held-lines.ts';
import { type HeldThing, rowInWords } from './held-rows.ts';
import { caseInWords } from './held-standing.ts';
import { HELD_TABLES, type KeptRow } from './held-tables.ts';

export type { HeldLine, HeldThing };

// What we hold about a person, as a page says it to them, read from the rows of the database as they are kept. Every
// value that is kept is told, but for what only machines use.

/** One part of what we hold: what it is called, and each thing of its kind, or a line for each thing that happened. */
export interface HeldPart {
  heading: string;
  things: readonly HeldThing[];
  lines: readonly HeldLine[];
}

const callInParts = (row: KeptRow): HeldThing => {
  const [kind, ...rest] = rowInWords('bookings', row, ['starts_at', 'ends_at']);
  return [...(kind ? [kind] : []), ...callTimeInWords(row), ...rest];
};

/** What we hold about a person in one case, in words, in the tense of `now`. */
export function heldInParts(
  rows: Readonly<Record<string, readonly KeptRow[]>>,
  now: number,
): HeldPart[] {
  const of = (table: string) => rows[table] ?? [];
  const things = (table: string, said = (row: KeptRow) => rowInWords(table, row)): HeldPart => ({
    heading: HELD_TABLES[table]?.heading ?? table,
    things: of(table).map(said),
    lines: [],
  });
  const lines = (heading: string, all: readonly HeldLine[]): HeldPart => ({
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
    lines(HELD_TABLES['submissions']?.heading ?? '', of('submissions').map(formLine)),
  ].filter((part) => part.things.length + part.lines.length > 0);
}
