import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { glob } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDatabase, openEmbedded } from '../../netlify/dev/database.ts';
import { type Server, startPostgres } from './postgres.ts';

/** Kept from run to run: to make one takes ten times the work of copying it. */
const CACHE = 'node_modules/.cache/database';

const MIGRATIONS = 'netlify/database/migrations';

/** Names what these migrations make with these versions of packages. */
async function nameOfPrepared(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  const files = await Array.fromAsync(glob('*.sql', { cwd: MIGRATIONS }));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The folder of an embedded database with every migration applied and nothing else in it. Nobody opens it. */
async function prepared(): Promise<string> {
  const folder = join(CACHE, await nameOfPrepared());
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const outdated = readdirSync(CACHE).filter((other) => !other.startsWith('making-'));
  for (const other of outdated) rmSync(join(CACHE, other), { recursive: true, force: true });
  const making = mkdtempSync(join(CACHE, 'making-'));
  const { close } = await openEmbedded(making);
  await close();
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another process made the same meanwhile.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
  return folder;
}

/** Puts a database with every migration applied where `openEmbedded(folder)` opens it. */
export async function prepareDatabase(folder: string): Promise<void> {
  cpSync(await prepared(), folder, { recursive: true });
}

/** Nothing in it is to outlive the run, so nothing waits for a disk. */
const FOR_ONE_RUN = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL for this run, if one is asked for. */
const startForRun = async (): Promise<Server | undefined> => {
  if (process.env['TEST_DATABASE'] !== 'postgres') return undefined;
  const server = await startPostgres(FOR_ONE_RUN);
  if (server) return server;
  throw new Error('TEST_DATABASE=postgres needs one: apt-get install postgresql');
};

/**
 * For Vitest: prepares a database before any worker needs one, and takes away what its workers copied once they have
 * ended, since a worker is ended without a chance to. With TEST_DATABASE=postgres a PostgreSQL is started for them
 * instead, which spares half of a test's work; by itself the suite is the same on every machine.
 */
export default async function prepareForRun(): Promise<() => Promise<void>> {
  await prepared();
  const copies = mkdtempSync(join(tmpdir(), 'databases-'));
  process.env['TEST_DATABASES'] = copies;
  const server = await startForRun();
  if (server) process.env['TEST_POSTGRES'] = server.url;
  console.log(`Database: ${server ? 'the PostgreSQL of this machine' : 'the embedded one'}`);
  return async () => {
    await server?.stop();
    rmSync(copies, { recursive: true, force: true });
  };
}

/** Opens an embedded database with every migration applied, which is gone once it is closed. */
export async function openPrepared(): Promise<LocalDatabase> {
  const folder = mkdtempSync(join(process.env['TEST_DATABASES'] ?? tmpdir(), 'database-'));
  await prepareDatabase(folder);
  const opened = await openEmbedded(folder);
  return {
    ...opened,
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
