import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSite } from '../../netlify/build/build.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { seededRandom } from '../support/random.ts';
import { faultsOf, keptCases, takenMessages } from './ledger.ts';
import { type Running, run } from './process.ts';

/**
 * Posts enquiries while the mail service fails at random and the server is killed again and again;
 * then lets the sweep finish and holds the database and the mailbox against what was answered.
 */
const ENQUIRIES = 200;
const KILLS = 10;
const AT_ONCE = 4;
const PORT = 8896;
const SITE = `http://localhost:${PORT}`;
const MAILBOX_PORT = 8899;
const MAILBOX = `http://127.0.0.1:${MAILBOX_PORT}`;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const random = seededRandom(seed);

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
const databaseUrl = process.env['NETLIFY_DB_URL'];

const startServer = (clock?: Date) =>
  run(
    'netlify/local/start.ts',
    ['--built'],
    {
      PORT: String(PORT),
      DATA: folder,
      RATE_LIMIT: '0',
      RESEND_BASE_URL: MAILBOX,
      ...(clock && { CLOCK: clock.toISOString() }),
    },
    'Ready',
  );

const setFaults = (faults: unknown) =>
  fetch(`${MAILBOX}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });

/** Nobody was there to take the post, so nothing of it was sent. */
const wasRefused = (error: unknown) =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';

/** Sends a request as soon as a server is there to take it; undefined when it then goes without an answer. */
async function sendWhenUp(path: string, init: RequestInit): Promise<Response | undefined> {
  for (;;) {
    try {
      return await fetch(SITE + path, { ...init, signal: AbortSignal.timeout(20_000) });
    } catch (error) {
      if (!wasRefused(error)) return undefined;
      await wait(50);
    }
  }
}

/** Posts one enquiry, every other one as a form; its reference ('' from a form), or undefined without an answer. */
async function post(number: number): Promise<string | undefined> {
  const enquiry = makeEnquiry({ email: `enquirer-${number}@example.org`, interests: ['groups'] });
  const asForm = number % 2 === 1;
  const answer = await sendWhenUp('/api/enquiries', {
    method: 'POST',
    redirect: 'manual',
    ...(asForm
      ? { body: new URLSearchParams(enquiry as Record<string, string>) }
      : { body: JSON.stringify(enquiry), headers: { 'content-type': 'application/json' } }),
  });
  if (answer?.status === 303) return '';
  if (answer?.status !== 201) return undefined;
  return answer
    .json()
    .then((body) => (body as { reference: string }).reference)
    .catch(() => undefined);
}

/** Posts every enquiry once; `answered` holds the email and reference of those that were answered. */
async function postAll(answered: Map<string, string>, progress: { posted: number }): Promise<void> {
  const worker = async () => {
    while (progress.posted < ENQUIRIES) {
      const number = progress.posted;
      progress.posted += 1;
      const reference = await post(number);
      if (reference !== undefined) answered.set(`enquirer-${number}@example.org`, reference);
      await wait(random() * 120);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Kills the server KILLS times, spread over the posts, and starts it again each time. */
async function killAgainAndAgain(
  server: { now: Running },
  progress: { posted: number },
): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const due = Math.floor((ENQUIRIES * (kill - 0.5 + random() * 0.5)) / (KILLS + 1));
    while (progress.posted < due) await wait(5);
    await wait(random() * 40);
    await server.now.kill('SIGKILL');
    server.now = await startServer();
  }
}

/** Lets hours pass on the server's clock until the sweep, which runs at every start, has nothing left. */
async function sweep(server: { now: Running }): Promise<void> {
  await server.now.kill('SIGTERM');
  for (const hours of [2, 4]) {
    server.now = await startServer(new Date(Date.now() + hours * 3_600_000));
    const job = await fetch(`${SITE}/.netlify/functions/job-deliver`, { method: 'POST' });
    if (!job.ok) throw new Error(`The sweep answered ${job.status}.`);
    await server.now.kill('SIGTERM');
  }
}

async function main(): Promise<string[]> {
  console.log(
    `Seed ${seed}; ${databaseUrl ? 'PostgreSQL at NETLIFY_DB_URL' : 'the embedded Postgres'}`,
  );
  if (!process.argv.includes('--built')) await buildSite(process.cwd());
  const mailbox = await run(
    'netlify/local/mailbox/main.ts',
    [],
    { PORT: String(MAILBOX_PORT) },
    'Mailbox',
  );
  await setFaults({
    seed,
    rate: { status500: 0.2, status429: 0.15, drop: 0.1, dropAfterAccept: 0.1 },
  });
  const server = { now: await startServer() };
  const answered = new Map<string, string>();
  const progress = { posted: 0 };
  await Promise.all([postAll(answered, progress), killAgainAndAgain(server, progress)]);
  await setFaults({ clear: true });
  await sweep(server);
  const messages = await takenMessages(MAILBOX);
  const kept = await keptCases(databaseUrl, join(folder, 'database'));
  await mailbox.kill('SIGTERM');
  console.log(
    `${ENQUIRIES} posted, ${KILLS} kills, ${answered.size} answered, ${ENQUIRIES - answered.size} unanswered ` +
      `(${kept.length - answered.size} of those kept all the same), ${messages.length} messages delivered`,
  );
  return faultsOf(answered, kept, messages);
}

const faults = await main().finally(() => rmSync(folder, { recursive: true, force: true }));
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = faults.length === 0 ? 0 : 1;
