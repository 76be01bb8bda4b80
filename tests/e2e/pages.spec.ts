import type { Page } from '@playwright/test';
import { listedAddresses } from './states/pages.ts';
import { expect, test } from './support.ts';

test('every page says the number, on the narrowest screen too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of listedAddresses()) {
    await page.goto(address);
    await expect(page.getByRole('link', { name: /07800 970 049/ }).first(), address).toBeVisible();
  }
});

test('the first stop of the keyboard skips to the words', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(inMain).toBe(true);
});

test('the first page takes our fonts once it stands, and the next is drawn in them', async ({
  page,
}) => {
  const drawn = () =>
    page.evaluate(() => [
      getComputedStyle(document.body).fontFamily.startsWith('Atkinson,'),
      [...document.fonts].some(
        ({ family, status }) => family === 'Atkinson' && status === 'loaded',
      ),
    ]);
  await page.goto('/');
  await expect.poll(drawn).toEqual([true, true]);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contact' }).click();
  await expect(page).toHaveURL(/\/contact\/$/);
  await expect.poll(drawn).toEqual([true, true]);
});

/** Adds up how far things move on every page opened from here on, as browsers count it. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const watched = Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) watched.shifted += Number(Reflect.get(shift, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How far things have moved once the page is drawn in the fonts it will keep. */
const shiftedOnceDrawn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const asked = () => performance.getEntriesByType('resource').map(({ name }) => name);
    while (!asked().some((name) => name.includes('own-fonts'))) await frame();
    await frame();
    await document.fonts.ready;
    for (let frames = 0; frames < 4; frames += 1) await frame();
    return Number(Reflect.get(window, 'shifted'));
  });

for (const [width, height] of [
  [412, 823],
  [1350, 940],
] as const) {
  test(`nothing moves when our fonts arrive, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await watchShifts(page);
    const moved: string[] = [];
    for (const address of listedAddresses()) {
      await page.goto(address);
      const shifted = await shiftedOnceDrawn(page);
      if (shifted > 0) moved.push(`${address} ${shifted}`);
    }
    expect(moved).toEqual([]);
  });
}

test('what moves is noticed', async ({ page }) => {
  await watchShifts(page);
  await page.goto('/');
  await shiftedOnceDrawn(page);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '3rem';
  });
  expect(await shiftedOnceDrawn(page)).toBeGreaterThan(0);
});
