import { setTimeout as wait } from 'node:timers/promises';
import { type Running, run } from './process.ts';

const PORT = 8896;
const MAILBOX_PORT = 8899;
export const SITE = `http://localhost:${PORT}`;
export const MAILBOX = `http://127.0.0.1:${MAILBOX_PORT}`;

/** How one start of the server differs from another. */
export interface ServerStart {
  /** Where it keeps what it keeps. */
  folder: string;
  /** What it begins its clock at; the machine’s own without it. */
  clock?: Date | undefined;
  /** The database it is to use; what the environment says without it. */
  databaseUrl?: string | undefined;
  /** Hears what it logs. */
  onLine?: (line: string) => void;
}

/** Starts the built site, and waits until it answers. */
export const startServer = ({ folder, clock, databaseUrl, onLine }: ServerStart) =>
  run(
    'netlify/dev/start.ts',
    ['--built'],
    {
      PORT: String(PORT),
      DATA: folder,
      RATE_LIMIT: '0',
      RESEND_BASE_URL: MAILBOX,
      MAIL_PER_SECOND: '1000',
      ...(databaseUrl !== undefined && { NETLIFY_DB_URL: databaseUrl }),
      ...(clock && { CLOCK: clock.toISOString() }),
    },
    { ready: 'Ready', onLine },
  );

const setFaults = (faults: unknown) =>
  fetch(`${MAILBOX}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });

/** Starts a mailbox that fails at random, the same again for the same seed. */
export async function startFailingMailbox(seed: number): Promise<Running> {
  const mailbox = await run(
    'netlify/dev/mailbox/main.ts',
    [],
    { PORT: String(MAILBOX_PORT) },
    { ready: 'Mailbox' },
  );
  await setFaults({
    seed,
    rate: { status500: 0.2, status429: 0.15, drop: 0.1, dropAfterAccept: 0.1 },
  });
  return mailbox;
}

/** Nobody was there to take the post, so nothing of it was sent. */
const wasRefused = (error: unknown) =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';

/** Sends a request as soon as a server is there to take it; undefined when it then goes without an answer. */
export async function sendWhenUp(path: string, init: RequestInit): Promise<Response | undefined> {
  for (;;) {
    try {
      return await fetch(SITE + path, { ...init, signal: AbortSignal.timeout(20_000) });
    } catch (error) {
      if (!wasRefused(error)) return undefined;
      await wait(50);
    }
  }
}

/**
 * Lets the mail service work again and hours pass on the server’s clock, until the sweep, which runs at every
 * start, has nothing left. No server runs before or after it.
 */
export async function sweep(start: ServerStart): Promise<void> {
  await setFaults({ clear: true });
  for (const hours of [2, 4]) {
    const server = await startServer({ ...start, clock: new Date(Date.now() + hours * 3_600_000) });
    const job = await fetch(`${SITE}/.netlify/functions/job-deliver`, { method: 'POST' });
    if (!job.ok) throw new Error(`The sweep answered ${job.status}.`);
    await server.kill('SIGTERM');
  }
}
