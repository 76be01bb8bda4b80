import { siteMenu } from '../support/site-menu.ts';
import { tabTo } from './calls.ts';
import { expect, expectNoSidewaysScroll, scripts, test } from './support.ts';

const MENU = siteMenu();
const LABELS = MENU.map(({ label }) => label);
const IN_A_ROW = MENU.filter(({ further }) => !further);
const LAST = MENU.at(-1) ?? { label: '', href: '' };

for (const script of scripts('off')) {
  test.describe(`with script ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    test('the menu opens, closes and leads on by keyboard, on a screen 320 pixels wide', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 256 });
      await page.goto('/privacy/');
      const nav = page.getByRole('navigation', { name: 'Main' });
      const button = page.getByRole('button', { name: 'Menu' });
      await expect(nav).toBeHidden();

      await tabTo(page, button);
      await page.keyboard.press('Enter');
      await expect(nav).toBeVisible();
      for (const name of LABELS) await expect(nav.getByRole('link', { name })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.keyboard.press('Escape');
      await expect(nav).toBeHidden();
      await expect(button).toBeFocused();

      await page.keyboard.press('Space');
      await tabTo(page, nav.getByRole('button', { name: 'Close' }));
      await page.keyboard.press('Enter');
      await expect(nav).toBeHidden();

      await tabTo(page, button);
      await page.keyboard.press('Enter');
      const last = nav.getByRole('link', { name: LAST.label });
      await tabTo(page, last);
      await expect(last).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(LAST.href);
    });

    test('where the window is wide, the links stand in a row of one line', async ({ page }) => {
      for (const width of [1185, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto('/');
        const nav = page.getByRole('navigation', { name: 'Main' });
        const tops = await nav.getByRole('link').evaluateAll((links) =>
          links.map((link) => {
            const { top, height } = link.getBoundingClientRect();
            return Math.round(top + height / 2);
          }),
        );
        expect(tops).toHaveLength(IN_A_ROW.length);
        expect(Math.max(...tops) - Math.min(...tops), `${width} pixels`).toBeLessThan(3);
      }
    });
  });
}
