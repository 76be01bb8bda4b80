import type { Page } from '@playwright/test';
import { fillIn, goOnWith, statusAfter, takeMeanwhile, time } from './calls.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  HUMAN_PAUSE_MS,
  test,
} from './support.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = {
  'Your name': 'A-person-with-a-very-long-name'.repeat(3),
  'Your phone number': '+44 (0) 1632 960 124 x 1234567',
  'Your email address': `${'a-very-long-address'.repeat(3)}@example.org`,
  Organisation: 'Example-with-a-very-long-name'.repeat(4),
  'What would you like to talk about?': 'Reflective-practice-groups-and-more'.repeat(3),
} as const;

const NARROW = { width: 320, height: 640 };

async function look(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
}

test.beforeEach(({ page }) => page.setViewportSize(NARROW));

test.describe(() => {
  test.setTimeout(180_000);

  test('every state of asking for a call is accessible and fits a narrow screen', async ({
    page,
    request,
  }) => {
    await page.goto('/callback/');
    await look(page, /./);
    await page.goto('/discovery-call/?from=2026-12-03');
    await look(page, /./);
    await press(page, 'Go on with this time');
    await expect(page.getByRole('alert')).toBeFocused();
    await look(page, /./);

    await page.goto('/discovery-call/?from=2026-12-03');
    await goOnWith(page, 'Thursday 3 December, 2pm');
    await look(page, 'Your details');
    await press(page, 'Check your answers');
    await expect(page.getByRole('alert')).toBeFocused();
    await look(page, 'Your details');

    await fillIn(page, LONG);
    await press(page, 'Check your answers');
    await look(page, 'Check your answers');
    await press(page, 'Change the time');
    await look(page, /./);
    await time(page, 'Thursday 3 December, 3pm').check();
    await press(page, 'Check your answers');
    await takeMeanwhile(request, '2026-12-03T15:00:00+00:00');
    expect(await statusAfter(page, 'Book this discovery call')).toBe(409);
    await look(page, 'Your details');
  });

  test('every state of a call that is booked is accessible and fits a narrow screen', async ({
    page,
  }) => {
    await page.goto('/discovery-call/?from=2026-12-04');
    await goOnWith(page, 'Friday 4 December, 10am');
    await fillIn(page, LONG);
    await press(page, 'Check your answers');
    await press(page, 'Book this discovery call');
    await page.getByText('Put it in your calendar').click();
    await look(page, 'Your discovery call');
    const link = page.url();

    await page.getByRole('link', { name: 'Choose another time' }).click();
    await look(page, 'Choose another time for your call');
    await page.goto(link);
    await page.getByRole('link', { name: 'Correct your details' }).click();
    await look(page, 'Correct the details of your call');
    await page.getByLabel('Your phone number').fill('1');
    await press(page, 'Save the correction');
    await look(page, 'Correct the details of your call');
    await page.goto(link);
    await page.getByRole('link', { name: 'Cancel the call' }).click();
    await look(page, 'Cancel this call?');
    const cancel = page.url();
    await press(page, 'Cancel the call');
    await look(page, 'Your discovery call');
    expect((await page.goto(cancel))?.status()).toBe(409);
    await look(page, 'This call cannot be changed');
    expect((await page.goto(`${link.slice(0, -3)}xx/`))?.status()).toBe(404);
    await look(page, /./);
  });

  test('every state of asking for a lost link is accessible and fits a narrow screen', async ({
    page,
  }) => {
    await page.goto('/your-enquiry/');
    await look(page, 'Send me my link');
    await page.getByLabel('Your email address').fill('nobody@example');
    await page.waitForTimeout(HUMAN_PAUSE_MS);
    await press(page, 'Send me my link');
    await expect(page.getByRole('alert')).toBeFocused();
    await look(page, 'Send me my link');
    await page.getByLabel('Your email address').fill('nobody@example.org');
    await press(page, 'Send me my link');
    await look(page, 'Look in your email');
  });
});
