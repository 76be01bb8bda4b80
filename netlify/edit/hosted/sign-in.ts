import type { Config } from '@keystatic/core';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import { PRIVATE_HEADERS, SECURITY_HEADERS } from '../../../src/web/http/security-headers.ts';
import { mayWrite } from './may-write.ts';
import { comesBack, isOwn, tied, untied } from './own-sign-in.ts';
import { notBegunHere, refusedPage } from './refused-page.ts';
import type { EditSettings } from './settings.ts';

const TOKEN = /^keystatic-gh-access-token=([^;]+)/;

/** The key to GitHub that an answer hands to the browser; undefined when it hands none. */
function tokenGiven(response: Response): string | undefined {
  for (const cookie of response.headers.getSetCookie()) {
    const token = TOKEN.exec(cookie)?.[1];
    if (token) return decodeURIComponent(token);
  }
  return undefined;
}

/** Keystatic sets no header of ours. */
function guarded(response: Response): Response {
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...PRIVATE_HEADERS })) {
    response.headers.set(name, value);
  }
  return response;
}

/**
 * The routes people sign in with, by their own account on GitHub. Nobody whom GitHub does not let write to the
 * repository is ever handed a key: they are told so, and stay signed out. So does a browser that comes
 * back from GitHub without having set out from here.
 */
export function signIn(settings: EditSettings, config: Config) {
  const { clientId, clientSecret, secret, repository } = settings;
  const handle = makeGenericAPIRouteHandler({ config, clientId, clientSecret, secret });
  return async (request: Request): Promise<Response> => {
    if (comesBack(request) && !isOwn(request)) return notBegunHere();
    const { body, ...rest } = await handle(request);
    const response = guarded(new Response(body as BodyInit | null, rest));
    const token = tokenGiven(response);
    const isRefused = token !== undefined && !(await mayWrite(repository, token));
    const answer = isRefused ? refusedPage(repository) : tied(response);
    return comesBack(request) ? untied(answer) : answer;
  };
}
