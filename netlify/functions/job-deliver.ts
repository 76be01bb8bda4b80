import type { Config } from '@netlify/functions';
import { runJob } from '#services/jobs/jobs.ts';
import { type FunctionContext, openApp } from '#web/http/open-app.ts';

/** The sweep: sends what is still enqueued. */
export default async (_request: Request, context: FunctionContext): Promise<Response> =>
  new Response(await runJob(await openApp(context), 'deliver'));

export const config: Config = { schedule: '*/15 * * * *' };
