import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support.ts';

/** Every address in the sitemap, and the page that is not there. */
async function addresses(): Promise<string[]> {
  const sitemap = await (await fetch('http://localhost:8890/sitemap-0.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  expect(listed.length).toBeGreaterThan(20);
  return [...listed, '/no-such-page/'];
}

test('every page is accessible in light and dark', async ({ page }) => {
  test.setTimeout(240_000);
  for (const address of await addresses()) {
    await page.goto(address);
    await expectAccessible(page);
  }
});

test('every page fits a screen 320 pixels wide, and has one main heading', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of await addresses()) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
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
