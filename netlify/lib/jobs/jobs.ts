import type { App } from '../app.ts';
import { deliver } from '../delivery/deliver.ts';
import { eraseOld } from './erase-old.ts';

/** A scheduled function has 30 seconds; what is left then is the next run's. */
const SWEEP_MS = 25_000;

/** One schedule: its cron rule in UTC, the longest it may go without a run, and what it does, said in a line. */
interface Job {
  schedule: string;
  withinMinutes: number;
  run(app: App): Promise<string>;
}

/** Every schedule by the name it is run by (`npm run jobs -- deliver`). */
export const JOBS = {
  deliver: {
    schedule: '*/15 * * * *',
    withinMinutes: 45,
    async run(app) {
      const { sent, waiting, failed } = await deliver(app, SWEEP_MS);
      return `${sent} sent, ${waiting} to be tried again, ${failed} given up`;
    },
  },
  erase: {
    schedule: '20 3 * * *',
    withinMinutes: 26 * 60,
    run: async (app) => `${await eraseOld(app)} erased`,
  },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;

/** Runs one schedule now and notes that it ran to its end; returns what it did, in a line. */
export async function runJob(app: App, name: JobName): Promise<string> {
  const done = await JOBS[name].run(app);
  await app.database.query(
    `INSERT INTO job_runs (job, finished_at) VALUES ($1, $2)
     ON CONFLICT (job) DO UPDATE SET finished_at = excluded.finished_at`,
    [name, app.now()],
  );
  app.log(`Job ${name}: ${done}.`);
  return done;
}
