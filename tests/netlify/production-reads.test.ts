import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything that is deployed or makes what is deployed: all code but the tests and the commands of this machine. */
const PRODUCTION = [
  'astro.config.mjs',
  'netlify.toml',
  ...globSync('src/**/*.{ts,astro,css}'),
  ...globSync('netlify/{functions,build,database}/**/*.{ts,sql}'),
];

test('no code of production reads or imports anything of the tests', () => {
  expect(PRODUCTION.length).toBeGreaterThan(100);
  const reading = PRODUCTION.filter((file) =>
    /['"`](?:[./]*\/)?tests\//.test(readFileSync(file, 'utf8')),
  );
  expect(reading).toEqual([]);
});
