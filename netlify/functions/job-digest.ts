import type { Config } from '@netlify/functions';
import { runJob } from '#services/jobs/jobs.ts';
import { type FunctionContext, openApp } from '#web/http/open-app.ts';

/** Sends staff the digest, from 8am on working days. */
export default async (_request: Request, context: FunctionContext): Promise<Response> =>
  new Response(await runJob(await openApp(context), 'digest'));

// 8am in London is 7am or 8am UTC: it looks through both hours, and London’s clock decides.
export const config: Config = { schedule: '*/15 7,8 * * *' };
