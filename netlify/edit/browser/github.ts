const GITHUB = 'https://api.github.com';

/** The key to GitHub, which the editor keeps in a cookie of its own; undefined when nobody is signed in. */
const keyHeld = (): string | undefined =>
  /(?:^|; )keystatic-gh-access-token=([^;]+)/.exec(document.cookie)?.[1];

/** What GitHub answers: what was asked for, or the status of a refusal; 401 when nobody is signed in, 0 when it did not answer. */
export type Answer<What> =
  | { readonly ok: true; readonly what: What }
  | { readonly ok: false; readonly status: number };

interface Asked {
  readonly method: string;
  readonly body: object;
}

/** Files to be written on a branch as one commit, which GitHub makes only while `head` is the newest there. */
interface NewCommit {
  readonly branch: string;
  readonly head: string;
  readonly headline: string;
  readonly additions: readonly { readonly path: string; readonly contents: Uint8Array }[];
  /** The paths of those that are to go. */
  readonly deletions: readonly string[];
}

/** GitHub, asked with the writer’s own account about one repository. */
export interface Repository {
  ask<What>(path: string, asked?: Asked): Promise<Answer<What>>;
  /** What is in the file that git calls `name`. */
  read(name: string): Promise<Answer<Uint8Array>>;
  /** Makes a commit, as the editor’s package does; 409 where the branch is not as it was, 422 where it is refused otherwise. */
  commit(commit: NewCommit): Promise<Answer<unknown>>;
}

const JSON_OF = 'application/vnd.github+json';
const BYTES_OF = 'application/vnd.github.raw+json';

async function ask<What>(
  path: string,
  accept: string,
  read: (answer: Response) => Promise<What>,
  asked?: Asked,
): Promise<Answer<What>> {
  const key = keyHeld();
  if (key === undefined) return { ok: false, status: 401 };
  try {
    const answer = await fetch(`${GITHUB}${path}`, {
      cache: 'no-store',
      headers: {
        authorization: `Bearer ${decodeURIComponent(key)}`,
        accept,
      },
      ...(asked && { method: asked.method, body: JSON.stringify(asked.body) }),
    });
    if (!answer.ok) return { ok: false, status: answer.status };
    return { ok: true, what: await read(answer) };
  } catch {
    return { ok: false, status: 0 };
  }
}

const inJson = async <What>(answer: Response) => (await answer.json()) as What;

const COMMIT = `mutation CreateCommit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/** GitHub answers a commit it refuses with 200 and errors; what it would answer elsewhere. */
const refusedWith = (errors: readonly { readonly type?: string }[]): number =>
  errors.some(({ type }) => type === 'STALE_DATA') ? 409 : 422;

const inBase64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** What GitHub takes a commit to the repository `name` as. */
const inputOf = (
  name: string,
  { branch, head, headline, additions, deletions }: NewCommit,
): object => ({
  branch: { repositoryNameWithOwner: name, branchName: branch },
  expectedHeadOid: head,
  message: { headline },
  fileChanges: {
    additions: additions.map(({ path, contents }) => ({ path, contents: inBase64(contents) })),
    deletions: deletions.map((path) => ({ path })),
  },
});

/** The repository `name`, "owner/name", as GitHub’s interface has it. */
export const repositoryAt = (name: string): Repository => ({
  ask: <What>(path: string, asked?: Asked) =>
    ask(`/repos/${name}${path}`, JSON_OF, inJson<What>, asked),
  read: (blob) =>
    ask(
      `/repos/${name}/git/blobs/${blob}`,
      BYTES_OF,
      async (answer) => new Uint8Array(await answer.arrayBuffer()),
    ),
  async commit(commit) {
    const body = { query: COMMIT, variables: { input: inputOf(name, commit) } };
    const answer = await ask('/graphql', JSON_OF, inJson<{ errors?: { type?: string }[] }>, {
      method: 'POST',
      body,
    });
    const errors = answer.ok ? answer.what.errors : undefined;
    return errors ? { ok: false, status: refusedWith(errors) } : answer;
  },
});

/** The name of the account that is signed in; undefined when GitHub does not say. */
export async function accountName(): Promise<string | undefined> {
  const answer = await ask('/user', JSON_OF, inJson<{ login: string }>);
  return answer.ok ? answer.what.login : undefined;
}

/** Whether someone is signed in. */
export const isSignedIn = (): boolean => keyHeld() !== undefined;

/** Has the sign-in of somebody who was here before go on, where it still can. */
export async function signInAgain(): Promise<void> {
  await fetch('/api/keystatic/github/refresh-token', { method: 'POST' }).catch(() => undefined);
}
