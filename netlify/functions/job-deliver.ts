import type { Config, Context } from '@netlify/functions';
import { openApp } from '../lib/app.ts';
import { runJob } from '../lib/jobs/jobs.ts';

/** The sweep: sends what is still owed. The schedule stands again here because Netlify reads it without running code. */
export default async (_request: Request, context: Context): Promise<void> => {
  await runJob(await openApp(context), 'deliver');
};

export const config: Config = { schedule: '*/15 * * * *' };
