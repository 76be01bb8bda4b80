import type { Server } from 'node:net';
import { join } from 'node:path';
import { applyMigrations, NetlifyDB, type SQLExecutor } from '@netlify/database-dev';
import { type Database, openDatabase, type Transaction } from '#data/client.ts';

const MIGRATIONS = join(import.meta.dirname, '../database/migrations');

/** An open database with every migration applied. */
export interface LocalDatabase {
  database: Database;
  url: string;
  close(): Promise<void>;
}

const executor = ({ query }: Transaction): Pick<SQLExecutor, 'exec' | 'query'> => ({
  exec: (sql) => query(sql),
  query: async (sql, values = []) => ({ rows: await query(sql, values) }),
});

/** A PostgreSQL server at `url`, brought up to date. */
export async function openServer(url: string, connections = 10): Promise<LocalDatabase> {
  const database = openDatabase(url, connections);
  await applyMigrations(
    {
      ...executor(database),
      transaction: (work) => database.transaction((tx) => work(executor(tx))),
    },
    MIGRATIONS,
  );
  return { database, url, close: database.close };
}

/**
 * Its server answers a query in several small writes and leaves Nagle's algorithm on, so that each
 * waits 40 ms for the client's delayed acknowledgement; it has no option that turns this off.
 */
function answerAtOnce(embedded: NetlifyDB): void {
  const server = Reflect.get(embedded, 'server') as Server | undefined;
  server?.on('connection', (socket) => socket.setNoDelay(true));
}

/**
 * The embedded Postgres, kept in `directory` or, without one, in memory. It is one session however
 * many connect to it, so it is opened with a single connection.
 */
export async function openEmbedded(directory?: string): Promise<LocalDatabase> {
  const embedded = new NetlifyDB({ logger: () => {}, ...(directory && { directory }) });
  const url = await embedded.start();
  answerAtOnce(embedded);
  await embedded.applyMigrations(MIGRATIONS);
  const database = openDatabase(url, 1);
  return {
    database,
    url,
    async close() {
      await database.close();
      await embedded.stop();
    },
  };
}
