import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { LOCKED_OUT } from '../notifications/mail-sender.ts';
import { JOBS, type JobName } from './jobs.ts';

/** The schedules that have not run to their end within their time, by name. */
export async function lateJobs(app: App): Promise<JobName[]> {
  const runs = await app.database.query<{ job: string; finished_at: Date }>(
    'SELECT job, finished_at FROM job_runs',
  );
  const lastRun = new Map(runs.map(({ job, finished_at }) => [job, finished_at.getTime()]));
  const names = Object.keys(JOBS) as JobName[];
  return names.filter((name) => {
    const since = app.now().getTime() - (lastRun.get(name) ?? 0);
    return since > JOBS[name].withinMinutes * MINUTE;
  });
}

/** Mail that waits because the mail service does not let us in: why, in its own words, and how much. */
export interface LockedOut {
  why: string;
  waiting: number;
}

/** Whether the mail service keeps us out; undefined while it lets us in. */
export async function lockedOut(app: App): Promise<LockedOut | undefined> {
  const [waiting] = await app.database.query<LockedOut>(
    `SELECT failure AS why, count(*) OVER ()::int AS waiting FROM messages
     WHERE next_attempt_at IS NOT NULL AND starts_with(failure, $1) ORDER BY place LIMIT 1`,
    [LOCKED_OUT],
  );
  return waiting;
}
