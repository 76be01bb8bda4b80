import { signInAtDesk } from './desk.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support.ts';

test.describe('without script @whole', () => {
  test.use({ javaScriptEnabled: false });

  test('staff write down who rings, see that we know them, book their call and find it in the diary', async ({
    page,
  }) => {
    const phone = `01632 960 17${test.info().parallelIndex}`;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const follow = (name: string | RegExp) =>
      page.getByRole('link', { name, exact: true }).first().click();
    await signInAtDesk(page, '/desk/cases/');
    await follow('Write down a new case');
    await page.getByLabel('Their name').fill('R. Inger');
    await page.getByLabel('Phone number', { exact: true }).fill(phone);
    await page.getByLabel('I have told them what we keep and why').check();
    await press('Save the case');
    await expect(page.getByRole('status')).toHaveText(
      'The case is open. Nothing was sent to anybody.',
    );
    const path = new URL(page.url()).pathname;

    await page.goto('/desk/cases/new/');
    await page.getByLabel('Their name').fill('R. Inger');
    await page.getByLabel('Phone number', { exact: true }).fill(phone.replace(/^0/, '+44 ').trim());
    await page.getByLabel('What they told us (optional)').fill('Ring after four.');
    await press('Save the case');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is a case like this');
    await page.getByRole('button', { name: /^Add what you wrote to this case/ }).click();
    await expect(page).toHaveURL(`${path}?done=note`);

    await follow('Book a callback');
    await page.goto(`${path}book/callback/?from=2026-12-16`);
    await page.getByRole('radio', { name: '4pm', exact: true }).locator('visible=true').check();
    await press('Continue with Wednesday 16 December');
    await expect(page.getByText('nothing is sent to them')).toBeVisible();
    await press('Book this callback');
    await expect(page.getByRole('status')).toContainText('The call is booked.');

    await page.goto('/desk/diary/?week=2026-12-16');
    await page.getByRole('link', { name: 'R. Inger' }).click();
    await expect(page).toHaveURL(path);
    await follow(/^Cancel this callback/);
    await page.getByLabel('They asked us to').check();
    await press('Cancel the callback');
    await expect(page.getByRole('status')).toContainText('The call is cancelled');
  });
});

/** An ordinary run has both in the walks (states/desk.ts), at two widths. */
test('the diary and the form for who rings fit windows of every width @whole', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAtDesk(page, '/desk/diary/');
  for (const path of ['/desk/diary/', '/desk/diary/?week=2026-12-24', '/desk/cases/new/']) {
    await page.goto(path);
    for (const width of [320, 390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  }
});

test('a telephone number is on one line, and one longer than a line scrolls no page sideways', async ({
  page,
}) => {
  const numbers = ['01632 960 181', '+44 (0) 1632 960182 extension 1234567'];
  await signInAtDesk(page, '/desk/cases/');
  for (const [at, number] of numbers.entries()) {
    await page.goto('/desk/cases/new/');
    await page.getByLabel('Their name').fill('R. Inger');
    await page.getByLabel('Phone number', { exact: true }).fill(number);
    await page.getByLabel('I have told them what we keep and why').check();
    await page.getByRole('button', { name: 'Save the case' }).click();
    await expect(page.getByRole('status')).toContainText('The case is open.');
    const { pathname } = new URL(page.url());
    for (const path of [pathname, `${pathname}book/callback/`]) {
      await page.goto(path);
      for (const width of [320, 340, 360, 390, 420]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
        const lines = await page.locator('main [href^="tel:"]').evaluateAll((links) =>
          links.map((link) => {
            const text = document.createRange();
            text.selectNodeContents(link);
            return new Set([...text.getClientRects()].map(({ top }) => top)).size;
          }),
        );
        expect(lines.length, path).toBeGreaterThan(0);
        if (at === 0) expect(new Set(lines), `${path} at ${width}`).toEqual(new Set([1]));
      }
    }
  }
});

test('a week of the diary prints on one page', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'Only Chromium prints.');
  await signInAtDesk(page, '/desk/diary/');
  const sheet = await page.pdf({ preferCSSPageSize: true });
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});
