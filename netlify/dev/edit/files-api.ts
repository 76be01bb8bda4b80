import { join } from 'node:path';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import * as z from 'zod';
import { QUESTIONS } from './forms/names.ts';
import { keepPage, keepSettings, pageToEditor, questionsToEditor } from './keep/keep-file.ts';
import type { Reading } from './reading.ts';
import { type StoredFiles, storedFiles } from './stored-files.ts';

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

/** What answers the editor’s routes, and what it needs. */
interface Api {
  readonly reading: Reading;
  readonly files: StoredFiles;
  /** The editor’s own answer, which knows nothing of what files were before. */
  readonly answer: (request: Request) => Promise<Response>;
}

const isPage = (path: string) => path.endsWith('.mdx');

/** The form a settings file has, from its path below `content`. */
const formOf = (path: string) => path.replace(/^settings\//, '').replace(/\.yaml$/, '');

/** A file as the editor can show it; as it is when it cannot be read, since the editor says so itself. */
function toEditor(path: string, text: string): string {
  try {
    if (formOf(path) === QUESTIONS) return questionsToEditor(text);
    return isPage(path) ? pageToEditor(text) : text;
  } catch {
    return text;
  }
}

async function read({ files, answer }: Api, request: Request, path: string): Promise<Response> {
  const response = await answer(request);
  if (!response.ok) return response;
  const contents = Buffer.from(await response.arrayBuffer());
  files.seen(path, contents);
  return new Response(toEditor(path, contents.toString('utf8')));
}

/** The file a saved one was before: itself, or the one it was renamed from. */
function before(files: StoredFiles, path: string, { additions, deletions }: Update): string {
  const renamed = additions.length === 1 && deletions.length === 1 && !files.exists(path);
  return files.text(renamed ? (deletions[0]?.path ?? path) : path);
}

const keptFiles = ({ reading, files }: Api, update: Update) =>
  Promise.all(
    update.additions.map(async ({ path, contents }) => {
      const saved = Buffer.from(contents, 'base64').toString('utf8');
      const file = before(files, path, update);
      const kept = isPage(path)
        ? await keepPage(reading, file, saved)
        : keepSettings(reading, formOf(path), file, saved);
      return { path, contents: Buffer.from(kept) };
    }),
  );

const changedMeanwhile = (path: string) =>
  new Response(
    `content/${path} has changed since it was opened here. Copy what you wrote, load the page again, and put it in there.`,
    { status: 409 },
  );

async function save(api: Api, request: Request): Promise<Response> {
  const update = UpdateSchema.safeParse(await request.json().catch(() => undefined));
  if (!update.success) return new Response('Bad data', { status: 400 });
  const changed = update.data.additions.find(({ path }) => api.files.hasChanged(path));
  if (changed) return changedMeanwhile(changed.path);
  const kept = await keptFiles(api, update.data);
  const additions = kept.map(({ path, contents }) => ({
    path,
    contents: contents.toString('base64'),
  }));
  const { url, headers } = request;
  const body = JSON.stringify({ ...update.data, additions });
  const response = await api.answer(new Request(url, { method: 'POST', headers, body }));
  if (response.ok) for (const { path, contents } of kept) api.files.seen(path, contents);
  return response;
}

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
  const answer = async (request: Request) => {
    const { body, ...rest } = await handle(request);
    return new Response(body as BodyInit | null, rest);
  };
  const api: Api = { reading, files: storedFiles(content), answer };
  return async (request) => {
    const route = decodeURI(new URL(request.url).pathname).slice(ROUTES.length);
    const [, blob] = /^blob\/[0-9a-f]+\/(.+)$/.exec(route) ?? [];
    if (request.method === 'GET' && blob) return read(api, request, blob);
    if (request.method === 'POST' && route === 'update') return save(api, request);
    return answer(request);
  };
}
