import pg from 'pg';
import { CommitUnknownError, DatabaseUnavailableError } from './errors.ts';
import { type Queries, queriesOver, type Run } from './queries.ts';

/** One connection inside a transaction: Drizzle’s queries, and SQL in its tag; how to use it is said in queries.ts. */
export interface Transaction extends Queries {
  /** Runs one statement as it is: for what stands between a query and its connection. */
  run: Run;
  /** Text, and values by position: for migrations and tests. No statement of the service goes this way (tests/netlify/layers.test.ts). */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The database: single statements, and transactions that commit whole or not at all. */
export interface Database extends Transaction {
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** When it was last asked anything, by performance.now(): a database that sleeps was not woken since. */
  lastUsed(): number;
  close(): Promise<void>;
}

/** A connection nobody used for longer may have been cut without a word while the function slept. */
const TRUSTED_FOR_MS = 5_000;

/** A connection nobody used for so long is ended. */
const IDLE_TIMEOUT_MS = 10_000;

/** What a connection must answer within its time before it is trusted again. */
const PROBE = { text: 'SELECT 1', query_timeout: 2_000 };

/** How long things may take; a connection that passed its time is thrown away. */
export interface TimeLimits {
  /** Until there is a connection, while others use them all or the database wakes up. */
  connection: number;
  /** Any one query. */
  query: number;
  /** A transaction, from BEGIN to the answer to COMMIT. */
  transaction: number;
}

const LIMITS: TimeLimits = { connection: 10_000, query: 15_000, transaction: 20_000 };

/**
 * Begins a transaction that the server ends itself when it hears no more of us, so that a network gone silent, or a
 * function killed in the middle, keeps nothing locked. Set for the transaction alone: a pool before the database hands
 * the connection on.
 */
const beginning = ({ query, transaction }: TimeLimits) =>
  `BEGIN; SET LOCAL statement_timeout = ${query}; SET LOCAL idle_in_transaction_session_timeout = ${transaction}`;

/**
 * SQLSTATE classes that mean "not now", not that the statement is wrong (PostgreSQL, appendix A): no connection,
 * read-only (a server that is being replaced), a password that was changed, out of disk, memory or connections,
 * cancelled or shut down, disk fault.
 */
const AWAY = /^(08|25006|28|53|57|58|XX000)/;

/** The server answered, and its connection still stands: it is read-only, or out of something. */
const isAnswer = (cause: unknown): boolean => {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^(25006|53)/.test(code);
};

/** A code of Node’s own for a network that failed: "ECONNRESET". */
const NETWORK = /^E[A-Z]+$/;

/** What the client says of a connection that was lost, without a code. */
const LOST = /timeout|terminated|connection/i;

/** Whether the database is away. Where the server answered with a code, its words may quote what was asked. */
function isAway(code: unknown, message: string): boolean {
  if (typeof code !== 'string') return LOST.test(message);
  if (AWAY.test(code) || NETWORK.test(code)) return true;
  const isSqlState = /^[0-9A-Z]{5}$/.test(code);
  return !isSqlState && LOST.test(message);
}

function translated(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  const message = error instanceof Error ? error.message : '';
  return isAway(code, message) ? new DatabaseUnavailableError(message, { cause: error }) : error;
}

/** What can be said to the database, over one way to run statements. */
export const transactionOver = (run: Run): Transaction => ({
  ...queriesOver(run),
  run,
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await run({ text, values: [...values] })) as Row[],
});

/** What `work` comes to, or a DatabaseUnavailableError once `ms` have passed, when `over` is called. */
async function within<Result>(
  ms: number,
  over: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over();
      reject(new DatabaseUnavailableError('Transaction timeout'));
    }, ms);
  });
  try {
    return await Promise.race([work(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** As pg reads these today and as it warns that it will not for ever: the server’s certificate is checked. */
function checkingCertificates(url: string): string {
  const read = new URL(url);
  const mode = read.searchParams.get('sslmode');
  if (!mode || !['prefer', 'require', 'verify-ca'].includes(mode)) return url;
  if (read.searchParams.get('uselibpqcompat') === 'true') return url;
  read.searchParams.set('sslmode', 'verify-full');
  return read.href;
}

/** Connections to one address. */
interface Connections {
  /** A connection that answers: one that rested for long is asked first, and given up when it does not. */
  borrow(): Promise<pg.PoolClient>;
  /** Ends them all, once each is given back. */
  end(): Promise<void>;
}

function connectionsTo(url: string, most: number, limits: TimeLimits): Connections {
  const pool = new pg.Pool({
    connectionString: checkingCertificates(url),
    max: most,
    connectionTimeoutMillis: limits.connection,
    query_timeout: limits.query,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
  });
  // A connection that is cut must not end the process, be it idle or in use; the next query says so itself.
  pool.on('error', () => {});

  const lastUsed = new WeakMap<pg.PoolClient, number>();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    lastUsed.set(client, Date.now());
  });
  pool.on('release', (_, client) => lastUsed.set(client, Date.now()));

  const borrow = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect().catch((error) => {
      throw translated(error);
    });
    const rested = Date.now() - (lastUsed.get(client) ?? 0);
    if (rested <= TRUSTED_FOR_MS) return client;
    const cut = await client.query(PROBE).then(
      () => false,
      () => true,
    );
    if (!cut) return client;
    client.release(true);
    return borrow();
  };
  return { borrow, end: () => pool.end() };
}

/**
 * Opens a Postgres with at most `most` connections, by the same client wherever it is. The embedded database is a
 * single session: it must be opened with 1. An address that is a function is asked before each query and each
 * transaction: a host changes the password while a function is warm. What runs then ends on the connection it began on.
 */
export function openDatabase(
  address: string | (() => string),
  most = 4,
  limits: TimeLimits = LIMITS,
): Database {
  const now = typeof address === 'string' ? () => address : address;
  let url = now();
  let connections = connectionsTo(url, most, limits);
  let lastUsed = Number.NEGATIVE_INFINITY;

  const borrow = () => {
    lastUsed = performance.now();
    if (now() !== url) {
      // The old ones are left alone: each ends when it has rested for a while, and whoever waits for one gets it.
      url = now();
      connections = connectionsTo(url, most, limits);
    }
    return connections.borrow();
  };

  // By callback: with the client’s own promises, answers of 1,000 rows outlive the quick collections of garbage, and
  // one in a hundred took 11 ms instead of 3.
  const run = (client: pg.PoolClient, query: Parameters<Run>[0]): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      client.query(query, (error: unknown, result: pg.QueryResult) => {
        if (error) reject(translated(error));
        else resolve(result.rows);
      });
    });

  const runAlone: Run = async (query) => {
    const client = await borrow();
    try {
      const rows = await run(client, query);
      client.release();
      return rows;
    } catch (error) {
      client.release(error instanceof DatabaseUnavailableError);
      throw error;
    }
  };

  return {
    ...transactionOver(runAlone),
    lastUsed: () => lastUsed,
    close: () => connections.end(),
    async transaction(work) {
      const client = await borrow();
      let committing = false;
      let over = false;
      const passed = () => {
        over = true;
      };
      // What goes on with a transaction whose time is over reaches nothing any more.
      const runInTime: Run = (query) =>
        over
          ? Promise.reject(new DatabaseUnavailableError('Transaction timeout'))
          : run(client, query);
      try {
        const result = await within(limits.transaction, passed, async () => {
          await runInTime({ text: beginning(limits) });
          const result = await work(transactionOver(runInTime));
          committing = true;
          await runInTime({ text: 'COMMIT' });
          return result;
        });
        client.release(false);
        return result;
      } catch (error) {
        const away = error instanceof DatabaseUnavailableError;
        // A connection that is lost, or passed its time, has nothing to roll back by. One that was answered has, even
        // when it is thrown away: the embedded database is one session, and would keep the transaction.
        const rolledBack =
          (!away || isAnswer(error.cause)) &&
          (await client.query('ROLLBACK').then(
            () => true,
            () => false,
          ));
        client.release(away || !rolledBack);
        if (away && committing) throw new CommitUnknownError(error.message, { cause: error.cause });
        throw error;
      }
    },
  };
}
