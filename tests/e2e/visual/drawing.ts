import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where the pictures lie that pages are compared with. */
export const BASELINES = 'tests/e2e/visual/baselines';

const FILE = join(BASELINES, 'drawn-by.txt');

/** The whole typefaces, not what we cut from them: a cut that changes is for the pictures to show. */
const font = (file: string) =>
  `url(data:font/woff2;base64,${readFileSync(join('node_modules/@fontsource-variable', file)).toString('base64')})`;

/** Letters at several sizes, a curve, a blur and a colour mixed in the browser: what machines draw differently. */
const SAMPLE = (): string => `<!doctype html><style>
@font-face{font-family:S;src:${font('newsreader/files/newsreader-latin-wght-normal.woff2')}}
@font-face{font-family:T;src:${font('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2')}}
body{margin:0;background:oklch(97% 0.01 85);font:17px/1.5 T}h1{font:48px/1 S}
</style><h1>Room to think &amp; 0123</h1><p>The quick brown fox jumps over the lazy dog.
<svg width="200" height="200" viewBox="-100 -100 200 200"><path d="M-80 0Q0 -90 80 0" fill="none" stroke="green"/>
<circle r="30" style="filter:blur(9px)" fill="orange"/></svg>`;

/** How this machine draws, in short: the same on machines that draw alike to the last pixel. */
async function howDrawn(page: Page): Promise<string> {
  await page.setContent(SAMPLE());
  await page.evaluate(() => document.fonts.ready);
  return createHash('sha256')
    .update(await page.screenshot())
    .digest('hex')
    .slice(0, 16);
}

const noted = () => readFileSync(FILE, 'utf8').trim();

/** Asked once in a process: a machine draws alike all the time. */
let alike: boolean | undefined;

/** Whether this machine draws as the one did that the baselines come from. */
export async function drawsLikeBaselines(page: Page): Promise<boolean> {
  alike ??= (await howDrawn(page)) === noted();
  return alike;
}

/** Notes how this machine draws, for the baselines it has just made. */
export async function noteHowDrawn(page: Page): Promise<void> {
  mkdirSync(BASELINES, { recursive: true });
  writeFileSync(FILE, `${await howDrawn(page)}\n`);
}
