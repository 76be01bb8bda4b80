import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How every script of the editor is made: one file with all it imports. */
const SCRIPT: BuildOptions = {
  bundle: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  // The checks are the build’s own; what they read files with is given them there.
  alias: {
    satteri: here('checks/markdown.ts'),
    ...Object.fromEntries(
      ['node:fs', 'node:path', 'node:zlib', 'cspell-trie-lib'].map((name) => [
        name,
        here('checks/held-files.ts'),
      ]),
    ),
  },
};

/**
 * A script of the editor, with all it imports, as one: "editor" or "preview" on the writer’s own machine, "hosted" on
 * the live site. Nothing of it is on a page for readers.
 */
export async function bundled(
  name: 'editor' | 'preview' | 'hosted',
  { minify = false }: { minify?: boolean } = {},
): Promise<string> {
  const { outputFiles } = await build({
    ...SCRIPT,
    minify,
    entryPoints: [here(`browser/${name}.ts`)],
    write: false,
  });
  return outputFiles?.[0]?.text ?? '';
}
