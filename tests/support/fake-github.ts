import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What GitHub answers: JSON, or the bytes of a file. */
export interface GitHubAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

/** The part of GitHub’s interface that the editor uses, over a repository of its own, kept with git. */
export interface FakeGitHub {
  readonly repository: string;
  /** Whether it lets the account that asks write. */
  mayWrite: boolean;
  /** What the host has said of the newest change. */
  state: 'pending' | 'success' | 'failure';
  answer(method: string, url: URL, body: string): GitHubAnswer;
  /** Every change since the first: its first line, and each file with its lines that went and came. */
  commits(branch: string): { subject: string; files: Record<string, string[]> }[];
  /** Has somebody else write a file on a branch. */
  writtenByOther(branch: string, path: string, text: string): void;
  /** What is in a file of a branch; undefined when there is none. */
  file(branch: string, path: string): Buffer | undefined;
  remove(): void;
}

const [LOGIN, OTHER] = ['a-writer', 'another'];

interface FileChanges {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions?: readonly { readonly path: string }[];
}

interface CommitInput {
  readonly branch: { readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string };
  readonly fileChanges: FileChanges;
}

/** A repository with a copy of `content`, which the given function fills, and main as its branch. */
export function fakeGitHub(fill: (root: string) => void): FakeGitHub {
  const repository = 'example/site';
  const root = mkdtempSync(join(tmpdir(), 'fake-github-'));
  const gitAs = (login: string, ...words: string[]) =>
    execFileSync(
      'git',
      ['-C', root, '-c', `user.name=${login}`, '-c', 'user.email=writer@example.org', ...words],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ).trim();
  const git = (...words: string[]) => gitAs(OTHER, ...words);
  fill(root);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'As it was');

  /** Every file of the beginning by git’s name for it: each is asked for, and git takes its time to start. */
  const blobs = new Map(
    git('ls-files', '-s')
      .split('\n')
      .map((line) => {
        const [, sha = '', , path = ''] = line.split(/\s+/);
        return [sha, readFileSync(join(root, path))] as const;
      }),
  );

  const exists = (branch: string) => git('branch', '--list', branch) !== '';
  const head = (branch: string) => git('rev-parse', `refs/heads/${branch}`);
  const target = (oid: string) => ({
    __typename: 'Commit',
    id: `commit-${oid}`,
    oid,
    tree: { __typename: 'Tree', id: `tree-${oid}`, oid: git('rev-parse', `${oid}^{tree}`) },
  });
  const ref = (branch: string) => ({
    __typename: 'Ref',
    id: `ref-${branch}`,
    name: branch,
    target: target(head(branch)),
  });
  const branches = () => git('branch', '--format=%(refname:short)').split('\n');

  function write(login: string, { branch, message, fileChanges }: CommitInput) {
    git('checkout', '-q', branch.branchName);
    for (const { path } of fileChanges.deletions ?? []) rmSync(join(root, path));
    for (const { path, contents } of fileChanges.additions ?? []) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), Buffer.from(contents, 'base64'));
    }
    git('add', '-A');
    gitAs(login, 'commit', '-q', '-m', message.headline);
  }

  function commit(input: CommitInput): GitHubAnswer {
    const { branchName } = input.branch;
    if (input.expectedHeadOid !== head(branchName)) {
      return json({ data: { createCommitOnBranch: null }, errors: [{ type: 'STALE_DATA' }] });
    }
    write(LOGIN, input);
    const payload = { __typename: 'CreateCommitOnBranchPayload', ref: ref(branchName) };
    return json({ data: { createCommitOnBranch: payload } });
  }

  const shell = () => ({
    repository: {
      __typename: 'Repository',
      id: 'repository',
      isPrivate: true,
      owner: { __typename: 'User', id: 'owner', login: 'example' },
      name: 'site',
      defaultBranchRef: { __typename: 'Ref', id: 'ref-main', name: 'main' },
      refs: {
        __typename: 'RefConnection',
        nodes: branches().map(ref),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      viewerPermission: fake.mayWrite ? 'WRITE' : 'READ',
      forks: { __typename: 'RepositoryConnection', nodes: [] },
    },
    viewer: {
      __typename: 'User',
      id: 'viewer',
      name: 'A writer',
      login: LOGIN,
      avatarUrl: '',
      databaseId: 1,
    },
  });

  function graphql(body: string): GitHubAnswer {
    const { query, variables } = JSON.parse(body) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const [, name] = /(?:query|mutation)\s+(\w+)/.exec(query) ?? [];
    if (name === 'GitHubAppShell') return { status: 200, json: { data: shell() } };
    if (name === 'CreateCommit' && fake.mayWrite) {
      return commit(variables['input'] as CommitInput);
    }
    return { status: 200, json: { data: null, errors: [{ message: `Not known here: ${name}` }] } };
  }

  const objectOf = (branch: string): GitHubAnswer =>
    exists(branch)
      ? { status: 200, json: { object: { sha: head(branch) } } }
      : { status: 404, json: {} };

  const json = (value: unknown, status = 200): GitHubAnswer => ({ status, json: value });

  function moved(branch: string, body: string): GitHubAnswer {
    git('branch', '-f', branch, (JSON.parse(body) as { sha: string }).sha);
    return json({});
  }

  function made(body: string): GitHubAnswer {
    const { ref: name, sha } = JSON.parse(body) as { ref: string; sha: string };
    git('branch', name.replace('refs/heads/', ''), sha);
    return json({}, 201);
  }

  function compared(base: string, branch: string): GitHubAnswer {
    const counts = git('rev-list', '--left-right', '--count', `${base}...${branch}`).split(/\s+/);
    const [behind_by, ahead_by] = counts.map(Number);
    return json({ ahead_by, behind_by });
  }

  function treeOf(sha: string): GitHubAnswer {
    const tree = git('ls-tree', '-r', '-t', sha)
      .split('\n')
      .map((line) => {
        const [mode, type, oid, path] = line.split(/\s+/, 4);
        return { mode, type, sha: oid, path };
      });
    return json({ sha, tree, truncated: false });
  }

  const bytesOf = (sha: string): GitHubAnswer => ({
    status: 200,
    bytes: blobs.get(sha) ?? execFileSync('git', ['-C', root, 'cat-file', 'blob', sha]),
  });

  function statusOf(sha: string): GitHubAnswer {
    const isFirst = sha === git('rev-list', '--max-parents=0', 'main');
    const said = { state: fake.state, target_url: 'https://app.example.org/deploys/1' };
    return json({ state: fake.state, statuses: isFirst ? [] : [said] });
  }

  const field = (sha: string, format: string) => git('log', '-1', `--format=${format}`, sha);
  const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

  function commitOf(name: string): GitHubAnswer {
    const sha = git('rev-parse', name);
    const files = wordsOf(git('show', '--format=', '--name-only', '--no-renames', sha));
    return json({
      sha,
      author: { login: field(sha, '%an') },
      commit: { message: field(sha, '%B'), author: { date: field(sha, '%aI') } },
      parents: wordsOf(field(sha, '%P')).map((parent) => ({ sha: parent })),
      files: files.map((filename) => ({ filename })),
    });
  }

  function commitsBy({ searchParams }: URL): GitHubAnswer {
    const [branch, author, most] = ['sha', 'author', 'per_page'].map(
      (name) => searchParams.get(name) ?? '',
    );
    const shas = git('log', `-${most}`, `--author=^${author} <`, '--format=%H', String(branch));
    return json(wordsOf(shas).map((sha) => ({ sha })));
  }

  type Answer = (body: string, ...parts: string[]) => GitHubAnswer;
  const routes: readonly (readonly [method: string, path: RegExp, answer: Answer])[] = [
    ['GET', /^$/, () => json({ default_branch: 'main', permissions: { push: fake.mayWrite } })],
    ['GET', /^\/git\/ref\/heads\/(.+)$/, (_, branch = '') => objectOf(branch)],
    ['PATCH', /^\/git\/refs\/heads\/(.+)$/, (body, branch = '') => moved(branch, body)],
    ['POST', /^\/git\/refs$/, made],
    ['GET', /^\/compare\/(.+)\.\.\.(.+)$/, (_, base = '', branch = '') => compared(base, branch)],
    ['GET', /^\/git\/trees\/(\w+)$/, (_, sha = '') => treeOf(sha)],
    ['GET', /^\/git\/blobs\/(\w+)$/, (_, sha = '') => bytesOf(sha)],
    ['GET', /^\/commits\/(\w+)\/status$/, (_, sha = '') => statusOf(sha)],
    ['GET', /^\/commits\/([^/]+)$/, (_, name = '') => commitOf(name)],
  ];

  function rest(method: string, path: string, body: string): GitHubAnswer {
    for (const [asked, pattern, answer] of routes) {
      const found = asked === method ? pattern.exec(path) : null;
      if (found) return answer(body, ...found.slice(1).map(decodeURIComponent));
    }
    return json({ message: 'Not Found' }, 404);
  }

  const fake: FakeGitHub = {
    repository,
    mayWrite: true,
    state: 'success',
    answer(method, url, body) {
      if (url.pathname === '/graphql') return graphql(body);
      if (url.pathname === '/user') return { status: 200, json: { login: LOGIN } };
      if (url.pathname === `/repos/${repository}/commits`) return commitsBy(url);
      return rest(method, url.pathname.replace(`/repos/${repository}`, ''), body);
    },
    commits(branch) {
      const made = git('rev-list', '--reverse', branch, '--min-parents=1').split('\n');
      return made.filter(Boolean).map((oid) => {
        const patch = git('show', '--format=', '--unified=0', '--no-color', '--no-renames', oid);
        const files = patch.split(/^diff --git a\/.* b\//m).slice(1);
        return {
          subject: git('log', '-1', '--format=%s', oid),
          files: Object.fromEntries(
            files.map((lines) => [
              lines.split('\n')[0] ?? '',
              lines.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line)),
            ]),
          ),
        };
      });
    },
    writtenByOther(branch, path, text) {
      const contents = Buffer.from(text).toString('base64');
      write(OTHER, {
        branch: { branchName: branch },
        expectedHeadOid: '',
        message: { headline: `Update ${path}` },
        fileChanges: { additions: [{ path, contents }] },
      });
    },
    file: (branch, path) =>
      git('ls-tree', branch, '--', path) === ''
        ? undefined
        : execFileSync('git', ['-C', root, 'cat-file', 'blob', `${branch}:${path}`]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  return fake;
}
