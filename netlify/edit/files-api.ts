import { join } from 'node:path';
import type { Config } from '@keystatic/core';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import { LAST_CHANGE, type LastChange, leftFor, type TakenBack } from './last-change.ts';
import { placeName } from './place-names.ts';
import { backFrom, changedMeanwhile, type Update, UpdateSchema } from './update.ts';

/** Where the editor’s own routes are. */
const ROUTES = '/api/keystatic/';
const UPDATE = `${ROUTES}update`;

const refused = (path: string) =>
  new Response(
    `${placeName(path)} has changed since it was opened here, in another window perhaps. Copy what you wrote, load the page again, and put it in there.`,
    { status: 409 },
  );

const FAILED: TakenBack = {
  kind: 'failed',
  why: 'The files could not be written, so nothing was taken back.',
};

const ANOTHER: TakenBack = {
  kind: 'left',
  why: 'Another change was made since then, in another window perhaps. Nothing was taken back: load the page again to see it.',
};

/** The change made last, and what takes it back. It is in memory, so it can be taken back until the editor is stopped. */
interface Made extends LastChange {
  readonly back: Update;
}

/**
 * The editor’s way to the files of the checkout `root`, of which a window never writes over one that changed since it
 * was given it. The change made last can be taken back, unless one of its files has changed since.
 */
export function filesApi(root: string, config: Config): (request: Request) => Promise<Response> {
  const content = join(root, 'content');
  const handle = makeGenericAPIRouteHandler({ config, localBaseDirectory: content });
  let last: Made | undefined;

  async function answer(request: Request): Promise<Response> {
    const { body, ...rest } = await handle(request);
    return new Response(body as BodyInit | null, rest);
  }

  async function write(url: string, update: Update, kind: LastChange['kind']): Promise<Response> {
    const back = backFrom(content, update);
    const { additions, deletions } = update;
    const response = await answer(
      new Request(new URL(UPDATE, url), {
        method: 'POST',
        headers: { 'no-cors': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ additions, deletions }),
      }),
    );
    const paths = [...additions, ...deletions].map(({ path }) => path);
    if (response.ok) last = { kind, at: new Date().toISOString(), paths, back };
    return response;
  }

  async function save(request: Request): Promise<Response> {
    const update = UpdateSchema.safeParse(await request.json().catch(() => undefined));
    if (!update.success) return new Response('Bad data', { status: 400 });
    const [changed] = changedMeanwhile(content, update.data);
    return changed ? refused(changed) : write(request.url, update.data, 'saved');
  }

  async function takeBack(url: string): Promise<TakenBack> {
    if (!last) return FAILED;
    if (new URL(url).searchParams.get('at') !== last.at) return ANOTHER;
    const { kind, back } = last;
    const changed = changedMeanwhile(content, back);
    if (changed.length > 0) return leftFor(changed);
    const { ok } = await write(url, back, kind === 'saved' ? 'taken-back' : 'saved');
    return ok ? { kind: 'taken-back', again: back.additions.map(({ path }) => path) } : FAILED;
  }

  function lastChange(): LastChange | null {
    if (!last) return null;
    const { back: _, ...change } = last;
    return change;
  }

  return async (request) => {
    const path = decodeURI(new URL(request.url).pathname);
    const posts = request.method === 'POST';
    if (path === LAST_CHANGE)
      return Response.json(posts ? await takeBack(request.url) : lastChange());
    return posts && path === UPDATE ? save(request) : answer(request);
  };
}
