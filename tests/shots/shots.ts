import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { WALKS } from '../e2e/states/walks.ts';
import { test } from '../e2e/support.ts';
import { contactSheet, type Shown } from './contact-sheet.ts';

const FOLDER = 'shots';
const WIDTHS = [390, 768, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;
const ONLY = process.env['SHOTS'];

/** The hour every page shows its line at: the line is open. */
const NOW = new Date('2026-11-24T10:00:00Z');

const ourFonts = (page: Page) =>
  page.waitForFunction(() => document.documentElement.classList.contains('fonts'));

/** Takes the page as it stands at every width, in light and in dark. */
async function shoot(page: Page, state: string): Promise<Shown> {
  await ourFonts(page);
  const files: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const file = `${state}-${width}-${colorScheme}.jpg`;
      await page.screenshot({
        path: `${FOLDER}/${file}`,
        fullPage: true,
        quality: 85,
        type: 'jpeg',
      });
      files.push(file);
    }
  }
  return { state, files };
}

const shown: { walk: string; states: Shown[] }[] = [];

test.beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
});

for (const [walk, through] of Object.entries(WALKS)) {
  if (ONLY && !walk.includes(ONLY)) continue;
  test(walk, async ({ page, request }) => {
    await page.clock.setFixedTime(NOW);
    const states: Shown[] = [];
    shown.push({ walk, states });
    for await (const state of through({ page, request })) states.push(await shoot(page, state));
  });
}

test('the README’s picture', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await page.setViewportSize({ width: 1200, height: 720 });
  await page.goto('/');
  await ourFonts(page);
  await page.screenshot({ path: 'docs/home.png' });
});

test.afterAll(() => {
  writeFileSync(`${FOLDER}/index.html`, contactSheet(shown));
  console.log(
    `${shown.flatMap(({ states }) => states).length} pages and states: ${FOLDER}/index.html`,
  );
});
