import { join } from 'node:path';
import type { Config } from '@keystatic/core';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import * as z from 'zod';
import { type StoredFiles, storedFiles } from './stored-files.ts';

/** Where the editor’s own routes are. */
const ROUTES = '/api/keystatic/';

/** The files below `content` that the editor may touch. */
const PathSchema = z
  .string()
  .regex(
    /^(?:pages\/(?:[\w-]+\/)*[\w-]+\.mdx|settings\/[\w-]+\.yaml|questions\.yaml|pictures\/(?:[\w-]+\/)+[\w-]+\.\w+)$/,
  );

const UpdateSchema = z.strictObject({
  additions: z.array(z.strictObject({ path: PathSchema, contents: z.base64() })),
  deletions: z.array(z.strictObject({ path: PathSchema })),
});

/** What answers the editor’s routes, and what it needs. */
interface Api {
  readonly files: StoredFiles;
  /** The editor’s own answer, which knows nothing of what files were before. */
  readonly answer: (request: Request) => Promise<Response>;
}

async function read({ files, answer }: Api, request: Request, path: string): Promise<Response> {
  const response = await answer(request);
  if (!response.ok) return response;
  const contents = Buffer.from(await response.arrayBuffer());
  files.seen(path, contents);
  return new Response(contents);
}

const changedMeanwhile = (path: string) =>
  new Response(
    `content/${path} has changed since it was opened here. Copy what you wrote, load the page again, and put it in there.`,
    { status: 409 },
  );

async function save(api: Api, request: Request): Promise<Response> {
  const update = UpdateSchema.safeParse(await request.json().catch(() => undefined));
  if (!update.success) return new Response('Bad data', { status: 400 });
  const { additions } = update.data;
  const changed = additions.find(({ path }) => api.files.hasChanged(path));
  if (changed) return changedMeanwhile(changed.path);
  const { url, headers } = request;
  const body = JSON.stringify(update.data);
  const response = await api.answer(new Request(url, { method: 'POST', headers, body }));
  if (!response.ok) return response;
  for (const { path, contents } of additions) api.files.seen(path, Buffer.from(contents, 'base64'));
  return response;
}

/** The editor’s way to the files of the checkout `root`, of which it never writes over one that changed since it read it. */
export function filesApi(root: string, config: Config): (request: Request) => Promise<Response> {
  const content = join(root, 'content');
  const handle = makeGenericAPIRouteHandler({ config, localBaseDirectory: content });
  const answer = async (request: Request) => {
    const { body, ...rest } = await handle(request);
    return new Response(body as BodyInit | null, rest);
  };
  const api: Api = { files: storedFiles(content), answer };
  return async (request) => {
    const route = decodeURI(new URL(request.url).pathname).slice(ROUTES.length);
    const [, blob] = /^blob\/[0-9a-f]+\/(.+)$/.exec(route) ?? [];
    if (request.method === 'GET' && blob) return read(api, request, blob);
    if (request.method === 'POST' && route === 'update') return save(api, request);
    return answer(request);
  };
}
