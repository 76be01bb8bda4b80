import { leftFor, type TakenBack } from '../last-change.ts';
import { readTree, type TreeEntry } from './branch-files.ts';
import type { Answer, Repository } from './github.ts';
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

const SIGNED_OUT = 401;
/** Somebody else wrote to the branch meanwhile, or GitHub does not take the commit. */
const REFUSED: readonly number[] = [409, 422];

/** Why nothing was taken back, by the status GitHub answers with. */
function whyNot(status: number): string {
  if (status === SIGNED_OUT) {
    return 'You are not signed in any more, so nothing was taken back. Load the page again and sign in.';
  }
  return REFUSED.includes(status)
    ? 'GitHub did not let it be done, so nothing was taken back. Somebody may have saved at the same moment.'
    : 'GitHub did not answer, so perhaps nothing was taken back. Try again in a minute.';
}

/** Files by their paths, each by git’s name for what is in it. */
type Files = ReadonlyMap<string, string>;

const filesOf = (entries: readonly TreeEntry[]): Files =>
  new Map(entries.flatMap(({ path, type, sha }) => (type === 'blob' ? [[path, sha]] : [])));

/** The files that differ between two states of a branch. */
const differing = (one: Files, other: Files) =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );

/** All of some answers, or the first that is a refusal. */
function together<What>(answers: readonly Answer<What>[]): Answer<readonly What[]> {
  const what: What[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    what.push(answer.what);
  }
  return { ok: true, what };
}

/** The files at each of some commits. */
async function filesAt(
  repository: Repository,
  commits: readonly string[],
): Promise<Answer<readonly Files[]>> {
  const trees = together(await Promise.all(commits.map((commit) => readTree(repository, commit))));
  return trees.ok ? { ok: true, what: trees.what.map(filesOf) } : trees;
}

/** The files to be put back with what is in them. */
async function contentsOf(repository: Repository, files: Files, paths: readonly string[]) {
  return together(
    await Promise.all(
      paths.map(async (path) => {
        const answer = await repository.read(files.get(path) ?? '');
        return answer.ok ? ({ ok: true, what: { path, contents: answer.what } } as const) : answer;
      }),
    ),
  );
}

const failed = ({ status }: { readonly status: number }): TakenBack => ({
  kind: 'failed',
  why: whyNot(status),
});

/** Puts the files of a change back as they were before it, unless one of them has changed since. */
async function takeBack(
  repository: Repository,
  branch: string,
  commit: Commit,
): Promise<TakenBack> {
  const head = await headOf(repository, branch);
  if (!head.ok) return failed(head);
  const [{ sha: parent } = { sha: '' }] = commit.parents;
  const states = await filesAt(repository, [parent, commit.sha, head.what]);
  if (!states.ok) return failed(states);
  const [before, after, now] = states.what as [Files, Files, Files];
  const touched = differing(before, after);
  const since = touched.filter((path) => after.get(path) !== now.get(path));
  if (since.length > 0) return leftFor(since.map(below));
  const again = touched.filter((path) => before.has(path));
  const additions = await contentsOf(repository, before, again);
  if (!additions.ok) return failed(additions);
  const done = await repository.commit({
    branch,
    head: head.what,
    headline: headlineOf(commit),
    additions: additions.what,
    deletions: touched.filter((path) => !before.has(path)),
  });
  return done.ok ? { kind: 'taken-back', again: again.map(below) } : failed(done);
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
