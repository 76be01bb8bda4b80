import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A script of the editor, with all it imports, as one: "editor" or "preview". Nothing of it is in a build of the site. */
export async function bundled(name: 'editor' | 'preview'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
