import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process has the data folder open; the embedded database bears only one. */
export class InUseError extends Error {
  override name = 'InUseError';
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = (file: string): number | undefined => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Keeps `folder` for this process; returns what lets it go. A lock left by a process that was killed
 * is taken over. Throws InUseError while another process has it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const holder = holderOf(file);
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new InUseError(
      `${folder} is in use by process ${holder}. Stop it first, or give this one its own folder: DATA=.data-2 npm start`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
