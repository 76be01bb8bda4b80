import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { EDITOR, install } from '../dev/install.ts';
import { bundled } from '../edit/bundle.ts';
import type { EditSettingsRead } from '../edit/hosted/settings.ts';
import { FUNCTION_BUNDLE, OUTPUT } from './functions.ts';

/** Where its script goes, among the files that are served as they are. */
const SCRIPTS = '_edit';

/** The settings of the editor do not hold, or what it needs could not be installed. */
class EditorError extends Error {
  override name = 'EditorError';
}

async function writeScript(root: string): Promise<string> {
  const script = await bundled('hosted', { minify: true });
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
  const name = `${SCRIPTS}/editor-${hash}.js`;
  mkdirSync(join(root, 'dist', SCRIPTS), { recursive: true });
  writeFileSync(join(root, 'dist', name), script);
  return `/${name}`;
}

/**
 * Builds the editor on the live site: a script of its own and a function of its own, with packages that nothing else
 * has, which are installed here. Builds nothing while it is off. Throws `EditorError` for settings that do not hold.
 */
export async function buildHostedEditor(root: string, read: EditSettingsRead): Promise<void> {
  if (read.kind === 'off') return;
  if (read.kind === 'faulty') {
    const faults = read.faults.join('\n');
    throw new EditorError(`The editor at /edit/ cannot be built (docs/editing.md):\n${faults}`);
  }
  if (!install(EDITOR)) throw new EditorError('The editor’s packages could not be installed.');
  const built = { script: await writeScript(root) };
  await build({
    entryPoints: { edit: join(root, EDITOR, 'hosted/function.ts') },
    outdir: join(root, OUTPUT),
    ...FUNCTION_BUNDLE,
    define: { BUILT: JSON.stringify(built), 'process.env.NODE_ENV': '"production"' },
  });
}
