import type { Config } from '@netlify/functions';
import { feedText } from '#services/calendar-feed/feed.ts';
import { opensFeed } from '#services/calendar-feed/feed-address.ts';
import { etagOf, isKnown } from '../http/etag.ts';
import { type Call, handler, refuse } from '../http/handler.ts';
import { PRIVATE_HEADERS, SECURITY_HEADERS } from '../http/security-headers.ts';

const UNKNOWN_KEY = {
  status: 404,
  detail: 'This address opens no calendar. It may have been cut short, or replaced by a new one.',
} as const;

async function sendFeed({ app, request, context }: Call): Promise<Response> {
  if (!opensFeed(app, context.params['feed'] ?? '')) return refuse(request, UNKNOWN_KEY);
  const text = await feedText(app);
  const etag = etagOf(text);
  const headers = {
    ...SECURITY_HEADERS,
    ...PRIVATE_HEADERS,
    // A calendar may keep what it has, and asks each time whether that still holds.
    'cache-control': 'private, no-cache',
    etag,
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calls.ics"',
    },
  });
}

/** `GET /api/calendar/{feed}.ics`: every call, for staff to subscribe their calendars to. */
export default handler({ GET: sendFeed });

export const config: Config = { path: '/api/calendar/:feed.ics' };
