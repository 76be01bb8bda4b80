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

/** Asks every bundle, in a process of its own as they are deployed: Vitest would first rewrite each megabyte of them. */
const ASKING = `
  const context = { deploy: { context: 'production', id: '1', published: true }, ip: '192.0.2.1', waitUntil() {} };
  const answers = {};
  for (const file of process.argv.slice(1)) {
    const { default: handle } = await import(file);
    const request = new Request('https://www.example.org/', { method: 'POST' });
    answers[file] = await handle(request, context).then(({ status }) => status, ({ name }) => name);
  }
  console.log(JSON.stringify(answers));
`;

const bundleOf = (name: string) => pathToFileURL(resolve(FOLDER, `${name}.mjs`)).href;

/** Runs a script on every bundle, without a setting in its environment. */
const runOnBundles = (script: string) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', script, ...sources.map(bundleOf)], {
    encoding: 'utf8',
    env: {},
  });

test('each refuses to answer in production while settings are missing, and does not crash', () => {
  const { stdout, stderr } = runOnBundles(ASKING);
  const answers = JSON.parse(stdout.trimEnd().split('\n').at(-1) || JSON.stringify(stderr));
  for (const name of sources) {
    const refusals = name.startsWith('job-') ? ['EnvironmentError'] : [405, 503];
    expect(refusals, name).toContain(answers[bundleOf(name)]);
  }
});

const WITHOUT_INTL = `
  for (const name of ['NumberFormat', 'DateTimeFormat'])
    Intl[name] = () => { throw new Error('Intl.' + name); };
  Number.prototype.toLocaleString = Date.prototype.toLocaleString = () => { throw new Error('toLocaleString'); };
  for (const file of process.argv.slice(1)) await import(file);
`;

/** The data of `Intl` takes as long to read as a whole function: none may do so before it is asked. */
test('no function opens the data of Intl while it loads', () => {
  const { status, stderr } = runOnBundles(WITHOUT_INTL);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
