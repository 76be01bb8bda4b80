import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket, connect as tcp } from 'node:net';

/** What becomes of a connection: it is reset when something is next sent on it, or never answers again. */
export type Cut = 'reset' | 'silent';

/** A way to a database that can be cut as a network does it: nobody is told. */
export interface Cuttable {
  readonly url: string;
  /** Cuts every connection there is; those made later are whole, unless they are cut too. */
  cut(how: Cut, later?: 'later too'): void;
  /** Makes every connection made from now on whole. */
  heal(): void;
  /** How many connections have been made through it. */
  made(): number;
  close(): void;
}

/** Stands between a client and the database at `url`. */
export async function cuttable(url: string): Promise<Cuttable> {
  const behind = new URL(url);
  const fates = new Map<Socket, Cut | undefined>();
  let later: Cut | undefined;
  const server = createServer((client) => {
    const database = tcp(Number(behind.port), behind.hostname);
    fates.set(client, later);
    client.on('data', (sent) => {
      const fate = fates.get(client);
      if (fate === 'reset') {
        client.resetAndDestroy();
        database.destroy();
      }
      if (!fate) database.write(sent);
    });
    database.on('data', (sent) => fates.get(client) ?? client.write(sent));
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => fates.get(client) ?? other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const front = new URL(url);
  front.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: front.href,
    cut(how, laterToo) {
      for (const client of fates.keys()) fates.set(client, how);
      later = laterToo && how;
    },
    heal() {
      later = undefined;
    },
    made: () => fates.size,
    close() {
      for (const client of fates.keys()) client.destroy();
      server.close();
    },
  };
}
