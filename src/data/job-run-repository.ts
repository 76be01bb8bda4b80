import type { Database, Transaction } from './client.ts';
import { jobRuns } from './schema.ts';

/** When each job last ran to its end, by its name. */
export async function lastRuns(tx: Transaction): Promise<Map<string, Date>> {
  const runs = await tx.select().from(jobRuns);
  return new Map(runs.map(({ job, finishedAt }) => [job, finishedAt]));
}

/** Notes that a job ran to its end. */
export async function recordRun(tx: Transaction, job: string, finishedAt: Date): Promise<void> {
  await tx
    .insert(jobRuns)
    .values({ job, finishedAt })
    .onConflictDoUpdate({ target: jobRuns.job, set: { finishedAt } });
}

/** What a probe is called while it is there; nobody ever sees it. */
const PROBE = 'probe of health';

class Undone extends Error {}

/** Writes a row and takes it back. Throws DatabaseUnavailableError, or what else the write meets. */
export async function probeWriting(database: Database, now: Date): Promise<void> {
  await database
    .transaction(async (tx) => {
      await recordRun(tx, PROBE, now);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
}
