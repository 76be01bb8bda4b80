import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { faultsOf, keptCases, takenMessages } from './ledger.ts';
import type { Running } from './process.ts';
import { MAILBOX, sendWhenUp, startFailingMailbox, startServer, sweep } from './servers.ts';

const ENQUIRIES = 200;
const KILLS = 10;
const AT_ONCE = 4;

/** Chance, and where the server keeps what it keeps. */
export interface CrashRun {
  seed: number;
  random: () => number;
  folder: string;
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
async function postAll(
  random: CrashRun['random'],
  answered: Map<string, string>,
  progress: { posted: number },
): Promise<void> {
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
  { random, folder }: CrashRun,
  server: { now: Running },
  progress: { posted: number },
): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const due = Math.floor((ENQUIRIES * (kill - 0.5 + random() * 0.5)) / (KILLS + 1));
    while (progress.posted < due) await wait(5);
    await wait(random() * 40);
    await server.now.kill('SIGKILL');
    server.now = await startServer({ folder });
  }
}

/**
 * Posts enquiries while the mail service fails at random and the server is killed again and again; then lets
 * the sweep finish and holds the database and the mailbox against what was answered. What is wrong, a line each.
 */
export async function killTheServer(crash: CrashRun): Promise<string[]> {
  const { folder } = crash;
  const databaseUrl = process.env['NETLIFY_DB_URL'];
  console.log(`Kills: ${databaseUrl ? 'PostgreSQL at NETLIFY_DB_URL' : 'the embedded Postgres'}`);
  const mailbox = await startFailingMailbox(crash.seed);
  const server = { now: await startServer({ folder }) };
  const answered = new Map<string, string>();
  const progress = { posted: 0 };
  await Promise.all([
    postAll(crash.random, answered, progress),
    killAgainAndAgain(crash, server, progress),
  ]);
  await server.now.kill('SIGTERM');
  await sweep({ folder });
  const messages = await takenMessages(MAILBOX);
  const kept = await keptCases(databaseUrl, join(folder, 'database'));
  await mailbox.kill('SIGTERM');
  console.log(
    `  ${ENQUIRIES} posted, ${KILLS} kills, ${answered.size} answered, ${ENQUIRIES - answered.size} unanswered ` +
      `(${kept.length - answered.size} of those kept all the same), ${messages.length} messages delivered`,
  );
  return faultsOf(answered, kept, messages);
}
