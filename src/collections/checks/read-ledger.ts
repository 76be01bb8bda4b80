import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fields, readFields } from '../read-yaml.ts';
import { checked } from '../schema-faults.ts';
import { LEDGER_FILE, SOURCE_FILE } from './claims.ts';
import { type Ledger, LedgerSchema } from './ledger.ts';

/** The text the site is written from. */
export const readSource = (root: string): string => readFileSync(join(root, SOURCE_FILE), 'utf8');

/** The ledger below `root`, and on which line of its file each entry stands. */
export interface LedgerRead {
  readonly ledger: Ledger;
  readonly lineOf: Fields['lineOf'];
}

/** The ledger below `root`. Throws ContentError when it cannot be read or has the wrong shape. */
export function readLedger(root: string): LedgerRead {
  const fields = readFields(root, LEDGER_FILE);
  return { ledger: checked(fields, LedgerSchema, fields.value ?? {}), lineOf: fields.lineOf };
}
