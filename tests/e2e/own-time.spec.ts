import { expect, expectAccessible, test, WHOLE } from './support.ts';

const ELEVEN = `/callback/?${new URLSearchParams({ start: '2026-11-25T11:00:00+00:00' })}`;

for (const [timezoneId, own] of [
  ['America/New_York', '06:00'],
  ['Asia/Kolkata', '16:30'],
  ['Pacific/Auckland', 'Thu 00:00'],
] as const) {
  test.describe(`a reader in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('sees London’s time, named, and their own beside it', async ({ page }) => {
      await page.goto('/callback/');
      const name = `Wednesday 25 November, 11am ${own} your time`;
      await expect(page.getByRole('radio', { name, exact: true })).toBeAttached();
      await expect(page.getByText('Times are UK time (London).')).toContainText(
        'Under each is your own time.',
      );
      if (WHOLE || timezoneId === 'America/New_York') await expectAccessible(page);

      await page.goto(ELEVEN);
      await expect(page.locator('.chosen-time')).toContainText(
        `Wednesday 25 November, 11am to 11:30am, UK time (${own} your time)`,
      );
    });
  });
}

for (const timezoneId of ['Europe/London', 'Europe/Dublin', 'Atlantic/Reykjavik']) {
  test.describe(`a reader in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('whose clock says the same sees one time', async ({ page }) => {
      await page.goto(ELEVEN);
      await expect(page.locator('.chosen-time')).toContainText('11am to 11:30am, UK time');
      await expect(page.locator('.own-time')).toHaveCount(0);
    });
  });
}

test.describe('a reader in Reykjavik, in London’s summer', () => {
  test.use({ timezoneId: 'Atlantic/Reykjavik' });

  test('sees their own time again', async ({ page }) => {
    // No summer time is within the horizon, so the page is given one on its way to the browser.
    await page.route('**/callback/?start=*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /datetime="2026-11-25T([\d:]+)\+00:00"/g,
        'datetime="2027-06-01T$1+01:00"',
      );
      await route.fulfill({ response, body });
    });
    await page.goto(ELEVEN);
    await expect(page.locator('.own-time').first()).toHaveText('(10:00 your time)');
  });
});
