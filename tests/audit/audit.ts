import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { buildBareSite, writeBareSite } from '../support/bare-site.ts';
import { findChromium } from '../support/find-chromium.ts';
import { type Measured, measure, medianOf } from './lighthouse.ts';
import { brokenLinks } from './links.ts';
import { look } from './look.ts';
import { type Options, readOptions } from './options.ts';
import type { Row } from './row.ts';
import { serveBoth } from './serve-both.ts';
import { findings, tableOf } from './table.ts';
import { checkWithNu, validate } from './validity.ts';
import { weigh } from './weigh.ts';

// Looks at every public page as a reader gets it, and holds each to its budgets: one table, a line a page.
// Everything it writes goes to test-results. Ends with 1 when a budget is broken.

const FOLDER = 'test-results/audit';
const BARE_PAGE = '/page-1/';
const DEBUG_PORT = 9333;
/** The bare page is measured again after so many others, since what else the machine does changes. */
const BETWEEN = 5;
/** Pages that stand in no sitemap. */
const UNLISTED = ['/your-enquiry/', '/no-such-page/'];

const listed = () =>
  [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address),
  );

/** Builds the site unless it is to be taken as it is, and says at which origin its pages think they stand. */
async function build({ built }: Options): Promise<string> {
  if (!built) {
    process.env.URL ??= 'http://localhost:8896';
    const { buildSite } = await import('../../netlify/build/build.ts');
    await buildSite(process.cwd());
  }
  const [first] = existsSync('dist/sitemap-0.xml') ? listed() : [];
  if (!first) throw new Error('There is no built site: leave --built out.');
  return first.origin;
}

interface Answered {
  address: string;
  markup: string;
  robots: string;
}

async function ask(origin: string, address: string): Promise<Answered> {
  const response = await fetch(origin + address);
  const robots = response.headers.get('x-robots-tag') ?? '';
  return { address, markup: await response.text(), robots };
}

/** Loads each page so many times, in turns, with the bare page among them. */
async function measureInTurn(urls: readonly string[], bare: string, runs: number) {
  const measured = new Map<string, Measured[]>();
  for (let run = 1; run <= runs; run += 1) {
    for (const [index, url] of urls.entries()) {
      const now = index % BETWEEN === 0 ? [bare, url] : [url];
      for (const one of now) {
        const result = await measure(one, DEBUG_PORT);
        measured.set(one, [...(measured.get(one) ?? []), result]);
      }
    }
    console.error(`Lighthouse: ${run} of ${runs} rounds`);
  }
  return (url: string) => {
    const known = measured.get(url);
    return known && medianOf(known);
  };
}

async function lookAtAll(browser: Browser, origin: string, bare: string, { pages, runs }: Options) {
  const addresses =
    pages.length > 0 ? pages : [...listed().map(({ pathname }) => pathname), ...UNLISTED];
  const answered = await Promise.all(addresses.map((address) => ask(origin, address)));
  const links = await brokenLinks(origin);
  const nu = await checkWithNu(answered.map(({ markup }) => markup));
  const seen = [];
  for (const { address, markup, robots } of answered) {
    const url = origin + address;
    seen.push({
      address,
      weight: await weigh(url, markup, robots),
      light: await look(browser, url, 'light'),
      dark: await look(browser, url, 'dark'),
      html: await validate(markup),
      links: links.get(address) ?? [],
    });
  }
  console.error(`${addresses.length} pages looked at`);
  const there = addresses.filter((address) => address !== '/no-such-page/');
  const urls = there.map((address) => origin + address);
  const measured = await measureInTurn(urls, bare, runs);
  const rows: Row[] = seen.map((row, index) => ({
    ...row,
    nu: nu?.[index],
    measured: measured(origin + row.address),
  }));
  return { rows, bare: measured(bare), hasNu: nu !== undefined };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const started = Date.now();
  const executablePath = findChromium();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const origin = await build(options);
  writeBareSite(join(FOLDER, 'bare'), 1, 'files');
  buildBareSite(join(FOLDER, 'bare'));
  const both = await serveBoth(origin, join(FOLDER, 'bare'), join(FOLDER, 'data'));
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      `--remote-debugging-port=${DEBUG_PORT}`,
    ],
  });
  const { rows, bare, hasNu } = await lookAtAll(
    browser,
    origin,
    both.bare + BARE_PAGE,
    options,
  ).finally(async () => {
    await browser.close();
    await both.close();
  });
  writeFileSync(join(FOLDER, 'audit.json'), JSON.stringify({ rows, bare }, null, 2));
  const { text, kept, broken } = tableOf(rows, bare);
  console.log(`\n${text}\n`);
  for (const line of findings(rows)) console.log(line);
  console.log(
    '\nBytes are brotli of quality 5. CSS and scripts that stand in a page count in its HTML as well.',
  );
  if (bare)
    console.log(
      `A bare Astro page in the same run: FCP ${Math.round(bare.fcp)} ms, LCP ${Math.round(bare.lcp)} ms; ours in brackets, times that. It is blocked for ${Math.round(bare.blocked)} ms, as much of ours in brackets is the browser’s own beginning too.`,
    );
  if (!hasNu)
    console.log('NOT CHECKED by vnu, which needs Java: apt-get install default-jre-headless');
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `Lighthouse: median of ${options.runs}. ${minutes} min, machine load ${loadavg()[1]?.toFixed(1)} over the last five.`,
  );
  console.log(`${rows.length} pages: ${kept} budgets kept, ${broken} broken`);
  process.exitCode = broken === 0 ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? [error.message, error.cause ?? ''].join(' ') : error);
  process.exitCode = 1;
});
