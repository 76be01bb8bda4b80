import type { Config } from '@netlify/functions';
import { lateJobs, lockedOut } from '#services/jobs/health.ts';
import { type Call, handler } from '../http/handler.ts';
import { json } from '../http/responses.ts';

async function showHealth({ app }: Call): Promise<Response> {
  const late = await lateJobs(app);
  const mail = await lockedOut(app);
  const well = late.length === 0 && mail === undefined;
  return json({ database: 'answers', late, ...(mail && { mail: mail.why }) }, well ? 200 : 503);
}

/** `GET /api/health`: 200 when the database answers, every schedule has run in its time, and the mail service lets us in. */
export default handler({ GET: showHealth });

export const config: Config = { path: '/api/health' };
