import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LEDGER_FILE } from '#collections/checks/claims.ts';
import { type LedgerChanges, ledgerChanges, type New } from '#collections/checks/ledger-changes.ts';
import {
  addEntry,
  ledgerText,
  openLedger,
  removeEntry,
  removePage,
} from '#collections/checks/ledger-edit.ts';
import { readPageText } from '#collections/checks/page-text.ts';
import { readLedger, readSource } from '#collections/checks/read-ledger.ts';
import { attempt, ContentError } from '#collections/faults.ts';
import { pageFiles } from '#collections/page-files.ts';
import { readSettings } from '#collections/settings.ts';
import { type Ask, judge } from './judge.ts';

/** What was done to the ledger, in numbers of sentences. */
interface Done {
  readonly added: number;
  readonly removed: number;
  readonly left: number;
}

function changesIn(root: string): LedgerChanges {
  const settings = readSettings(root);
  const files = pageFiles(root);
  const pages = files.flatMap((page) => attempt(() => readPageText(page, settings)).value ?? []);
  return ledgerChanges(
    pages,
    files.map(({ id }) => id),
    readLedger(root).ledger,
  );
}

/** Asks about every new sentence below `root`, takes out what is gone, and writes the ledger once. */
export async function bringUpToDate(root: string, ask: Ask): Promise<Done> {
  const { added, gone, pagesGone } = changesIn(root);
  const source = readSource(root);
  const file = join(root, LEDGER_FILE);
  const ledger = openLedger(readFileSync(file, 'utf8'));
  const left: New[] = [];
  for (const sentence of added) {
    const rests = await judge(ask, sentence, source);
    if (rests) addEntry(ledger, sentence.page.id, sentence.says, rests);
    else left.push(sentence);
  }
  // What a sentence left for now came in place of is kept, so that its basis can still be taken over.
  const kept = new Set(left.map(({ was }) => was));
  const removed = gone.filter((entry) => !kept.has(entry));
  for (const entry of removed) removeEntry(ledger, entry);
  for (const id of pagesGone) removePage(ledger, id);
  const text = ledgerText(ledger);
  if (text !== readFileSync(file, 'utf8')) writeFileSync(file, text);
  return { added: added.length - left.length, removed: removed.length, left: left.length };
}

/** Asks on the terminal; whoever pipes answers in gets an end of the questions at the end of them. */
function onTerminal(): { ask: Ask; close(): void } {
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question) {
      process.stdout.write(question);
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    close: () => terminal.close(),
  };
}

if (import.meta.main) {
  const { ask, close } = onTerminal();
  try {
    const { added, removed, left } = await bringUpToDate(process.cwd(), ask);
    console.log(`\n${LEDGER_FILE}: ${added} added, ${removed} taken out, ${left} left for now.`);
  } catch (error) {
    console.error(error instanceof ContentError ? error.message : error);
    process.exitCode = 1;
  } finally {
    close();
  }
}
