import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checked } from '../faults.ts';
import { readYaml } from '../read-yaml.ts';
import { LEDGER_FILE } from './claims.ts';
import { type Ledger, LedgerSchema } from './ledger.ts';

/** The text the site is written from, below the project's root. */
const SOURCE_FILE = 'tests/content/source.txt';

/** The text the site is written from. */
export const readSource = (root: string): string => readFileSync(join(root, SOURCE_FILE), 'utf8');

/** The ledger below `root`. Throws ContentError when it cannot be read or has the wrong shape. */
export const readLedger = (root: string): Ledger =>
  checked(LEDGER_FILE, LedgerSchema, readYaml(root, LEDGER_FILE) ?? {});
