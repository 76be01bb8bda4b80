import { MOST_BYTES, weightOf } from '../support/weight.ts';
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

test('no page asks for anything before it is drawn; its icon and manifest come after', async ({
  page,
}) => {
  const early: string[] = [];
  for (const address of listedAddresses()) {
    await page.goto(address);
    await expect(page.locator('head > link[rel=icon][href="/favicon.svg"]'), address).toHaveCount(
      1,
    );
    await expect(page.locator('head > link[rel=manifest]'), address).toHaveCount(1);
    const asked = await page.evaluate(() => {
      const drawn = performance.getEntriesByType('paint')[0]?.startTime ?? Infinity;
      const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const sent = all.filter(({ transferSize }) => transferSize > 0);
      return sent.filter(({ startTime }) => startTime < drawn).map(({ name }) => name);
    });
    early.push(...asked.map((name) => `${address} ${name}`));
  }
  expect(early).toEqual([]);
});

test('a form comes in one trip too, with a whole week of times in it', async ({ request }) => {
  for (const address of ['/callback/', '/discovery-call/', '/enquire/', '/plan/']) {
    const answer = await request.get(`${address}?from=2026-12-07`);
    const weight = weightOf(await answer.text());
    expect(weight, address).toBeGreaterThan(5_000);
    expect(weight, address).toBeLessThanOrEqual(MOST_BYTES);
  }
});

test('there is an icon for whatever asks for one unasked', async ({ page }) => {
  await page.goto('/');
  const width = await page.evaluate(async () => {
    const icon = new Image();
    icon.src = '/favicon.ico';
    await icon.decode();
    return icon.naturalWidth;
  });
  expect(width).toBe(32);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a page has its icon and its manifest all the same', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('head link[rel=icon][href="/favicon.svg"]')).toHaveCount(1);
    await expect(page.locator('head link[rel=manifest]')).toHaveCount(1);
  });
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
