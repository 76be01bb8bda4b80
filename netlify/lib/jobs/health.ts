import type { App } from '../app.ts';
import { JOBS, type JobName } from './jobs.ts';

const MINUTE = 60_000;

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
