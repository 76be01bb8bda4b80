import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { App } from '#services/app.ts';
import type { Case } from '#services/cases/case.ts';
import { takeUpMail } from '#services/notifications/deliver-soon.ts';
import { refuseCrossSite } from './cross-site.ts';
import { refuseMethod } from './method-refusal.ts';
import { noteRefusal } from './note-refusal.ts';
import { type FunctionContext, openApp } from './open-app.ts';
import { refusalFor, refuse } from './refuse.ts';
import { BODY_LIMIT, TOO_LARGE } from './request-body.ts';
import type { Refusal } from './responses.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** What every handler reaches: Netlify's own context, and the app with its settings, database, mail and clock. */
export interface WebEnv {
  Bindings: { context: FunctionContext };
  Variables: {
    app: App;
    staff?: string;
    /** The case that a page of the desk is about. */
    found?: Pick<Case, 'id' | 'reference'>;
  };
}

/** One request on its way through the site. */
export type WebContext = Context<WebEnv>;

const NOT_FOUND: Refusal = {
  status: 404,
  detail: 'There is no page at this address. Part of it may be missing.',
};

const withApp: MiddlewareHandler<WebEnv> = async (c, next) => {
  const begun = performance.now();
  const app = await openApp(c.env.context);
  c.set('app', app);
  await next();
  if (app.database.lastUsed() >= begun) takeUpMail(app, c.env.context);
};

/**
 * An app with the rules that hold for every address of the site (docs/api.md): 405 with `Allow`, 403 for a
 * post from another site, 413 for one that is too long, 503 for a lost database or missing settings, 500 for
 * any other fault, and the same headers on every answer. HEAD is answered as GET without the body, and an
 * address is the same with a slash at its end and without.
 */
export function newWebApp(): Hono<WebEnv> {
  const app = new Hono<WebEnv>({ strict: false });
  app.use(noteRefusal);
  app.use(addSecurityHeaders);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.use(withApp);
  app.use(refuseCrossSite);
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => refuse(c.req.raw, TOO_LARGE) }));
  app.notFound((c) => refuse(c.req.raw, NOT_FOUND));
  app.onError((error, c) => refuse(c.req.raw, refusalFor(error)));
  return app;
}

/** An app as Netlify calls it. */
export const asFunction =
  (app: Hono<WebEnv>) =>
  async (request: Request, context: FunctionContext): Promise<Response> =>
    app.fetch(request, { context });
