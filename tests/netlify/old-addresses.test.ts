import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { oldAddresses, redirectsFile } from '#content/old-addresses.ts';
import { staticSite } from '../../netlify/dev/static.ts';
import { makePage } from '../support/make-page.ts';

const root = mkdtempSync(join(tmpdir(), 'moved-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SITE = 'http://127.0.0.1:9';

test.each([
  ['/managers/', '/taking-part/'],
  ['/questions-to-ask/', '/questions/'],
  ['/legal/', '/about/'],
  ['/make-the-case/first-group/', '/taking-part/'],
  ['/make-the-case/a-year/', '/plan/'],
])('%s leads to %s for good', async (was, is) => {
  const serve = staticSite(process.cwd(), SITE);
  const { status, headers } = await serve(new Request(SITE + was));
  expect([status, headers.get('location')]).toEqual([301, SITE + is]);
});

test('an old address leads to the page that lists it, whatever stands after it, and no other does', async () => {
  const pages = [makePage('Words.', { was: '/legal/ /who/we-are/' })];
  mkdirSync(join(root, 'dist/a-page'), { recursive: true });
  writeFileSync(join(root, 'dist/a-page/index.html'), 'Words.');
  writeFileSync(join(root, 'dist/_redirects'), redirectsFile(oldAddresses(pages)));
  writeFileSync(join(root, 'netlify.toml'), '[build]\npublish = "dist"\n');
  const serve = staticSite(root, SITE);
  const lead = async (path: string) => {
    const { status, headers } = await serve(new Request(`${SITE}${path}`));
    return [status, headers.get('location')];
  };
  for (const path of ['/legal/', '/legal', '/legal/more/', '/who/we-are/']) {
    expect(await lead(path), path).toEqual([301, `${SITE}/a-page/`]);
  }
  expect(await lead('/a-page/')).toEqual([200, null]);
  expect(await lead('/who/')).toEqual([404, null]);
});
