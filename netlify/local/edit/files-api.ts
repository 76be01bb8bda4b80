import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import * as z from 'zod';
import { QUESTIONS } from './forms/names.ts';
import { keepPage, keepSettings, pageToEditor, questionsToEditor } from './keep/keep-file.ts';
import type { Reading } from './reading.ts';

/** Where the editor’s own routes are. */
const ROUTES = '/api/keystatic/';

/** The files the editor may touch. */
const PathSchema = z
  .string()
  .regex(/^(?:pages\/(?:[\w-]+\/)*[\w-]+\.mdx|settings\/[\w-]+\.yaml|questions\.yaml)$/);

const UpdateSchema = z.strictObject({
  additions: z.array(z.strictObject({ path: PathSchema, contents: z.base64() })),
  deletions: z.array(z.strictObject({ path: PathSchema })),
});
type Update = z.infer<typeof UpdateSchema>;

const isPage = (path: string) => path.endsWith('.mdx');

/** The form a settings file has, from its path below `content`. */
const formOf = (path: string) => path.replace(/^settings\//, '').replace(/\.yaml$/, '');

/** Git’s name for a file’s contents, which the editor knows files by. */
function gitName(contents: Buffer): string {
  return createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');
}

function toEditor(path: string, text: string): string {
  if (formOf(path) === QUESTIONS) return questionsToEditor(text);
  return isPage(path) ? pageToEditor(text) : text;
}

const saidBy = async (response: Promise<Awaited<ReturnType<Handler>>>) => {
  const { body, status = 200, headers } = await response;
  return new Response(body as BodyInit | null, {
    status,
    ...(headers && { headers: headers as HeadersInit }),
  });
};

type Handler = ReturnType<typeof makeGenericAPIRouteHandler>;

/**
 * The editor’s way to files below `content`: it is given each in the ways it can show, and what it saves
 * is put back over the file, so that only what was changed changes (docs/decisions/0012).
 */
export function filesApi(root: string, reading: Reading): (request: Request) => Promise<Response> {
  const content = join(root, 'content');
  const handle = makeGenericAPIRouteHandler({
    config: reading.editor,
    localBaseDirectory: content,
  });
  /** The contents each file had when the editor last read or wrote it. */
  const known = new Map<string, string>();
  const onDisk = (path: string) =>
    existsSync(join(content, path)) ? readFileSync(join(content, path)) : Buffer.from('');

  async function read(request: Request, path: string): Promise<Response> {
    const response = await saidBy(handle(request));
    if (!response.ok) return response;
    const contents = Buffer.from(await response.arrayBuffer());
    known.set(path, gitName(contents));
    return new Response(toEditor(path, contents.toString('utf8')));
  }

  function changedMeanwhile({ additions }: Update): string | undefined {
    return additions
      .map(({ path }) => path)
      .find((path) => known.has(path) && known.get(path) !== gitName(onDisk(path)));
  }

  /** The file a saved page was before: itself, or the one it was renamed from. */
  const before = (path: string, { additions, deletions }: Update) => {
    const renamed =
      additions.length === 1 && deletions.length === 1 && !existsSync(join(content, path));
    return onDisk(renamed ? (deletions[0]?.path ?? path) : path).toString('utf8');
  };

  async function save(request: Request): Promise<Response> {
    const update = UpdateSchema.safeParse(await request.json().catch(() => undefined));
    if (!update.success) return new Response('Bad data', { status: 400 });
    const changed = changedMeanwhile(update.data);
    if (changed) {
      return new Response(
        `content/${changed} has changed since it was opened here. Copy what you wrote, load the page again, and put it in there.`,
        { status: 409 },
      );
    }
    const additions = await Promise.all(
      update.data.additions.map(async ({ path, contents }) => {
        const saved = Buffer.from(contents, 'base64').toString('utf8');
        const file = before(path, update.data);
        const kept = isPage(path)
          ? await keepPage(reading, file, saved)
          : keepSettings(reading, formOf(path), file, saved);
        return { path, contents: Buffer.from(kept) };
      }),
    );
    const body = additions.map((each) => ({ ...each, contents: each.contents.toString('base64') }));
    const response = await saidBy(
      handle(
        new Request(request.url, {
          method: 'POST',
          headers: request.headers,
          body: JSON.stringify({ ...update.data, additions: body }),
        }),
      ),
    );
    if (response.ok) for (const { path, contents } of additions) known.set(path, gitName(contents));
    return response;
  }

  return async (request) => {
    const route = decodeURI(new URL(request.url).pathname).slice(ROUTES.length);
    const [, blob] = /^blob\/[0-9a-f]+\/(.+)$/.exec(route) ?? [];
    if (request.method === 'GET' && blob) return read(request, blob);
    if (request.method === 'POST' && route === 'update') return save(request);
    return saidBy(handle(request));
  };
}
