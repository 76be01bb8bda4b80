import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { contentPolicy } from '#web/http/security-headers.ts';
import { inlineSources } from './inline-sources.ts';

/** Something that a page asks for cannot stand in the page itself. */
export class InlineError extends Error {
  override name = 'InlineError';
}

const SHEET = /<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)"( media="print")?>/g;
const SCRIPT = /<script type="module" src="(\/_astro\/[^"]+\.js)"><\/script>/g;

/** A script below `root` with all it imports, as one. */
async function bundled(root: string, path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Reads each file once; what would close the element it stands in is refused. */
function reader(root: string): (path: string) => Promise<string> {
  const read = new Map<string, Promise<string>>();
  const load = async (path: string) => {
    const whole = path.endsWith('.js')
      ? await bundled(root, path)
      : readFileSync(join(root, path), 'utf8');
    if (/<\/(?:style|script)/i.test(whole))
      throw new InlineError(`${path} holds a closing tag, so it cannot stand in a page.`);
    return whole.trim();
  };
  return (path) => {
    const known = read.get(path) ?? load(path);
    read.set(path, known);
    return known;
  };
}

const FONT = /src:url\(([^()"']+\.woff2)\)\s*format\("woff2"\)/g;

/**
 * A page that a function fills may stand at a private address. Chromium asks for the fonts of a style that stands in the
 * page with the whole address as the referrer, whatever the page’s policy is; so the source of each font says so itself.
 * Browsers that do not know this way of writing it keep to the line before.
 */
const withoutReferrer = (markup: string): string =>
  markup.includes('<!--shell:')
    ? markup.replace(
        FONT,
        (source, url) => `${source};src:url("${url}" referrer-policy(no-referrer))format("woff2")`,
      )
    : markup;

async function replaceEach(
  markup: string,
  pattern: RegExp,
  put: (path: string, media: string) => Promise<string>,
): Promise<string> {
  const matches = [...markup.matchAll(pattern)];
  const parts = await Promise.all(matches.map(([, path = '', media = '']) => put(path, media)));
  return markup.replace(pattern, () => parts.shift() ?? '');
}

/** Removes what stands in the pages now, and leaves what they still name. */
async function removeUnnamed(root: string): Promise<void> {
  const names = await Array.fromAsync(glob('**/*.html', { cwd: root }));
  const pages = names.map((name) => readFileSync(join(root, name), 'utf8'));
  for await (const name of glob('_astro/*.{css,js}', { cwd: root })) {
    const isNamed = pages.some((page) => page.includes(name.replaceAll('\\', '/')));
    if (!isNamed) rmSync(join(root, name));
  }
}

/**
 * Puts the styles and scripts of each page below `root` into the page itself, so that it is drawn after
 * one trip, and writes the policy that allows exactly those (docs/decisions/0009).
 */
export async function inlinePages(root: string): Promise<void> {
  const read = reader(root);
  for await (const name of glob('**/*.html', { cwd: root })) {
    const file = join(root, name);
    const styled = await replaceEach(
      readFileSync(file, 'utf8'),
      SHEET,
      async (path, media) => `<style${media}>${await read(path)}</style>`,
    );
    const whole = await replaceEach(
      styled,
      SCRIPT,
      async (path) => `<script type="module">${await read(path)}</script>`,
    );
    writeFileSync(file, withoutReferrer(whole));
  }
  await removeUnnamed(root);
  const policy = contentPolicy(await inlineSources(root));
  writeFileSync(join(root, '_headers'), `/*\n  Content-Security-Policy: ${policy}\n`);
}

/** Astro's part in it: every build, whatever asked for it, ends with whole pages. */
export const inline = (): AstroIntegration => ({
  name: 'inline',
  hooks: { 'astro:build:done': ({ dir }) => inlinePages(fileURLToPath(dir)) },
});
