import { drawInOurFonts, expect, test, WHOLE } from './support.ts';
import { drawsLikeBaselines, noteHowDrawn } from './visual/drawing.ts';

/** The pages whose layout matters most, one of each kind, as each is first seen. */
const PAGES = {
  home: '/',
  reading: '/how-a-group-works/',
  plan: '/plan/?people=46&rhythm=monthly&sessions=12',
  printable: '/make-the-case/one-page-summary/',
} as const;

const VIEWS = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

const RENEWING = process.env['BASELINES'] === 'renew';

/** In an ordinary run each page is seen in one of the two views, in turn. */
const inTurn = (turn: number): boolean => WHOLE || RENEWING || turn % VIEWS.length === 0;

test.describe('pages look as they did', () => {
  test.beforeEach(async ({ page }) => {
    if (RENEWING) {
      await noteHowDrawn(page);
    } else if (!(await drawsLikeBaselines(page))) {
      const why = 'This machine does not draw as the one the baselines come from did';
      console.warn(
        `NOT COMPARED: ${why}. To compare here: npm run shots:baseline, on a commit known to be good.`,
      );
      test.skip(true, why);
    }
    await drawInOurFonts(page);
    // The hours of the line are told by the browser's own clock.
    await page.clock.setFixedTime(new Date('2026-11-24T10:00:00Z'));
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  for (const [view, { width, colorScheme }] of VIEWS.entries()) {
    for (const [at, [name, path]] of Object.entries(PAGES).entries()) {
      if (!inTurn(at + view)) continue;
      test(`${name}, ${width} pixels wide, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(path);
        await expect(page).toHaveScreenshot(`${name}-${width}.png`);
      });
    }

    if (!inTurn(view + 1)) continue;
    test(`a form sent back, ${width} pixels wide, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/enquire/');
      await page.getByRole('button', { name: 'Send your enquiry' }).click();
      await expect(page.getByRole('alert')).toBeFocused();
      await expect(page).toHaveScreenshot(`form-${width}.png`);
    });
  }
});
