import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { EDITOR } from '../../netlify/dev/install.ts';
import { SMALL_SITE } from './test-settings.ts';

/** A copy of the project in a folder of its own, with nothing changed yet. */
export interface CopiedSite {
  readonly root: string;
  /** What has changed in the content since, as git says it: each file, and its lines that went and came. */
  diff(): [file: string, lines: string[]][];
  remove(): void;
}

const git = (root: string, ...words: string[]) =>
  execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' });

const PACKAGES = 'node_modules';

/** What a build or a run leaves behind, and the history. */
const LEFT_OUT = new Set([
  '.astro',
  '.data',
  '.git',
  '.netlify',
  'build',
  'dist',
  'shots',
  'test-results',
]);

function changes(patch: string): [string, string[]][] {
  const files = patch.split(/^diff --git .*$/m).slice(1);
  return files.map((lines) => {
    const changed = lines.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
    return [/^\+\+\+ b\/(.*)$/m.exec(lines)?.[1] ?? '', changed];
  });
}

/**
 * Copies the project into `root`, with the tests' own settings in place of the real ones, so that what staff change
 * breaks nothing here; the packages it uses are shared.
 */
export function copySite(root = mkdtempSync(join(tmpdir(), 'copied-site-'))): CopiedSite {
  const from = process.cwd();
  const kept = (path: string) => !LEFT_OUT.has(relative(from, path)) && basename(path) !== PACKAGES;
  cpSync(from, root, { recursive: true, filter: kept });
  const settings = 'content/settings';
  rmSync(join(root, settings), { recursive: true });
  cpSync(join(SMALL_SITE, settings), join(root, settings), { recursive: true });
  for (const folder of ['.', EDITOR]) {
    const packages = join(from, folder, PACKAGES);
    if (existsSync(packages)) symlinkSync(packages, join(root, folder, PACKAGES));
  }
  git(root, 'init', '-q');
  git(root, 'add', 'content');
  return {
    root,
    diff: () =>
      changes(git(root, 'diff', '--unified=0', '--no-color', '--no-ext-diff', '--', 'content')),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A server of the project, in a process of its own. */
export interface Running {
  readonly said: () => string;
  stop(): Promise<void>;
}

/** Runs `script`, with `words` after it, in a copied site or in this checkout until it says it is ready. Throws what it said when it ends instead. */
export async function run(
  { root }: Pick<CopiedSite, 'root'>,
  script: string,
  env: NodeJS.ProcessEnv,
  words: readonly string[] = [],
): Promise<Running> {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'exit');
  while (!/^Ready$/m.test(said)) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
