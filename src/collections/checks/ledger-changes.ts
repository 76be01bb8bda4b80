import { claimsOf, type Entry, entriesOf, unlisted } from './claims.ts';
import type { Basis, Ledger } from './ledger.ts';
import type { PageText } from './page-text.ts';
import { wordsOf } from './sentences.ts';

/** What a sentence rests on: a kind, or words of the source. */
export type Rests =
  | { readonly on: Basis }
  | { readonly on: 'source'; readonly quotes: string | readonly string[] };

/** An entry whose sentence is no longer on its page. */
export interface Gone {
  readonly id: string;
  readonly says: string;
  readonly rests: Rests;
}

/** A sentence that is not listed yet, and the entry it probably came in place of. */
export interface New {
  readonly page: PageText;
  readonly says: string;
  readonly line: number;
  readonly was?: Gone;
}

/** What has changed between the pages and the ledger. */
export interface LedgerChanges {
  readonly added: readonly New[];
  readonly gone: readonly Gone[];
  /** Pages the ledger lists that are no longer there. */
  readonly pagesGone: readonly string[];
}

const bare = (says: string) => wordsOf(says.toLowerCase().replace(/[^\p{L}\p{N}\s–—/]/gu, ''));

/** How much two sentences have in common, from 0 to 1: the words of both among the words of either. */
function alike(one: string, other: string): number {
  const [here, there] = [new Set(bare(one)), new Set(bare(other))];
  return here.intersection(there).size / Math.max(1, here.union(there).size);
}

/** Below this much in common, a sentence is a new one and not a changed one. */
const CHANGED = 0.5;

function closest(says: string, gone: readonly Gone[]): Gone | undefined {
  const ranked = gone
    .map((entry) => ({ entry, much: alike(says, entry.says) }))
    .sort((one, other) => other.much - one.much);
  const [best] = ranked;
  return best && best.much >= CHANGED ? best.entry : undefined;
}

function restsOf({ says, path: [id, on] }: Entry, ledger: Ledger): Rests {
  const entry = ledger[String(id)];
  const quoted = entry?.source?.find((one) => one.says === says);
  return on === 'source' && quoted ? { on, quotes: quoted.source } : { on: on as Basis };
}

function changesOf(page: PageText, ledger: Ledger) {
  const said = new Set(claimsOf(page).map(({ says }) => says));
  const gone = entriesOf(page.id, ledger[page.id] ?? {})
    .filter(({ says }) => !said.has(says))
    .map((entry) => ({ id: page.id, says: entry.says, rests: restsOf(entry, ledger) }));
  const added = unlisted(page, ledger).map(({ says, line }) => {
    const was = closest(says, gone);
    return { page, says, line, ...(was && { was }) };
  });
  return { added, gone };
}

/** What the ledger lacks and what it has too much of. `ids` are those of every page, also of those that cannot be read. */
export function ledgerChanges(
  pages: readonly PageText[],
  ids: readonly string[],
  ledger: Ledger,
): LedgerChanges {
  const changes = pages.map((page) => changesOf(page, ledger));
  return {
    added: changes.flatMap(({ added }) => added),
    gone: changes.flatMap(({ gone }) => gone),
    pagesGone: Object.keys(ledger).filter((id) => !ids.includes(id)),
  };
}
