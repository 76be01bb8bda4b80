import type { Config } from '@netlify/functions';
import { type Call, handler } from '../lib/handler.ts';
import { json } from '../lib/http/answer.ts';
import { lateJobs } from '../lib/jobs/health.ts';

async function showHealth({ app }: Call): Promise<Response> {
  const late = await lateJobs(app);
  return json({ database: 'answers', late }, late.length === 0 ? 200 : 503);
}

/** `GET /api/health`: 200 when the database answers and every schedule has run in its time. */
export default handler({ GET: showHealth });

export const config: Config = { path: '/api/health' };
