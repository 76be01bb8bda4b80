import type { Config, Context } from '@netlify/functions';
import { openApp } from '../lib/app.ts';
import { runJob } from '../lib/jobs/jobs.ts';

/** Erases what has been kept long enough. The schedule stands again here because Netlify reads it without running code. */
export default async (_request: Request, context: Context): Promise<void> => {
  await runJob(await openApp(context), 'erase');
};

export const config: Config = { schedule: '20 3 * * *' };
