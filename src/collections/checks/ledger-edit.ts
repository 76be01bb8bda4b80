import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Gone, Rests } from './ledger-changes.ts';

/** The ledger as a document that keeps every comment and every line it is not asked to change. */
export type LedgerDocument = Document.Parsed;

/** The ledger, read to be changed. */
export const openLedger = (text: string): LedgerDocument => parseDocument(text);

/** The ledger as its file holds it. */
export const ledgerText = (ledger: LedgerDocument): string => ledger.toString({ lineWidth: 0 });

const pairOf = (map: unknown, name: string): Pair | undefined =>
  isMap(map) ? map.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;

/** The map or list called `name` in `map`; made at its end when there is none. */
function within(ledger: LedgerDocument, map: unknown, name: string, empty: unknown): unknown {
  const found = pairOf(map, name);
  if (found) return found.value;
  const made = ledger.createPair(name, empty);
  if (isScalar(made.key) && map === ledger.contents) made.key.spaceBefore = true;
  (map as YAMLMap).items.push(made);
  return made.value;
}

/** Lists a sentence of the page `id` under what it rests on. */
export function addEntry(ledger: LedgerDocument, id: string, says: string, rests: Rests): void {
  const page = within(ledger, ledger.contents, id, {});
  const list = within(ledger, page, rests.on, []);
  if (!isSeq(list)) return;
  list.add(ledger.createNode(rests.on === 'source' ? { says, source: rests.quotes } : says));
}

const saysOf = (item: unknown): unknown => {
  const node = isMap(item) ? pairOf(item, 'says')?.value : item;
  return isScalar(node) ? node.value : undefined;
};

/** Takes a sentence out, and the kind with it when it was the last there. */
export function removeEntry(
  ledger: LedgerDocument,
  { id, says, rests: { on } }: Pick<Gone, 'id' | 'says' | 'rests'>,
): void {
  const page = pairOf(ledger.contents, id)?.value;
  const list = pairOf(page, on)?.value;
  if (!isMap(page) || !isSeq(list)) return;
  list.items = list.items.filter((item) => saysOf(item) !== says);
  if (list.items.length === 0) page.items = page.items.filter((pair) => pair !== pairOf(page, on));
}

/** Takes out everything listed for a page. */
export function removePage(ledger: LedgerDocument, id: string): void {
  const pages = ledger.contents;
  if (isMap(pages)) pages.items = pages.items.filter((pair) => pair !== pairOf(pages, id));
}
