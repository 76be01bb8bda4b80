import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import type { InlineSources } from '#services/site.ts';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const SCRIPT = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;

/** How a Content-Security-Policy names a style or script by what it holds (CSP Level 3, section 2.3.1). */
const hashSource = (text: string) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const hashesOf = (markups: readonly string[], element: RegExp) => {
  const held = markups.flatMap((markup) =>
    [...markup.matchAll(element)].map(([, text = '']) => text),
  );
  return [...new Set(held)].map(hashSource).sort();
};

/** Every style and script that stands in a page below `root`, each once and in a fixed order. */
export async function inlineSources(root: string): Promise<InlineSources> {
  const names = await Array.fromAsync(glob('**/*.html', { cwd: root }));
  const markups = names.map((name) => readFileSync(join(root, name), 'utf8'));
  return { styles: hashesOf(markups, STYLE), scripts: hashesOf(markups, SCRIPT) };
}
