import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SCRIPT } from '../../netlify/edit/editor-page.ts';
import { editorAnswer, editorAnswers } from '../../netlify/edit/routes.ts';
import { copyContent, type EditedCopy } from '../support/editor.ts';

let copy: EditedCopy;
beforeEach(async () => {
  copy = copyContent();
  await copy.load();
});
afterEach(() => copy.remove());

test('a page that is renamed keeps every byte', async () => {
  const before = copy.onDisk('pages/managers.mdx');
  const written = await copy.open('pages/managers.mdx');
  expect((await copy.save('pages/taking-part.mdx', written, 'pages/managers.mdx')).status).toBe(
    200,
  );
  expect(copy.onDisk('pages/taking-part.mdx')).toBe(before);
  expect(() => copy.onDisk('pages/managers.mdx')).toThrow('ENOENT');
});

test('a file that somebody else has changed meanwhile is not written over', async () => {
  const path = 'settings/line.yaml';
  const written = await copy.open(path);
  const theirs = copy.onDisk(path).replace('07800 970 049', '01632 960 001');
  copy.change(path, theirs);
  const response = await copy.save(path, written);
  expect(response.status).toBe(409);
  expect(await response.text()).toMatch(/^Telephone and hours has changed since/);
  expect(copy.onDisk(path)).toBe(theirs);
});

test('of two windows on one page, the later does not write over what the earlier saved', async () => {
  const path = 'pages/managers.mdx';
  const written = await copy.open(path);
  const [one, other] = [copy.window(), copy.window()];
  await one.load();
  await other.load();
  expect((await one.save(path, `${written}\nThe first.\n`)).status).toBe(200);
  const late = await other.save(path, `${written}\nThe second.\n`);
  expect(late.status).toBe(409);
  expect(await late.text()).toMatch(/^The page \/managers\/ has changed since it was opened here/);
  expect(copy.onDisk(path)).toContain('The first.');
  // What the window has to do, and then may.
  await other.load();
  expect((await other.save(path, `${copy.onDisk(path)}\nThe second.\n`)).status).toBe(200);
  expect(copy.onDisk(path)).toMatch(/The first\.\n\nThe second\./);
});

test('of two windows, the later does not take away or move what the earlier saved', async () => {
  const path = 'pages/managers.mdx';
  const written = await copy.open(path);
  const other = copy.window();
  await other.load();
  expect((await copy.save(path, `${written}\nMore.\n`)).status).toBe(200);
  expect((await other.save('pages/moved.mdx', written, path)).status).toBe(409);
  expect(copy.onDisk(path)).toContain('More.');
});

test('a new page is not written over one that another window made with its address', async () => {
  const other = copy.window();
  await other.load();
  expect((await copy.save('pages/new.mdx', 'One.')).status).toBe(200);
  expect((await other.save('pages/new.mdx', 'Other.')).status).toBe(409);
});

test('a page is renamed and named as before', async () => {
  const path = 'pages/managers.mdx';
  const written = await copy.open(path);
  expect((await copy.save('pages/leaders.mdx', written, path)).status).toBe(200);
  expect((await copy.save(path, `${written}\nMore.\n`, 'pages/leaders.mdx')).status).toBe(200);
});

test('a file can be saved twice without being opened again', async () => {
  const path = 'settings/line.yaml';
  const written = await copy.open(path);
  const other = written.replace('07800 970 049', '01632 960 001');
  expect((await copy.save(path, other)).status).toBe(200);
  expect((await copy.save(path, written)).status).toBe(200);
});

test.each([
  '../package.json',
  'pages/../../package.json',
  'spelling.txt',
  'README.md',
  'pages/a.html',
  '/etc/passwd',
])('%s is no file of the editor', async (path) => {
  expect((await copy.save(path, 'x')).status).toBe(400);
});

const ask = (url: string, headers: Record<string, string> = {}) =>
  editorAnswer(
    {
      root: process.cwd(),
      script: Promise.resolve('script'),
      findings: {
        look: () => ({ refusals: [], advice: [] }),
        latest: () => ({ refusals: [], advice: [] }),
        listen: () => new Response('findings'),
      },
      files: async () => new Response('files'),
    },
    new Request(url, { headers }),
  );

const HERE = 'http://127.0.0.1:8888';

test.each([
  ['its page', '/keystatic', {}, 200],
  ['a place in it', '/keystatic/singleton/line', {}, 200],
  ['its script', SCRIPT, {}, 200],
  ['its files, for its own page', '/api/keystatic/tree', { origin: HERE }, 200],
  [
    'its files, for the page of another site',
    '/api/keystatic/tree',
    { origin: 'https://example.org' },
    403,
  ],
  ['its findings, for the page of another site', '/editor/findings', { origin: 'null' }, 403],
])('the editor and %s', async (_, path, headers, status) => {
  expect(editorAnswers(path)).toBe(true);
  expect((await ask(HERE + path, headers as Record<string, string>)).status).toBe(status);
});

test('a name that somebody has pointed at this machine is refused', async () => {
  expect((await ask('http://rebound.example.org:8888/api/keystatic/tree')).status).toBe(403);
});

test('a page is where readers find it, whatever its file is called', async () => {
  const home = await ask(`${HERE}/make-the-case/index/`);
  expect([home.status, home.headers.get('location')]).toEqual([302, `${HERE}/make-the-case/`]);
  expect(editorAnswers('/plan/')).toBe(false);
});

test('the editor asks for nothing beyond this machine', async () => {
  const policy = (await ask(`${HERE}/keystatic`)).headers.get('content-security-policy');
  expect(policy).not.toMatch(/https?:|\*/);
  expect(policy).toContain("connect-src 'self'");
});

test('it does not start where the site is published', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['netlify/edit/start.ts'], {
    env: { PATH: process.env['PATH'], CONTEXT: 'production' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^This edits the site’s words on this machine, and never where/);
});

test('nothing of the editor is in what is published', () => {
  const files = ['dist', 'build'].flatMap((folder) =>
    globSync('**/*.{html,css,js,mjs,json,txt,xml}', { cwd: folder }).map((file) =>
      join(folder, file),
    ),
  );
  expect(files).toContain('dist/index.html');
  expect(files).toContain('build/functions/public.mjs');
  const found = files.filter((file) => /keystatic|react-dom/i.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
