import type { Config } from '@netlify/functions';
import { runJob } from '#services/jobs/jobs.ts';
import { type FunctionContext, openApp } from '#web/http/open-app.ts';

/** Reminds people of their calls, from 9am on the day before. */
export default async (_request: Request, context: FunctionContext): Promise<Response> =>
  new Response(await runJob(await openApp(context), 'remind'));

// Schedules are in UTC, which knows no summer time: it looks every hour, and London’s clock decides.
export const config: Config = { schedule: '0 * * * *' };
