import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { bundleFunctions } from '../../netlify/build/functions.ts';
import { buildBareSite, writeBareSite } from '../support/bare-site.ts';
import { quantile } from './measure.ts';

// What building our pages takes, with the pictures for sharing drawn before, beside a bare Astro site that has as
// many MDX pages in a collection, as ours are: within 1.25 times. What else a build does comes apart. Ends with 1
// beyond that.

const RUNS = Number(process.env['RUNS'] ?? 5);
const MOST_TIMES = 1.25;
const BARE = { collection: 'test-results/bare-collection', files: 'test-results/bare-files' };

const astro = () =>
  execFileSync('node_modules/.bin/astro', ['build', '--silent'], { stdio: 'ignore' });

const checkWords = () =>
  execFileSync(process.execPath, ['netlify/build/check-words.ts'], { stdio: 'ignore' });

async function secondsOf(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1000;
}

const pages = globSync('content/pages/**/*.mdx').length;
writeBareSite(BARE.collection, pages, 'collection');
writeBareSite(BARE.files, pages, 'files');
const acts = {
  'a bare site, its pages in a collection': () => buildBareSite(BARE.collection),
  'a bare site, its pages as files': () => buildBareSite(BARE.files),
  'our pages': astro,
  'the functions, apart': () => bundleFunctions(process.cwd()),
  'the words checked, apart': checkWords,
};
type Act = keyof typeof acts;

const times = new Map<Act, number[]>(Object.keys(acts).map((name) => [name as Act, []]));
// Once before it counts: caches are filled, as they are on a machine that built before.
for (let run = 0; run <= RUNS; run += 1) {
  for (const [name, known] of times) {
    const seconds = await secondsOf(acts[name]);
    if (run > 0) known.push(seconds);
  }
}

const median = (name: Act) =>
  quantile(
    (times.get(name) ?? []).toSorted((one, other) => one - other),
    0.5,
  );

for (const name of times.keys()) console.log(`${name.padEnd(40)} ${median(name).toFixed(2)} s`);
const ratio = median('our pages') / median('a bare site, its pages in a collection');
const kept = ratio <= MOST_TIMES;
console.log(
  `${pages} pages each, medians of ${RUNS}: ours takes ${ratio.toFixed(2)} times a bare site’s ${kept ? 'kept' : 'BROKEN'}`,
);
if (!kept) process.exitCode = 1;
