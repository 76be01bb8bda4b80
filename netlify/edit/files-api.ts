import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@keystatic/core';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import * as z from 'zod';
import { placeName } from './place-names.ts';

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
  /** Git’s names for those of these files that the window was given (browser/seen-files.ts). */
  seen: z.record(PathSchema, z.string()).default({}),
});

type Update = z.output<typeof UpdateSchema>;

/** Git’s name for contents, the same for the same contents. */
const nameOf = (contents: Buffer): string =>
  createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');

/** Git’s name for the file at `path` of a folder; undefined where there is none. */
function nameOnDisk(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? nameOf(readFileSync(file)) : undefined;
}

/** The first of the files to be written that another window or program has changed since this window was given it. */
function changedMeanwhile(folder: string, { additions, deletions, seen }: Update) {
  const wanted = [
    ...additions.map(({ path, contents }) => [path, nameOf(Buffer.from(contents, 'base64'))]),
    ...deletions.map(({ path }) => [path, undefined]),
  ] as const;
  // What is there already as it is to be, was saved before.
  return wanted.find(([path = '', name]) => {
    const now = nameOnDisk(folder, path);
    return now !== seen[path] && now !== name;
  })?.[0];
}

const refused = (path: string) =>
  new Response(
    `${placeName(path)} has changed since it was opened here, in another window perhaps. Copy what you wrote, load the page again, and put it in there.`,
    { status: 409 },
  );

/** The editor’s way to the files of the checkout `root`, of which a window never writes over one that changed since it was given it. */
export function filesApi(root: string, config: Config): (request: Request) => Promise<Response> {
  const content = join(root, 'content');
  const handle = makeGenericAPIRouteHandler({ config, localBaseDirectory: content });
  const answer = async (request: Request) => {
    const { body, ...rest } = await handle(request);
    return new Response(body as BodyInit | null, rest);
  };
  return async (request) => {
    const route = decodeURI(new URL(request.url).pathname).slice(ROUTES.length);
    if (request.method !== 'POST' || route !== 'update') return answer(request);
    const update = UpdateSchema.safeParse(await request.json().catch(() => undefined));
    if (!update.success) return new Response('Bad data', { status: 400 });
    const changed = changedMeanwhile(content, update.data);
    if (changed) return refused(changed);
    const { seen: _, ...written } = update.data;
    const { url, headers } = request;
    return answer(new Request(url, { method: 'POST', headers, body: JSON.stringify(written) }));
  };
}
