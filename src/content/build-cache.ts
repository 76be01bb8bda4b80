import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kept where a host keeps packages from one build to the next. */
const FOLDER = 'node_modules/.cache/site';

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A reader at the same time sees all of it or nothing. */
function write(file: string, bytes: Buffer): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
}

/** What `make` made of `from` in this or an earlier build, as JSON holds it. `from` must name all that it depends on, versions too. */
export function cachedValue<Value>(from: string, make: () => Value): Value {
  const file = join(FOLDER, createHash('sha256').update(from).digest('hex'));
  const cached = read(file);
  if (cached) return JSON.parse(cached.toString()) as Value;
  const made = make();
  write(file, Buffer.from(JSON.stringify(made)));
  return made;
}
