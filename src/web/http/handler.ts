import { CommitUnknownError, causeOf, DatabaseUnavailableError } from '#data/errors.ts';
import type { App } from '#services/app.ts';
import { EnvironmentError } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { notice } from '../views/notice-view.ts';
import { isCrossSite } from './cross-site.ts';
import { type FunctionContext, loadSite, openApp } from './open-app.ts';
import { page } from './page-shell.ts';
import { mediaType } from './request-body.ts';
import { problem, type Refusal, TITLES } from './responses.ts';

/** One request on its way through a function. */
export interface Call {
  app: App;
  request: Request;
  context: FunctionContext;
}

type Respond = (call: Call) => Promise<Response>;
type Routes = { GET?: Respond; POST?: Respond };

const FORM = 'application/x-www-form-urlencoded';

/** Whether the answer is read by a person: a page, or a form posted to the API. */
const isForPeople = (request: Request) =>
  !new URL(request.url).pathname.startsWith('/api/') || mediaType(request) === FORM;

/** A refusal as problem details for programs, or as a page with the number for people. */
export async function refuse(request: Request, refusal: Refusal): Promise<Response> {
  if (!isForPeople(request)) return problem(refusal);
  const site = await loadSite();
  const title = TITLES[refusal.status] ?? 'Something went wrong here';
  const live = notice(refusal.detail, site.settings.line, refusal.onward);
  return page(site, 'notice', { title, heading: title, live }, refusal);
}

/** The database is away: said plainly of this one try, since one before it may have been saved; what was typed is kept where there was a form. */
export const UNAVAILABLE: Refusal = {
  status: 503,
  detail:
    'Nothing has been lost by what you did just now, but nothing has been saved by it. Please try again in a few minutes.',
  headers: { 'retry-after': '120' },
};

/** A commit that was lost on its way: it may have been done, and doing it again changes nothing more. */
export const UNKNOWN: Refusal = {
  status: 503,
  detail:
    'We cannot tell yet whether this was saved. Please send it again: if it was, nothing happens twice.',
  headers: { 'retry-after': '30' },
};

const FAULT = {
  status: 500,
  detail: 'The fault is ours, and it has been logged. Please try again in a few minutes.',
} as const;

/** A fault's kind and place, without its message: messages can quote what somebody typed. */
const withoutMessage = (error: unknown) => {
  const frames = (error instanceof Error ? (error.stack ?? '') : '').split('\n');
  const code = (error as { code?: unknown })?.code ?? '';
  return [
    error instanceof Error ? error.name : typeof error,
    code,
    ...frames.filter((line) => /^\s+at /.test(line)).slice(0, 4),
  ].join(' ');
};

function reasonFor(error: unknown): Refusal {
  if (error instanceof DatabaseUnavailableError) {
    log(`The database is unavailable (${causeOf(error)}).`);
    return error instanceof CommitUnknownError ? UNKNOWN : UNAVAILABLE;
  }
  if (error instanceof EnvironmentError) {
    log(`Refusing to run: ${error.message.replaceAll('\n', ' ')}`);
    return UNAVAILABLE;
  }
  log(`Fault: ${withoutMessage(error)}`);
  return FAULT;
}

const CROSS_SITE = {
  status: 403,
  detail:
    'This was sent from a page of another site. Open the page on this site and send it from there.',
} as const;

const allowed = (routes: Routes) =>
  [routes.GET && 'GET, HEAD', routes.POST && 'POST'].filter(Boolean).join(', ');

const methodRefusal = (routes: Routes): Refusal => ({
  status: 405,
  detail: `This address takes ${allowed(routes)}.`,
  headers: { allow: allowed(routes) },
});

async function dispatch(
  routes: Routes,
  request: Request,
  context: FunctionContext,
): Promise<Response> {
  const respond = routes[(request.method === 'HEAD' ? 'GET' : request.method) as keyof Routes];
  if (!respond) return refuse(request, methodRefusal(routes));
  const app = await openApp(context);
  if (request.method === 'POST' && isCrossSite(request, app.environment.URL)) {
    return refuse(request, CROSS_SITE);
  }
  return respond({ app, request, context });
}

/**
 * A Netlify function from its methods: answers 405 and 403 itself, turns a lost database or missing
 * settings into 503 and any other fault into 500, and answers HEAD as GET without the body.
 */
export const handler =
  (routes: Routes) =>
  async (request: Request, context: FunctionContext): Promise<Response> => {
    const response = await dispatch(routes, request, context).catch((error: unknown) =>
      refuse(request, reasonFor(error)),
    );
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
