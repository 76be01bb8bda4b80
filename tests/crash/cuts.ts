import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase } from '#data/client.ts';
import { openServer } from '../../netlify/dev/database.ts';
import { type CommitCut, type CommitProxy, commitProxy } from '../support/commit-proxy.ts';
import { scratchDatabase } from '../support/postgres.ts';
import type { CrashRun } from './kills.ts';
import { takenIds } from './ledger.ts';
import { makePerson, type Person } from './person.ts';
import { type Pressing, pressUntilSaved } from './pressing.ts';
import type { Running } from './process.ts';
import { MAILBOX, type ServerStart, startFailingMailbox, startServer, sweep } from './servers.ts';
import { hear, newTally, type Tally } from './tally.ts';
import { heldOf, mailFaults, notSo } from './truth.ts';

const PEOPLE = 240;
const AT_ONCE = 6;
const CUT_RATE = 0.4;
const CUTS: readonly CommitCut[] = ['before', 'unanswered', 'after'];

/** After how many people, of all of them, the database is read-only for a while, and the clock goes back. */
const READ_ONLY_AT: readonly number[] = [0.2, 0.45, 0.8];
const READ_ONLY_MS = 3_000;
const CLOCK_BACK_AT = 0.6;
const AN_HOUR = 3_600_000;

/** Makes the database read-only or writable, as one is that is being replaced: anyone who is connected has to connect again. */
async function setReadOnly(truth: Database, readOnly: boolean): Promise<void> {
  const [here] = await truth.query<{ name: string }>('SELECT current_database() AS name');
  await truth.query(
    `ALTER DATABASE ${here?.name} SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`,
  );
  await truth.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
}

interface Progress {
  saved: number;
  /** A server is there to be cut off; none is while it starts. */
  isUp: boolean;
  clockBack: boolean;
}

const reached = async (progress: Progress, part: number) => {
  while (progress.saved < PEOPLE * part) await wait(20);
};

async function beReadOnlyAtTimes(truth: Database, progress: Progress): Promise<void> {
  for (const part of READ_ONLY_AT) {
    await reached(progress, part);
    await setReadOnly(truth, true);
    await wait(READ_ONLY_MS);
    await setReadOnly(truth, false);
  }
}

/** Kills the server and starts it again with its clock an hour behind; nothing is cut while it starts. */
async function setClockBack(
  server: { now: Running },
  start: ServerStart,
  progress: Progress,
): Promise<void> {
  await reached(progress, CLOCK_BACK_AT);
  progress.isUp = false;
  await server.now.kill('SIGKILL');
  progress.clockBack = true;
  server.now = await startServer({ ...start, clock: new Date(Date.now() - AN_HOUR) });
  progress.isUp = true;
}

async function askAll(run: Pressing, people: readonly Person[], progress: Progress) {
  const waiting = [...people];
  const worker = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      await pressUntilSaved(run, person);
      progress.saved += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What is wrong when everything is over: each person has one case as they were told, and each message came once. */
async function faultsAtTheEnd(truth: Database, people: readonly Person[]): Promise<string[]> {
  const arrived = await takenIds(MAILBOX);
  const faults: string[] = [];
  for (const person of people) {
    const held = await heldOf(truth, person);
    faults.push(...notSo(person, held).map((what) => `${person.email}: at the end: ${what}`));
    for (const { reference } of held) {
      faults.push(...(await mailFaults(truth, person, reference, arrived)));
    }
  }
  const [all] = await truth.query<{ cases: number }>('SELECT count(*)::int AS cases FROM cases');
  if (all?.cases !== people.length) faults.push(`${all?.cases} cases of ${people.length} people`);
  const known = await truth.query<{ id: string }>(
    'SELECT provider_id AS id FROM messages WHERE provider_id IS NOT NULL',
  );
  const unknown = new Set(arrived).difference(new Set(known.map(({ id }) => id)));
  if (unknown.size > 0) faults.push(`${unknown.size} messages arrived that nobody owed`);
  return faults;
}

/** A run that met nothing proves nothing. */
const notMet = ({ cuts }: CommitProxy, { lookedUp, readOnly, afterClock }: Tally): string[] =>
  Object.entries({ ...cuts, lookedUp, readOnly, afterClock })
    .filter(([, count]) => count === 0)
    .map(([name]) => `the run met no "${name}"`);

function print({ cuts }: CommitProxy, tally: Tally): void {
  const { presses, saved, nothing, unknown, taken, silence } = tally;
  console.log(
    `  ${PEOPLE} people, ${presses} presses (${tally.twiceAtOnce} twice at once, ${tally.afterClock} after the clock went back): ` +
      `${saved} saved, ${nothing} "nothing saved", ${unknown} "cannot tell yet", ${taken} time taken, ${silence} without an answer`,
  );
  console.log(
    `  Cuts: ${cuts.before} before COMMIT, ${cuts.unanswered} after it and before its answer, ${cuts.after} after its answer`,
  );
  console.log(
    `  Unknown commits: ${tally.lookedUp} looked up at once, ${tally.lookedUp - unknown} of them settled in the same press; ` +
      `of ${unknown} "cannot tell yet" ${tally.unknownSaved} had been saved, and a later press found it`,
  );
  console.log(
    `  Read-only: ${tally.readOnly} posts met 25006. "Nothing saved" of a press whose form had been saved before, unseen: ${tally.nothingAfterSaved}`,
  );
}

/**
 * Lets people press their forms until each is told that it was saved, while connections to the database are cut
 * around COMMIT, it is read-only at times, the clock goes back, and the mail service fails; holds every answer, and
 * at the end everything, against the database and the mailbox. What is wrong, a line each.
 */
export async function cutTheDatabase({ seed, random, folder }: CrashRun): Promise<string[]> {
  const scratch = await scratchDatabase(['fsync=off']);
  if (!scratch) {
    return [
      'this needs PostgreSQL, since the embedded one rolls nothing back when a connection is lost. Set NETLIFY_DB_URL, or: apt-get install postgresql',
    ];
  }
  console.log('Cuts: PostgreSQL, through a proxy');
  await (await openServer(scratch.url, 1)).close();
  const truth = openDatabase(scratch.url, 1);
  const tally = newTally();
  const progress: Progress = { saved: 0, isUp: false, clockBack: false };
  const proxy = await commitProxy(scratch.url, {
    atCommit: () =>
      progress.isUp && random() < CUT_RATE ? CUTS[Math.floor(random() * 3)] : undefined,
  });
  const start: ServerStart = {
    folder,
    databaseUrl: proxy.url,
    onLine: (line) => hear(tally, line),
  };
  const mailbox = await startFailingMailbox(seed);
  const server = { now: await startServer(start) };
  progress.isUp = true;
  const people = Array.from({ length: PEOPLE }, (_, number) => makePerson(number, random));
  const faults: string[] = [];
  const run = { random, truth, tally, faults, isAfterClock: () => progress.clockBack };
  await Promise.all([
    askAll(run, people, progress),
    beReadOnlyAtTimes(truth, progress),
    setClockBack(server, start, progress),
  ]);
  progress.isUp = false;
  await server.now.kill('SIGTERM');
  await sweep({ ...start, onLine: () => {} });
  faults.push(...(await faultsAtTheEnd(truth, people)), ...notMet(proxy, tally));
  print(proxy, tally);
  await mailbox.kill('SIGTERM');
  await truth.close();
  proxy.close();
  await scratch.drop();
  return faults;
}
