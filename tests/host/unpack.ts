import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { DeployedFunction } from './manifest.ts';

/** A function whose zip is unpacked below `folder`, as the host does it. */
export function unpack(one: DeployedFunction, folder: string): DeployedFunction {
  const path = join(folder, one.name);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(one.path)))) {
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), bytes);
  }
  return { ...one, path };
}
