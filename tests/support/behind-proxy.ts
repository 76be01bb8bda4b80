import { openDatabase } from '#data/client.ts';
import { type LocalDatabase, openServer } from '../../netlify/dev/database.ts';
import { type CommitProxy, commitProxy, type Fates } from './commit-proxy.ts';
import { scratchDatabase } from './postgres.ts';
import { openPrepared } from './prepared-database.ts';

/** A database that is reached through a proxy which cuts connections around COMMIT. */
export interface BehindProxy extends LocalDatabase {
  proxy: CommitProxy;
  /** Whether it is a server, which rolls back what a lost connection left open; the embedded one does not. */
  isServer: boolean;
}

/** A PostgreSQL of its own or, where there is none, the embedded one. */
async function openBehind() {
  const scratch = await scratchDatabase(['fsync=off']);
  if (!scratch) {
    // Its own client connects when it is first used, which it never is.
    const { url, close } = await openPrepared();
    return { url, isServer: false, close };
  }
  const server = await openServer(scratch.url, 1);
  await server.close();
  return { url: scratch.url, isServer: true, close: scratch.drop };
}

/** Opens a database behind a proxy, by a single connection at a time, with every migration applied. */
export async function openBehindProxy(fates: Fates): Promise<BehindProxy> {
  const behind = await openBehind();
  const proxy = await commitProxy(behind.url, fates);
  const database = openDatabase(proxy.url, 1);
  return {
    database,
    url: proxy.url,
    proxy,
    isServer: behind.isServer,
    async close() {
      await database.close();
      proxy.close();
      await behind.close();
    },
  };
}
