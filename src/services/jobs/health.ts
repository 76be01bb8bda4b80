import { lastRuns } from '#data/job-run-repository.ts';
import { firstWaitingBecause } from '#data/message-repository.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { LOCKED_OUT } from '../notifications/mail-sender.ts';
import { JOBS, type JobName } from './jobs.ts';

/** The schedules that have not run to their end within their time, by name. */
export async function lateJobs(app: App): Promise<JobName[]> {
  const runs = await lastRuns(app.database);
  const names = Object.keys(JOBS) as JobName[];
  return names.filter((name) => {
    const since = app.now().getTime() - (runs.get(name)?.getTime() ?? 0);
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
  const first = await firstWaitingBecause(app.database, LOCKED_OUT);
  return first && { why: first.failure, waiting: first.waiting };
}
