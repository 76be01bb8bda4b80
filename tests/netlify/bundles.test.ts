import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFunctions } from '@netlify/zip-it-and-ship-it';
import { expect, test } from 'vitest';

const FOLDER = 'build/functions';
const sources = readdirSync('netlify/functions').map((file) => basename(file, '.ts'));

/** Netlify reads a function's config without running it, from the bundle: what is not written out there is lost. */
test('Netlify finds every function with its address or its schedule', async () => {
  const found = await listFunctions(FOLDER, { parseISC: true, basePath: process.cwd() });
  expect(found.map(({ name }) => name).sort()).toEqual(sources.sort());
  for (const { name, ...one } of found) {
    const routes = 'routes' in one ? (one.routes ?? []) : [];
    expect(
      routes.length > 0 || one.schedule !== undefined,
      `${name} has a path or a schedule`,
    ).toBe(true);
  }
});

test.each(sources)(
  '%s refuses to answer in production while settings are missing, and does not crash',
  async (name) => {
    const bundle = await import(pathToFileURL(resolve(FOLDER, `${name}.mjs`)).href);
    const context = {
      deploy: { context: 'production', id: '1', published: true },
      ip: '192.0.2.1',
      waitUntil() {},
    };
    const request = new Request('https://www.example.org/', { method: 'POST' });
    const answer = await bundle.default(request, context).catch((error: Error) => error);
    if (name.startsWith('job-')) expect(answer).toMatchObject({ name: 'EnvironmentError' });
    else expect([405, 503]).toContain((answer as Response).status);
  },
);

const WITHOUT_INTL = `
  for (const name of ['NumberFormat', 'DateTimeFormat'])
    Intl[name] = () => { throw new Error('Intl.' + name); };
  Number.prototype.toLocaleString = Date.prototype.toLocaleString = () => { throw new Error('toLocaleString'); };
  for (const file of process.argv.slice(1)) await import(file);
`;

/** The data of `Intl` takes as long to read as a whole function: none may do so before it is asked. */
test('no function opens the data of Intl while it loads', () => {
  const files = sources.map((name) => pathToFileURL(resolve(FOLDER, `${name}.mjs`)).href);
  const words = ['--input-type=module', '--eval', WITHOUT_INTL, ...files];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
