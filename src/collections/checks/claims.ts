import type { Path } from '../schema-shape.ts';
import { type BlockKind, lineAt, namedIn, oneLine } from './block.ts';
import type { Fault } from './fault.ts';
import { BASES, type Basis, type Ledger, type PageLedger } from './ledger.ts';
import type { PageText } from './page-text.ts';
import type { LedgerRead } from './read-ledger.ts';
import { sentencesOf } from './sentences.ts';

/** Where the ledger stands, below the project's root. */
export const LEDGER_FILE = 'content/claims.yaml';

/** The text the site is written from, below the project's root. */
export const SOURCE_FILE = 'tests/content/source.txt';

/** What brings the ledger up to date. */
const COMMAND = 'npm run claims';

/** Words that can claim something; labels of links and lines to fill in cannot. */
const CLAIMING: readonly BlockKind[] = ['heading', 'lede', 'prose', 'item', 'row', 'about', 'next'];

const NAMES = Object.keys(BASES) as Basis[];

/** A sentence a page makes, as the ledger lists it, and its line. */
export interface Claim {
  readonly says: string;
  readonly line: number;
}

/** Every sentence of a page once, with what components fill in by name: "groups of [group-size]". */
export function claimsOf({ blocks }: PageText): Claim[] {
  const claims = new Map<string, Claim>();
  for (const block of blocks.filter(({ kind }) => CLAIMING.includes(kind))) {
    for (const { text, at } of sentencesOf(namedIn(block))) {
      if (!claims.has(text)) claims.set(text, { says: text, line: lineAt(block, at) });
    }
  }
  return [...claims.values()];
}

/** The sentences of a page that the ledger does not list. */
export function unlisted(page: PageText, ledger: Ledger): Claim[] {
  const known = new Set(entriesOf(page.id, ledger[page.id] ?? {}).map(({ says }) => says));
  return claimsOf(page).filter(({ says }) => !known.has(says));
}

type LineOf = LedgerRead['lineOf'];

/** An entry of the ledger: what it says, and where in the file it stands. */
export interface Entry {
  readonly says: string;
  readonly path: Path;
}

export const entriesOf = (id: string, entry: PageLedger): Entry[] => [
  ...(entry.source ?? []).map(({ says }, index) => ({ says, path: [id, 'source', index] })),
  ...NAMES.flatMap((basis) =>
    (entry[basis] ?? []).map((says, index) => ({ says, path: [id, basis, index] })),
  ),
];

const TAKE_OUT = `Run ${COMMAND}: it takes the entry out, or lets the sentence that came in its place have it.`;

function entryFaults(id: string, entry: PageLedger, said: ReadonlySet<string>, lineOf: LineOf) {
  const all = entriesOf(id, entry);
  return all.flatMap(({ says, path }, index): Fault[] => {
    const at = { where: LEDGER_FILE, line: lineOf(path) };
    if (all.findIndex((other) => other.says === says) < index) {
      const wrong = `“${says}” is listed twice for the page ${id}.`;
      return [{ ...at, wrong, instead: 'Keep the entry that is right.' }];
    }
    if (!said.has(says)) {
      const wrong = `“${says}” is listed for the page ${id}, and no longer on it.`;
      return [{ ...at, wrong, instead: TAKE_OUT }];
    }
    if (path[1] !== 'question' || says.replace(/[”’)]+$/, '').endsWith('?')) return [];
    const wrong = `“${says}” is listed as a question and asks nothing.`;
    return [{ ...at, wrong, instead: 'Move it under what it rests on.' }];
  });
}

function quoteFaults(id: string, entry: PageLedger, source: string, lineOf: LineOf): Fault[] {
  return (entry.source ?? []).flatMap(({ says, source: quotes }, index) =>
    [quotes]
      .flat()
      .filter((quote) => !source.includes(oneLine(quote)))
      .map((quote) => ({
        where: LEDGER_FILE,
        line: lineOf([id, 'source', index, 'source']),
        wrong: `“${says}” is said to rest on “${quote}”, which is not in the text the site is written from.`,
        instead: `Quote that text exactly (${SOURCE_FILE}), or change the sentence.`,
      })),
  );
}

function pageFaults(page: PageText, ledger: Ledger): Fault[] {
  return unlisted(page, ledger).map(({ says, line }) => ({
    where: page.file,
    line,
    wrong: `“${says}” is new, and nothing says yet what it rests on.`,
    instead: `Run ${COMMAND}: it asks you, and writes the answer down. A sentence that rests on nothing does not belong here.`,
  }));
}

/**
 * Sentences without a basis, entries without a sentence, and bases that do not hold. `ids` are those of
 * every page, also of those that cannot be read; `source` is the text the site is written from.
 */
export function claimFaults(
  pages: readonly PageText[],
  ids: readonly string[],
  { ledger, lineOf }: LedgerRead,
  source: string,
): Fault[] {
  const known = oneLine(source);
  const entries = Object.entries(ledger).flatMap(([id, entry]): Fault[] => {
    const page = pages.find((candidate) => candidate.id === id);
    if (page) {
      const said = new Set(claimsOf(page).map(({ says }) => says));
      return [...entryFaults(id, entry, said, lineOf), ...quoteFaults(id, entry, known, lineOf)];
    }
    if (ids.includes(id)) return [];
    return [
      {
        where: LEDGER_FILE,
        line: lineOf([id]),
        wrong: `Sentences are listed for a page called ${id}, and there is none.`,
        instead: `Run ${COMMAND}: it takes them out. If the page has a new name, write that here instead.`,
      },
    ];
  });
  return [...pages.flatMap((page) => pageFaults(page, ledger)), ...entries];
}
