import { isWell, readHealth } from '#services/jobs/health.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

/**
 * `GET /api/health`: 200 when a row can be written, every schedule has run in its time, and mail goes out; else 503,
 * with a word for each thing that is wrong. With `?shallow` it says that functions run and have their settings, and asks
 * the database nothing: a monitor that asks every few minutes would keep it awake, and billed.
 */
export async function showHealth({ var: { app }, req }: WebContext): Promise<Response> {
  if (req.query('shallow') !== undefined) return json({ functions: 'answer' }, 200);
  const health = await readHealth(app);
  return json({ ...health }, isWell(health) ? 200 : 503);
}
