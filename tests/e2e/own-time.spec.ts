import { everyNth, expect, expectAccessible, test } from './support.ts';

const ELEVEN = `/callback/?${new URLSearchParams({ start: '2026-11-25T11:00:00+00:00' })}`;

/** Places whose clocks differ from London's, and what they show when it is 11am there. */
const ELSEWHERE = [
  ['America/New_York', '6am', 'New York'],
  ['America/Los_Angeles', '3am', 'Los Angeles'],
  ['Asia/Kolkata', '4:30pm', 'Kolkata'],
  ['Pacific/Auckland', 'midnight, start of Thu', 'Auckland'],
] as const;

for (const [timezoneId, own, place] of everyNth(4, ELSEWHERE)) {
  test.describe(`a reader in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('sees London’s time and their own, each named, on every step', async ({ page }) => {
      const beside = `11am to 11:30am, UK time · ${own} your time (${place})`;
      await page.goto('/callback/?day=2026-11-25');
      const day = page.getByRole('group', { name: 'Wednesday 25 November', exact: true });
      const choice = day.getByRole('radio', {
        name: `11am UK time, ${own} your time`,
        exact: true,
      });
      await choice.check();
      await expect(page.getByText('Times are UK time (London).')).toContainText(
        `Under each is your time (${place}).`,
      );
      await expectAccessible(page);
      await page
        .getByRole('button', {
          name: `Continue with Wednesday 25 November, 11am UK time · ${own} your time (${place})`,
        })
        .click();
      await expect(page.locator('.chosen-time')).toContainText(beside);
      await page.getByLabel('Your name').fill('A. Person');
      await page.getByLabel('Your phone number').fill('01632 960 001');
      await page.getByRole('button', { name: 'Check your answers' }).click();
      await expect(page.locator('.answers')).toContainText(beside);
    });
  });
}

const ALIKE = ['Europe/London', 'Europe/Lisbon', 'Europe/Dublin', 'Atlantic/Reykjavik'];

for (const timezoneId of everyNth(4, ALIKE)) {
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
    await expect(page.locator('.own-time').first()).toHaveText('· 10am your time (Reykjavik)');
  });
});
