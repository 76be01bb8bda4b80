import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
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

/** PostgreSQL refuses to run as root, so root runs it as the user its package made. */
function runAs() {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
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

async function startServer(bin: string, settings: readonly string[]): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const as = runAs();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
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
  // A run that fails leaves no server behind, only its folder, to be looked at.
  const halt = () => void server.kill('SIGQUIT');
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

/** A PostgreSQL started from Debian's packages with `settings`, once it answers; undefined where there are none. */
export async function startPostgres(settings: readonly string[]): Promise<Server | undefined> {
  const bin = programs();
  if (!bin) return undefined;
  const server = await startServer(bin, settings);
  await answers(server.url);
  return server;
}

/**
 * A fresh database on the PostgreSQL at NETLIFY_DB_URL or, without it, on one started from Debian's
 * packages with `settings`. What else is on that server is not touched. Undefined where there is none.
 */
export async function scratchDatabase(
  settings: readonly string[] = [],
): Promise<ScratchDatabase | undefined> {
  const { NETLIFY_DB_URL } = process.env;
  const bin = programs();
  if (!NETLIFY_DB_URL && !bin) return undefined;
  const server = NETLIFY_DB_URL
    ? { url: NETLIFY_DB_URL, stop: async () => {} }
    : await startServer(bin ?? '', settings);
  await answers(server.url);
  const name = `scratch_${Date.now().toString(36)}_${process.pid}`;
  const admin = openDatabase(server.url, 1);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
      await server.stop();
    },
  };
}
