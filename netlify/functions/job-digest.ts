import type { Config } from '@netlify/functions';
import { scheduledJob } from '#web/http/scheduled-job.ts';

/** Sends staff the digest, from 8am on working days. */
export default scheduledJob('digest');

export const config: Config = { schedule: '0 7-11 * * *', region: 'lhr' };
