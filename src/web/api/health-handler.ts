import { isWell, readHealth } from '#services/jobs/health.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

/**
 * `GET /api/health`: 200 when a row can be written, every schedule has run in its time, and mail goes out; else 503,
 * with a word for each thing that is wrong.
 */
export async function showHealth({ var: { app } }: WebContext): Promise<Response> {
  const health = await readHealth(app);
  return json({ ...health }, isWell(health) ? 200 : 503);
}
