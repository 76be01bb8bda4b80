import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_ROOT } from '../site.ts';
import { expect } from '../support.ts';
import type { Walk } from './walk.ts';

/** The address of every page that search engines are told of, as the build lists them. */
export function listedAddresses(): string[] {
  const sitemap = readFileSync(join(SITE_ROOT, 'dist/sitemap-0.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  expect(listed.length).toBeGreaterThan(15);
  return listed;
}

/** The sheets to print, which search engines are not told of, as they are without a plan. */
export const SHEETS = [
  '/make-the-case/one-page-summary/',
  '/make-the-case/senior-team-paper/',
  '/make-the-case/room-and-rota/',
  '/make-the-case/your-plan/',
] as const;

/** Every page as it is when it is opened, the one that is not there among them. */
export const everyPage: Walk = async function* ({ page }) {
  for (const address of [...listedAddresses(), ...SHEETS, '/no-such-page/']) {
    await page.goto(address);
    yield address === '/' ? 'home' : address.slice(1, -1).replaceAll('/', '-');
  }
};
