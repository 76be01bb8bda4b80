import type { APIRoute } from 'astro';
import { build } from 'esbuild';

/** The script of passkeys as one file: it is in no page, since three pages of the desk use it and no other does. */
export const GET: APIRoute = async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/scripts/passkeys.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return new Response(outputFiles[0]?.text ?? '', {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
