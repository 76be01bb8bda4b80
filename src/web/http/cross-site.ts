import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { refuse } from './refuse.ts';
import type { WebEnv } from './web-app.ts';

/**
 * Whether a post comes from another site: judged by `Sec-Fetch-Site`, and by `Origin` only when that
 * is absent, since a browser posts `Origin: null` from a page with `Referrer-Policy: no-referrer`.
 * A post with neither comes from no browser and passes (docs/api.md).
 */
export function isCrossSite(request: Request, siteUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return origin !== new URL(siteUrl).origin && origin !== new URL(request.url).origin;
}

const CROSS_SITE = {
  status: 403,
  detail:
    'This was sent from a page of another site. Open the page on this site and send it from there.',
} as const;

/** Whether there is something here that takes a post; where there is not, 405 says so. */
const takesPost = (c: Context) => matchedRoutes(c).some(({ method }) => method === 'POST');

// Hono's csrf() passes a post when either header is right, refuses one with neither, and lets JSON by.
/** Refuses posts from other sites. */
export const refuseCrossSite: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { URL: siteUrl } = c.var.app.environment;
  if (takesPost(c) && isCrossSite(c.req.raw, siteUrl)) return refuse(c.req.raw, CROSS_SITE);
  return next();
};
