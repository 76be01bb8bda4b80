import { type HeldFile, holdFiles } from '../checks/held-files.ts';
import type { Answer, Repository } from './github.ts';

/** A file or a folder of a commit, as GitHub has it. */
export interface TreeEntry {
  readonly path: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

/** What the checks know by its name alone, such as a picture, is not read. */
const READ = /^content\/.+\.(?:mdx|yaml|txt)$/;

const SITE = /^(?:content|public)\//;

/** What was read of files before, by git’s name for it, which is the same for the same words. */
const readBefore = new Map<string, Uint8Array>();

async function heldFile(repository: Repository, entry: TreeEntry): Promise<HeldFile | undefined> {
  const { path, sha, size = 0 } = entry;
  if (!READ.test(path)) return { size };
  const before = readBefore.get(sha);
  if (before) return { size, bytes: before };
  const answer = await repository.read(sha);
  if (!answer.ok) return undefined;
  readBefore.set(sha, answer.what);
  return { size, bytes: answer.what };
}

/** Everything there is at a commit. */
export async function readTree(
  repository: Repository,
  commit: string,
): Promise<Answer<readonly TreeEntry[]>> {
  const answer = await repository.ask<{ tree: readonly TreeEntry[] }>(
    `/git/trees/${commit}?recursive=1`,
  );
  return answer.ok ? { ok: true, what: answer.what.tree } : answer;
}

/** Has the checks read the content as it is at a commit. Returns false where GitHub does not give the whole of it. */
export async function readFilesAt(repository: Repository, commit: string): Promise<boolean> {
  const tree = await readTree(repository, commit);
  if (!tree.ok) return false;
  const entries = tree.what.filter(({ path, type }) => type === 'blob' && SITE.test(path));
  const files = await Promise.all(
    entries.map(async (entry) => [entry.path, await heldFile(repository, entry)] as const),
  );
  const whole = files.flatMap(([path, file]) => (file ? [[path, file] as const] : []));
  if (whole.length < files.length) return false;
  holdFiles(new Map(whole));
  return true;
}
