import { feedText } from '#services/calendar-feed/feed.ts';
import { opensFeed } from '#services/calendar-feed/feed-address.ts';
import { refuse } from '../http/refuse.ts';
import { PRIVATE_HEADERS } from '../http/security-headers.ts';
import type { WebContext } from '../http/web-app.ts';

const UNKNOWN_KEY = {
  status: 404,
  detail:
    'There is no calendar at this address. Part of it may be missing, or a new address may have replaced it.',
} as const;

/** `GET /api/calendar/{feed}.ics`: every call, for staff to subscribe their calendars to. */
export async function sendFeed({ var: { app }, req }: WebContext): Promise<Response> {
  const key = (req.param('file') ?? '').replace(/\.ics$/, '');
  if (!opensFeed(app, key)) return refuse(req.raw, UNKNOWN_KEY);
  return new Response(await feedText(app), {
    headers: {
      ...PRIVATE_HEADERS,
      // A calendar may keep what it has, and asks each time whether that still holds.
      'cache-control': 'private, no-cache',
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calls.ics"',
    },
  });
}
