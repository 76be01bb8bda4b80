import * as z from 'zod/mini';

/** Where the editor’s package asks for the list of files, and has them written; both answer with that list. */
const TREE = '/api/keystatic/tree';
export const UPDATE = '/api/keystatic/update';

const TreeSchema = z.array(z.object({ path: z.string(), sha: z.string() }));
const UpdateSchema = z.looseObject({
  additions: z.array(z.looseObject({ path: z.string() })),
  deletions: z.array(z.looseObject({ path: z.string() })),
});

type Fetch = typeof globalThis.fetch;

/** What is sent, with what this window knows of the files that are to be written. */
function withSeen(body: unknown, seen: ReadonlyMap<string, string>): BodyInit {
  const update = UpdateSchema.parse(JSON.parse(String(body)));
  const paths = [...update.additions, ...update.deletions].map(({ path }) => path);
  const known = paths.flatMap((path) => {
    const sha = seen.get(path);
    return sha === undefined ? [] : [[path, sha] as const];
  });
  return JSON.stringify({ ...update, seen: Object.fromEntries(known) });
}

/**
 * `fetch` for a window of the editor on one’s own machine: it notes which files the window was last given, and says so
 * of those it writes, so that what another window has saved since is not written over (files-api.ts).
 */
export function fetchNotingFiles(fetch: Fetch): Fetch {
  let seen: ReadonlyMap<string, string> = new Map();
  return async (input, init) => {
    const path = typeof input === 'string' ? input : '';
    if (path !== TREE && path !== UPDATE) return fetch(input, init);
    const response = await fetch(
      input,
      path === UPDATE ? { ...init, body: withSeen(init?.body, seen) } : init,
    );
    if (!response.ok) return response;
    const tree = TreeSchema.safeParse(await response.clone().json());
    if (tree.success) seen = new Map(tree.data.map((entry) => [entry.path, entry.sha]));
    return response;
  };
}
