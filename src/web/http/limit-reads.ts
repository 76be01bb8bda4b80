import type { MiddlewareHandler } from 'hono';
import { countRead } from '#services/limits/read-limit.ts';
import { addressOf } from './connection-address.ts';
import { ringUs } from './limit-refusal.ts';
import { refuse } from './refuse.ts';
import type { WebEnv } from './web-app.ts';

/** A monitor asks for this again and again, and is never in the way. */
const HEALTH = '/api/health';

/** Refuses the pages of a connection that opens more in a minute than the settings allow, and says when there is room. */
export const limitReads: MiddlewareHandler<WebEnv> = async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const { app } = c.var;
  const seconds = isRead && c.req.path !== HEALTH ? countRead(app, addressOf(c)) : undefined;
  if (seconds === undefined) return next();
  return refuse(c.req.raw, {
    status: 429,
    title: 'Wait a moment before you open this again',
    detail: `A lot of pages have been opened from your connection in the last minute. Wait ${seconds} seconds, then open it again. ${ringUs(app)}.`,
    saysNumber: true,
    headers: { 'retry-after': String(seconds) },
  });
};
