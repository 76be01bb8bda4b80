import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket, connect as tcp } from 'node:net';
import {
  isCommit,
  isCommitted,
  isReady,
  type Message,
  type MessageReader,
  messageReader,
  refusalMessage,
} from './postgres-messages.ts';

/** Where a connection is cut: just before COMMIT is passed on, before its answer comes back, or after that has come. */
export type CommitCut = 'before' | 'unanswered' | 'after';

/** What becomes of connections, asked each time. */
export interface Fates {
  /** Of one on which COMMIT comes; it is whole where nothing is said. */
  atCommit?: () => CommitCut | undefined;
  /** Of a new one: the SQLSTATE it is refused with, or the database itself where nothing is said. */
  atStart?: () => string | undefined;
}

/** A way to a database that is cut around COMMIT. */
export interface CommitProxy {
  readonly url: string;
  /** How often it was cut, by where; of `unanswered` and `after` only those whose COMMIT was done. */
  readonly cuts: Readonly<Record<CommitCut, number>>;
  /** How many transactions were committed through it, whether word of it came back or not. */
  committed(): number;
  close(): void;
}

/** Two ends of one way, each ended with the other, once what was written to it has gone out. */
function joined(client: Socket, database: Socket, open: Set<Socket>): void {
  for (const [one, other] of [
    [client, database],
    [database, client],
  ] as const) {
    open.add(one);
    one.setNoDelay(true);
    one.on('error', () => {});
    one.on('close', () => {
      open.delete(one);
      other.destroySoon();
    });
  }
}

/** Passes on what a client sends, message by message, until `take` takes one. */
function passOn(client: Socket, database: Socket, take: (message: Message) => boolean): void {
  const reader = messageReader('client');
  client.on('data', (sent) => {
    for (const message of reader.read(sent as Buffer)) {
      if (client.destroyed || take(message)) return;
      database.write(message.bytes);
    }
  });
}

/** Passes on what the database answers; an answer that is awaited is read, and `heard` with whether it says committed. */
function passBack(
  database: Socket,
  client: Socket,
  { isHeldBack, heard }: { isHeldBack(): boolean; heard(committed: boolean): void },
): { await(): void } {
  let reader: MessageReader | undefined;
  let committed = false;
  const hear = (sent: Buffer) => {
    const said = reader?.read(sent) ?? [];
    committed ||= said.some(isCommitted);
    if (!said.some(isReady)) return;
    reader = undefined;
    heard(committed);
  };
  database.on('data', (sent) => {
    if (client.destroyed) return;
    if (!isHeldBack()) client.write(sent);
    hear(sent as Buffer);
  });
  return {
    await() {
      reader = messageReader('server');
      committed = false;
    },
  };
}

function refuse(client: Socket, code: string): void {
  client.on('error', () => {});
  client.once('data', () => client.end(refusalMessage(code)));
}

/**
 * Stands between a client and the PostgreSQL at `url`, and knows enough of what they say to see a COMMIT and the
 * answer to it. A transaction whose connection is cut before COMMIT is rolled back by the database, as it should be.
 */
export async function commitProxy(url: string, fates: Fates): Promise<CommitProxy> {
  const behind = new URL(url);
  const cuts = { before: 0, unanswered: 0, after: 0 };
  const open = new Set<Socket>();
  let committed = 0;

  const serve = (client: Socket) => {
    const database = tcp(Number(behind.port), behind.hostname);
    let cut: CommitCut | undefined;
    const answer = passBack(database, client, {
      isHeldBack: () => cut === 'unanswered',
      heard(done) {
        if (done) committed += 1;
        if (!cut) return;
        if (done) cuts[cut] += 1;
        if (cut === 'unanswered') client.resetAndDestroy();
        else client.end();
        database.destroy();
      },
    });
    passOn(client, database, (message) => {
      if (!isCommit(message)) return false;
      cut = fates.atCommit?.();
      if (cut === 'before') {
        cuts.before += 1;
        client.resetAndDestroy();
        return true;
      }
      answer.await();
      return false;
    });
    joined(client, database, open);
  };

  const server = createServer((client) => {
    const code = fates.atStart?.();
    if (code === undefined) serve(client);
    else refuse(client, code);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const front = new URL(url);
  front.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: front.href,
    cuts,
    committed: () => committed,
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
