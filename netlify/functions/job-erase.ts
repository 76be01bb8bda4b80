import type { Config } from '@netlify/functions';
import { scheduledJob } from '#web/http/scheduled-job.ts';

/** Erases what has been kept long enough. */
export default scheduledJob('erase');

export const config: Config = { schedule: '0 2,3,5,6,23,0 * * *', region: 'lhr' };
