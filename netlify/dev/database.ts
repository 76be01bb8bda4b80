import type { Server } from 'node:net';
import { applyMigrations, NetlifyDB, type SQLExecutor } from '@netlify/database-dev';
import { type Database, openDatabase, type Transaction } from '#data/client.ts';
import { migrateUnchanged } from './migrate.ts';

const UNHURRIED = { connection: 10_000, query: 600_000, transaction: 600_000 };

/** The database at `url` by one connection that may take its time, as a migration does where there is much to change. */
export const openUnhurried = (url: string): Database => openDatabase(url, 1, UNHURRIED);

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

/** Brings a PostgreSQL server up to date: on one connection, while another holds the lock that keeps others waiting. */
async function migrateServer(url: string): Promise<void> {
  const locking = openUnhurried(url);
  const migrating = openUnhurried(url);
  try {
    await locking.transaction((lock) =>
      migrateUnchanged(lock, (folder) =>
        applyMigrations(
          {
            ...executor(migrating),
            transaction: (work) => migrating.transaction((tx) => work(executor(tx))),
          },
          folder,
        ),
      ),
    );
  } finally {
    await migrating.close();
    await locking.close();
  }
}

/** A PostgreSQL server at `url`, brought up to date. */
export async function openServer(url: string, connections = 10): Promise<LocalDatabase> {
  await migrateServer(url);
  const database = openDatabase(url, connections);
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
  const database = openDatabase(url, 1);
  try {
    // It is one session: its own runner applies what is new, between two statements of ours.
    await migrateUnchanged(database, (folder) => embedded.applyMigrations(folder));
  } catch (error) {
    await database.close();
    await embedded.stop();
    throw error;
  }
  return {
    database,
    url,
    async close() {
      await database.close();
      await embedded.stop();
    },
  };
}
