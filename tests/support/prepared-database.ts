import { createHash, randomUUID } from 'node:crypto';
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
import { openDatabase } from '#data/client.ts';
import { type LocalDatabase, openEmbedded, openServer } from '../../netlify/dev/database.ts';
import { databaseAt, type Server, startPackagedPostgres, startPostgres } from './postgres.ts';

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

/** The database on the PostgreSQL of this run that others are copied from. Nobody opens it again. */
const TEMPLATE = 'prepared';

async function prepareTemplate(server: string): Promise<void> {
  const admin = openDatabase(server, 1);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.close();
  const { close } = await openServer(databaseAt(server, TEMPLATE), 1);
  await close();
}

/** The PostgreSQL that this run asks for, and what it is called. */
async function startForRun(): Promise<{ server?: Server | undefined; called: string }> {
  const asked = process.env['TEST_DATABASE'];
  if (asked === 'embedded') return { called: 'the embedded one' };
  if (asked === 'postgres') {
    const server = await startPostgres(FOR_ONE_RUN);
    if (!server) throw new Error('TEST_DATABASE=postgres needs one: apt-get install postgresql');
    return { server, called: 'the PostgreSQL of this machine' };
  }
  const server = await startPackagedPostgres(FOR_ONE_RUN).catch((error: unknown) => {
    console.warn('The PostgreSQL among the packages does not start here:', error);
    return undefined;
  });
  return server
    ? { server, called: 'the PostgreSQL among the packages' }
    : {
        called: 'the embedded one, which takes half as long again: no PostgreSQL for this machine',
      };
}

/**
 * For Vitest: prepares a database before any worker needs one, and takes away what its workers copied once they have
 * ended, since a worker is ended without a chance to. The workers share a PostgreSQL that comes with the packages, with
 * a database each, and so spend half of what the embedded one takes; it is the same on every machine they are made for,
 * and elsewhere the embedded one stands in. TEST_DATABASE=embedded asks for that, TEST_DATABASE=postgres for the
 * machine's own.
 */
export default async function prepareForRun(): Promise<() => Promise<void>> {
  await prepared();
  const copies = mkdtempSync(join(tmpdir(), 'databases-'));
  process.env['TEST_DATABASES'] = copies;
  const { server, called } = await startForRun();
  if (server) {
    await prepareTemplate(server.url);
    process.env['TEST_POSTGRES'] = server.url;
  }
  console.log(`Database: ${called}`);
  return async () => {
    await server?.stop();
    rmSync(copies, { recursive: true, force: true });
  };
}

/** Opens a copy of the template on the PostgreSQL of this run, by a single connection as the embedded database has it. */
async function openCopy(server: string): Promise<LocalDatabase> {
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = async (sql: string) => {
    const admin = openDatabase(server, 1);
    await admin.query(sql);
    await admin.close();
  };
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = databaseAt(server, name);
  const database = openDatabase(url, 1);
  return {
    database,
    url,
    async close() {
      await database.close();
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Opens a database of the caller's own with every migration applied, which is gone once it is closed. */
export async function openPrepared(): Promise<LocalDatabase> {
  const server = process.env['TEST_POSTGRES'];
  if (server) return openCopy(server);
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
