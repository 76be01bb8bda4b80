import type { Config } from '@netlify/functions';
import { type FunctionContext, openApp } from '#services/app.ts';
import { runJob } from '#services/jobs/jobs.ts';

/** The sweep: sends what is still owed. */
export default async (_request: Request, context: FunctionContext): Promise<Response> =>
  new Response(await runJob(await openApp(context), 'deliver'));

export const config: Config = { schedule: '*/15 * * * *' };
