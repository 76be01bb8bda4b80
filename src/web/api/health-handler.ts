import { lateJobs, lockedOut } from '#services/jobs/health.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

/** `GET /api/health`: 200 when the database answers, every schedule has run in its time, and the mail service lets us in. */
export async function showHealth({ var: { app } }: WebContext): Promise<Response> {
  const late = await lateJobs(app);
  const mail = await lockedOut(app);
  const well = late.length === 0 && mail === undefined;
  return json({ database: 'answers', late, ...(mail && { mail: mail.why }) }, well ? 200 : 503);
}
