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
