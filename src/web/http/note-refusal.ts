import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { refusalKind } from '#domain/limits/refusal-kind.ts';
import { countRefusal } from '#services/limits/refusals.ts';
import type { WebEnv } from './web-app.ts';

/** The address as the app declares it, with names in place of keys and references: of several that fit, the first answers. */
const patternOf = (c: Context) =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .find((path) => !path.includes('*')) ?? 'no page';

/** Counts every refusal by its kind, and logs it without what was asked for: keys, addresses and words stay out of both. */
export const noteRefusal: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  const kind = refusalKind(c.res.status, c.req.path);
  const { app } = c.var;
  if (kind === undefined || app === undefined) return;
  app.log(`Refused: ${kind} (${c.res.status}), ${c.req.method} ${patternOf(c)}`);
  c.env.context.waitUntil(countRefusal(app, kind));
};
