import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The files below `content` that the editor may touch. */
const PathSchema = z
  .string()
  .regex(
    /^(?:pages\/(?:[\w-]+\/)*[\w-]+\.mdx|settings\/[\w-]+\.yaml|questions\.yaml|pictures\/(?:[\w-]+\/)+[\w-]+\.\w+)$/,
  );

/** Files to be written and taken away, as a window of the editor asks for it. */
export const UpdateSchema = z.strictObject({
  additions: z.array(z.strictObject({ path: PathSchema, contents: z.base64() })),
  deletions: z.array(z.strictObject({ path: PathSchema })),
  /** Git’s names for those of these files that the window was given (browser/seen-files.ts). */
  seen: z.record(PathSchema, z.string()).default({}),
});

export type Update = z.output<typeof UpdateSchema>;

/** Git’s name for contents, the same for the same contents. */
const nameOf = (contents: Buffer): string =>
  createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');

/** Git’s name for the file at `path` of a folder; undefined where there is none. */
function nameOnDisk(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? nameOf(readFileSync(file)) : undefined;
}

const written = ({ additions }: Update) =>
  additions.map(({ path, contents }) => [path, nameOf(Buffer.from(contents, 'base64'))] as const);

/** The files of an update that another window or program has changed since its window was given them. */
export function changedMeanwhile(folder: string, update: Update): string[] {
  const wanted = [
    ...written(update),
    ...update.deletions.map(({ path }) => [path, undefined] as const),
  ];
  // What is there already as it is to be, was saved before.
  return wanted.flatMap(([path, name]) => {
    const now = nameOnDisk(folder, path);
    return now !== update.seen[path] && now !== name ? [path] : [];
  });
}

/** What puts the files of `update` back as they are now, once it was made, for as long as they are as it leaves them. */
export function backFrom(folder: string, update: Update): Update {
  const paths = [...update.additions, ...update.deletions].map(({ path }) => path);
  const isThere = (path: string) => existsSync(join(folder, path));
  return {
    additions: paths.filter(isThere).map((path) => ({
      path,
      contents: readFileSync(join(folder, path)).toString('base64'),
    })),
    deletions: paths.filter((path) => !isThere(path)).map((path) => ({ path })),
    seen: Object.fromEntries(written(update)),
  };
}
