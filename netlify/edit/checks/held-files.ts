/** A file as it is in a repository; what is in it is held where the checks read it. */
export interface HeldFile {
  readonly size: number;
  readonly bytes?: Uint8Array;
}

// The checks are the build’s own, and read files. In a browser these are the files of the branch that is open, by their
// paths below the root, which is "".

let held: ReadonlyMap<string, HeldFile> = new Map();

/** Has the checks read these files from now on. */
export function holdFiles(files: ReadonlyMap<string, HeldFile>): void {
  held = files;
}

const none = (path: string): never => {
  throw new Error(`There is no file ${path}.`);
};

export const existsSync = (path: string): boolean => held.has(path);

export const statSync = (path: string): { readonly size: number } => held.get(path) ?? none(path);

export function readFileSync(path: string, encoding?: 'utf8'): Uint8Array | string {
  const bytes = held.get(path)?.bytes ?? none(path);
  return encoding ? new TextDecoder().decode(bytes) : bytes;
}

/** A pattern of names, in which ** stands for any folders and * for any part of a name. */
const matcher = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replaceAll('.', '\\.')
      .replaceAll('**/', '(?:.+/)?')
      .replaceAll(/\*(?!\))/g, '[^/]*')}$`,
  );

interface Entry {
  readonly name: string;
  readonly parentPath: string;
  isFile(): boolean;
}

export function globSync(pattern: string, options: { cwd: string }): string[];
export function globSync(pattern: string, options: { cwd: string; withFileTypes: true }): Entry[];
export function globSync(
  pattern: string,
  { cwd, withFileTypes }: { cwd: string; withFileTypes?: true },
): string[] | Entry[] {
  const folder = `${cwd}/`;
  const matching = matcher(pattern);
  const found = [...held.keys()]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .filter((path) => matching.test(path));
  if (!withFileTypes) return found;
  return found.map((path) => ({
    name: path.split('/').at(-1) ?? '',
    parentPath: dirname(join(cwd, path)),
    isFile: () => true,
  }));
}

export const join = (...parts: string[]): string => {
  const steps: string[] = [];
  for (const step of parts.join('/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const dirname = (path: string): string => path.split('/').slice(0, -1).join('/');
const basename = (path: string): string => path.split('/').at(-1) ?? '';

function relative(from: string, to: string): string {
  const [above, below] = [from.split('/'), to.split('/')];
  const parting = above.findIndex((step, index) => step !== below[index]);
  const shared = parting < 0 ? above.length : parting;
  return [...above.slice(shared).map(() => '..'), ...below.slice(shared)].join('/');
}

export const posix = { join, dirname, basename, relative };

// What reads the dictionary, which does not come into a browser.
export const gunzipSync = none;
export const decodeTrie = none;
