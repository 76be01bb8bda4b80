import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files on disk, as they were when the editor last read or wrote them. Paths are below their folder. */
export interface StoredFiles {
  /** The editor has read a file, or written it: these are its contents. */
  seen(path: string, contents: Buffer): void;
  /** Whether a file the editor has seen is another one by now. */
  hasChanged(path: string): boolean;
}

/** Git’s name for contents, the same for the same contents. */
const nameOf = (contents: Buffer): string =>
  createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');

/** The files in `folder`. */
export function storedFiles(folder: string): StoredFiles {
  const names = new Map<string, string>();
  const contents = (path: string) => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  };
  return {
    seen: (path, given) => void names.set(path, nameOf(given)),
    hasChanged: (path) => names.has(path) && names.get(path) !== nameOf(contents(path)),
  };
}
