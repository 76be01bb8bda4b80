import { LINE_TAG, lineAnswer } from '#domain/hours/line-answer.ts';
import { readOpenTimes, todayOf } from '#services/availability/line-hours.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

/** A browser asks again after half a minute; the CDN for it, after a day or once staff have changed something. */
const KEPT = {
  'cache-control': 'public, max-age=30',
  'netlify-cdn-cache-control': 'public, durable, max-age=86400',
  'netlify-cache-tag': LINE_TAG,
};

/** `GET /api/line`: the number, and when it is answered in the next three weeks. */
export async function answerLine({ var: { app } }: WebContext): Promise<Response> {
  const times = await readOpenTimes(app);
  return json(lineAnswer(app.site.settings.line.phone, times, todayOf(app)), 200, KEPT);
}
