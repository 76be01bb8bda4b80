import type { Page } from '@playwright/test';
import { WALKS } from '../e2e/states/walks.ts';
import { drawInOurFonts, test } from '../e2e/support.ts';
import { FOLDER } from './folder.ts';

const WIDTHS = [390, 768, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

/** The hour every page shows its line at: the line is open. */
const NOW = new Date('2026-11-24T10:00:00Z');

/** Takes the page as it stands at every width, in light and in dark. */
async function shoot(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = `${FOLDER}/${state}-${width}-${colorScheme}.jpg`;
      await page.screenshot({ path, fullPage: true, quality: 85, type: 'jpeg' });
    }
  }
}

test.beforeEach(async ({ page }) => {
  await drawInOurFonts(page);
  await page.clock.setFixedTime(NOW);
});

for (const [walk, through] of Object.entries(WALKS)) {
  test(walk, async ({ page, request }) => {
    for await (const state of through({ page, request })) await shoot(page, state);
  });
}

test('the README’s picture', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 720 });
  await page.goto('/');
  await page.screenshot({ path: 'docs/home.png', animations: 'disabled' });
});
