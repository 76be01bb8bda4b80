import { rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** Where the bundled functions go; `netlify.toml` names the same folder. */
export const OUTPUT = 'build/functions';

/** How every function is bundled. */
export const FUNCTION_BUNDLE = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Some packages are CommonJS inside and call require.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles each function with all it uses into one small file: Netlify's own bundler leaves packages
 * apart, which costs a cold start five times as long to load (docs/decisions).
 */
export async function bundleFunctions(root: string): Promise<void> {
  const entryPoints: string[] = [];
  for await (const name of glob('netlify/functions/*.ts', { cwd: root }))
    entryPoints.push(join(root, name));
  rmSync(join(root, OUTPUT), { recursive: true, force: true });
  await build({
    entryPoints: entryPoints.sort(),
    outdir: join(root, OUTPUT),
    ...FUNCTION_BUNDLE,
    external: ['pg-native', '@react-email/render'],
  });
}
