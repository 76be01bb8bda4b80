import type { Config } from '@netlify/functions';
import { scheduledJob } from '#web/http/scheduled-job.ts';

/** Reminds people of their calls, from 9am on the day before. */
export default scheduledJob('remind');

export const config: Config = { schedule: '0 * * * *', region: 'lhr' };
