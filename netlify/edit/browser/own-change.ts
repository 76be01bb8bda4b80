import { leftFor, type TakenBack } from '../last-change.ts';
import { readTree, type TreeEntry } from './branch-files.ts';
import type { Repository } from './github.ts';
import { headOf } from './own-branch.ts';
import type { Change } from './published.ts';
import type { OwnChange } from './show-own-change.ts';

/** A change as GitHub has it, with what it touched. */
export type Commit = Change['commit'] & {
  /** The account that made it. */
  readonly author: { readonly login: string } | null;
  readonly commit: { readonly author: { readonly date: string } };
  readonly parents: readonly { readonly sha: string }[];
  readonly files?: readonly { readonly filename: string }[];
};

const CONTENT = 'content/';

/** Below `content`, as the forms have it. */
const below = (path: string) => path.slice(CONTENT.length);

const TAKES_BACK = 'Take back: ';
const PUTS_IN_AGAIN = 'Put in again: ';

/** The first line of the change that takes one back; a change that was itself taken back is put in again. */
function headlineOf({ commit: { message } }: Commit): string {
  const first = message.split('\n')[0] ?? '';
  return first.startsWith(TAKES_BACK)
    ? PUTS_IN_AGAIN + first.slice(TAKES_BACK.length)
    : TAKES_BACK + first.replace(PUTS_IN_AGAIN, '');
}

const FAILED: TakenBack = {
  kind: 'failed',
  why: 'GitHub did not let it be done, so nothing was taken back. Somebody may have saved at the same moment.',
};

/** Files by their paths, each by git’s name for what is in it. */
type Files = ReadonlyMap<string, string>;

const filesOf = (entries: readonly TreeEntry[]): Files =>
  new Map(entries.flatMap(({ path, type, sha }) => (type === 'blob' ? [[path, sha]] : [])));

/** The files that differ between two states of a branch. */
const differing = (one: Files, other: Files) =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );

/** The files at each of some commits; undefined where GitHub does not give them all. */
async function filesAt(
  repository: Repository,
  commits: readonly string[],
): Promise<readonly Files[] | undefined> {
  const trees = await Promise.all(commits.map((commit) => readTree(repository, commit)));
  const read = trees.flatMap((tree) => (tree ? [filesOf(tree)] : []));
  return read.length === commits.length ? read : undefined;
}

/** The files to be put back with what is in them; undefined where GitHub does not give one. */
async function contentsOf(repository: Repository, files: Files, paths: readonly string[]) {
  const read = await Promise.all(
    paths.map(async (path) => ({ path, answer: await repository.read(files.get(path) ?? '') })),
  );
  const whole = read.flatMap(({ path, answer }) =>
    answer.ok ? [{ path, contents: answer.what }] : [],
  );
  return whole.length === paths.length ? whole : undefined;
}

/** Puts the files of a change back as they were before it, unless one of them has changed since. */
async function takeBack(
  repository: Repository,
  branch: string,
  commit: Commit,
): Promise<TakenBack> {
  const head = await headOf(repository, branch);
  const [{ sha: parent } = { sha: '' }] = commit.parents;
  const states = head && (await filesAt(repository, [parent, commit.sha, head]));
  if (!states) return FAILED;
  const [before, after, now] = states as [Files, Files, Files];
  const touched = differing(before, after);
  const since = touched.filter((path) => after.get(path) !== now.get(path));
  if (since.length > 0) return leftFor(since.map(below));
  const again = touched.filter((path) => before.has(path));
  const additions = await contentsOf(repository, before, again);
  const deletions = touched.filter((path) => !before.has(path));
  const done =
    additions &&
    (await repository.commit({ branch, head, headline: headlineOf(commit), additions, deletions }));
  return done ? { kind: 'taken-back', again: again.map(below) } : FAILED;
}

/** Whether a change is of words alone, as the editor makes them, and is not two that were put together. */
const isOfWords = ({ parents, files = [] }: Commit) =>
  parents.length === 1 &&
  files.length > 0 &&
  files.every(({ filename }) => filename.startsWith(CONTENT));

/** The newest commit on a branch by the account `login`; `head` is the newest of all. */
async function newestBy(repository: Repository, login: string, branch: string, head: Commit) {
  if (head.author?.login === login) return head;
  const query = new URLSearchParams({ sha: branch, author: login, per_page: '1' });
  const listed = await repository.ask<readonly Commit[]>(`/commits?${query}`);
  const sha = listed.ok ? listed.what[0]?.sha : undefined;
  if (sha === undefined) return undefined;
  const commit = await repository.ask<Commit>(`/commits/${sha}`);
  return commit.ok ? commit.what : undefined;
}

/** The newest change of words on a branch by the account `login`; undefined where there is none. */
export async function ownChange(
  repository: Repository,
  login: string,
  branch: string,
  head: Commit,
): Promise<OwnChange | undefined> {
  const commit = await newestBy(repository, login, branch, head);
  if (!commit || !isOfWords(commit)) return undefined;
  return {
    kind: commit.commit.message.startsWith(TAKES_BACK) ? 'taken-back' : 'saved',
    paths: (commit.files ?? []).map(({ filename }) => below(filename)),
    at: commit.commit.author.date,
    takeBack: () => takeBack(repository, branch, commit),
  };
}
