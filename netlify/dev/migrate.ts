import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { lockName } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';

const MIGRATIONS = join(import.meta.dirname, '../database/migrations');

/** A migration that has been applied is not what it was. */
export class ChangedMigrationError extends Error {
  override name = 'ChangedMigrationError';
}

const hashOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(MIGRATIONS, file)))
    .digest('hex');

/** The hash of every migration of this checkout, by its file. */
async function hashes(): Promise<Map<string, string>> {
  const files = await Array.fromAsync(glob('*.sql', { cwd: MIGRATIONS }));
  return new Map(files.sort().map((file) => [file, hashOf(file)]));
}

/** Kept apart from what a deploy has: the host keeps its own account, and the tables of `public` are the service’s. */
const ACCOUNT = `
  CREATE SCHEMA IF NOT EXISTS this_machine;
  CREATE TABLE IF NOT EXISTS this_machine.applied_migrations (file text PRIMARY KEY, sha256 text NOT NULL)`;

const changed = (file: string) =>
  new ChangedMigrationError(
    `${file} was changed after it was applied here. The host compares applied migrations byte for byte and fails every deploy after a change: undo it and write a new migration. If it never was deployed, begin with an empty database (locally: delete .data).`,
  );

/**
 * Applies migrations by `apply` and notes what they were; two that come at once take turns. Throws ChangedMigrationError
 * when one that was applied before has changed by a byte: the local runner looks at names alone, and the host does not.
 */
export async function migrateUnchanged(
  tx: Transaction,
  apply: (folder: string) => Promise<unknown>,
): Promise<void> {
  await lockName(tx, 'migrations');
  await tx.query(ACCOUNT);
  const now = await hashes();
  const noted = await tx.query<{ file: string; sha256: string }>(
    'SELECT file, sha256 FROM this_machine.applied_migrations',
  );
  for (const { file, sha256 } of noted) {
    const hash = now.get(file);
    if (hash !== undefined && hash !== sha256) throw changed(file);
  }
  await apply(MIGRATIONS);
  await tx.query(
    `INSERT INTO this_machine.applied_migrations (file, sha256)
     SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [[...now.keys()], [...now.values()]],
  );
}
