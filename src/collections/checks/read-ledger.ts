import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ContentError, checked } from '../faults.ts';
import { LEDGER_FILE } from './claims.ts';
import { type Ledger, LedgerSchema } from './ledger.ts';

/** The text the site is written from, below the project's root. */
const SOURCE_FILE = 'tests/content/source.txt';

/** The text the site is written from. */
export const readSource = (root: string): string => readFileSync(join(root, SOURCE_FILE), 'utf8');

/** The ledger below `root`. Throws ContentError when it cannot be read or has the wrong shape. */
export function readLedger(root: string): Ledger {
  let data: unknown;
  try {
    data = parse(readFileSync(join(root, LEDGER_FILE), 'utf8'));
  } catch (error) {
    throw new ContentError(`${LEDGER_FILE} cannot be read. ${(error as Error).message}`);
  }
  return checked(LEDGER_FILE, LedgerSchema, data ?? {});
}
