import { openDatabase } from '#data/client.ts';
import type { LocalDatabase } from '../../netlify/dev/database.ts';
import { type CommitProxy, commitProxy, type Fates } from './commit-proxy.ts';
import { openPrepared } from './prepared-database.ts';

/** A database that is reached through a proxy which cuts connections around COMMIT. */
export interface BehindProxy extends LocalDatabase {
  proxy: CommitProxy;
  /** Whether it is a server, which rolls back what a lost connection left open; the embedded one does not. */
  isServer: boolean;
}

/** Opens a database behind a proxy, by a single connection at a time, with every migration applied. */
export async function openBehindProxy(fates: Fates): Promise<BehindProxy> {
  // Its own client connects when it is first used, which it never is.
  const behind = await openPrepared();
  const proxy = await commitProxy(behind.url, fates);
  const database = openDatabase(proxy.url, 1);
  return {
    database,
    url: proxy.url,
    proxy,
    isServer: process.env['TEST_POSTGRES'] !== undefined,
    async close() {
      await database.close();
      proxy.close();
      await behind.close();
    },
  };
}
