import { type BlockKind, lineAt, namedIn, oneLine } from './block.ts';
import type { Fault } from './fault.ts';
import { BASES, type Basis, type Ledger, type PageLedger } from './ledger.ts';
import type { PageText } from './page-text.ts';
import { sentencesOf } from './sentences.ts';

/** Where the ledger stands, below the project's root. */
export const LEDGER_FILE = 'content/claims.yaml';

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
    for (const { text } of sentencesOf(namedIn(block))) {
      if (!claims.has(text)) claims.set(text, { says: text, line: lineAt(block, 0) });
    }
  }
  return [...claims.values()];
}

const listed = (entry: PageLedger) => [
  ...(entry.source ?? []).map(({ says }) => says),
  ...NAMES.flatMap((basis) => entry[basis] ?? []),
];

/** The sentences of a page that the ledger does not list. */
export function unlisted(page: PageText, ledger: Ledger): Claim[] {
  const known = new Set(listed(ledger[page.id] ?? {}));
  return claimsOf(page).filter(({ says }) => !known.has(says));
}

const fault = (wrong: string, instead: string): Fault => ({ where: LEDGER_FILE, wrong, instead });

function entryFaults(id: string, entry: PageLedger, said: ReadonlySet<string>): Fault[] {
  const all = listed(entry);
  const stale = all
    .filter((says) => !said.has(says))
    .map((says) =>
      fault(
        `${id}: “${says}” is no longer on the page.`,
        'Take the entry out, or bring it up to date.',
      ),
    );
  const twice = all
    .filter((says, index) => all.indexOf(says) !== index)
    .map((says) => fault(`${id}: “${says}” is listed twice.`, 'Keep the entry that is right.'));
  const asked = (entry.question ?? [])
    .filter((says) => !says.replace(/[”’)]+$/, '').endsWith('?'))
    .map((says) =>
      fault(`${id}: “${says}” is listed as a question and asks nothing.`, 'List what it rests on.'),
    );
  return [...stale, ...twice, ...asked];
}

function quoteFaults(id: string, entry: PageLedger, source: string): Fault[] {
  return (entry.source ?? []).flatMap(({ says, source: quotes }) =>
    [quotes]
      .flat()
      .filter((quote) => !source.includes(oneLine(quote)))
      .map((quote) =>
        fault(
          `${id}: “${says}” rests on “${quote}”, which the source does not say.`,
          'Quote the source exactly, or change the sentence.',
        ),
      ),
  );
}

/**
 * Sentences without a basis, entries without a sentence, and bases that do not hold. `source` is the
 * text the site is written from.
 */
export function claimFaults(pages: readonly PageText[], ledger: Ledger, source: string): Fault[] {
  const known = oneLine(source);
  const missing = pages.flatMap((page) =>
    unlisted(page, ledger).map(({ says, line }) => ({
      where: page.file,
      line,
      wrong: `“${says}” has no basis in ${LEDGER_FILE}.`,
      instead: 'List what it rests on, or leave it out: the site says nothing the source does not.',
    })),
  );
  const entries = Object.entries(ledger).flatMap(([id, entry]) => {
    const page = pages.find((candidate) => candidate.id === id);
    const said = new Set(page ? claimsOf(page).map(({ says }) => says) : []);
    return [...entryFaults(id, entry, said), ...quoteFaults(id, entry, known)];
  });
  return [...missing, ...entries];
}
