import type { Config } from '@keystatic/core';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import { mayWrite } from './may-write.ts';
import { refusedPage } from './refused-page.ts';
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

/**
 * The routes people sign in with, by their own account on GitHub. Nobody whom GitHub does not let write to the
 * repository is ever handed a key: they are told so, and stay signed out.
 */
export function signIn(settings: EditSettings, config: Config) {
  const { clientId, clientSecret, secret, repository } = settings;
  const handle = makeGenericAPIRouteHandler({ config, clientId, clientSecret, secret });
  return async (request: Request): Promise<Response> => {
    const { body, ...rest } = await handle(request);
    const response = new Response(body as BodyInit | null, rest);
    const token = tokenGiven(response);
    if (token === undefined || (await mayWrite(repository, token))) return response;
    return refusedPage(repository);
  };
}
