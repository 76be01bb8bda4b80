import type { Config } from '@netlify/functions';
import { scheduledJob } from '#web/http/scheduled-job.ts';

/** The sweep: sends what is still enqueued. */
export default scheduledJob('deliver');

// Schedules are in UTC, which knows no summer time: each is called in every hour that may be one of its own, and
// London’s clock decides (src/domain/schedules/due-hours.ts) before anything wakes the database.
export const config: Config = { schedule: '0 * * * *', region: 'lhr' };
