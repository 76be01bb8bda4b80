import type { Config } from '@netlify/functions';
import { runJob } from '#services/jobs/jobs.ts';
import { type FunctionContext, openApp } from '#web/http/open-app.ts';

/** Erases what has been kept long enough. */
export default async (_request: Request, context: FunctionContext): Promise<Response> =>
  new Response(await runJob(await openApp(context), 'erase'));

export const config: Config = { schedule: '20 3 * * *' };
