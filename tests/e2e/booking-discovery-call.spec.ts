import type { Locator } from '@playwright/test';
import {
  chooseTime,
  DETAILS,
  dayChoice,
  expectTyped,
  fillIn,
  goOnWith,
  heading,
  invitationIn,
  pressWith,
  statusAfter,
  tabTo,
  takeMeanwhile,
  time,
} from './calls.ts';
import { emailTo, expect, HUMAN_PAUSE_MS, scripts, test } from './support.ts';

test('a time that has gone meanwhile is said so, with the nearest, and everything typed is still there @whole', async ({
  page,
  request,
}) => {
  const typed = { ...DETAILS, 'Your email address': 'late@example.org' };
  const gone = (clock: string) =>
    page.getByRole('alert').getByRole('link', {
      name: `Tuesday 1 December, ${clock} is no longer free. Choose another time.`,
    });
  await page.goto('/discovery-call/?from=2026-12-01');
  await goOnWith(page, 'Tuesday 1 December, 10am');
  await fillIn(page, typed);

  await takeMeanwhile(request, '2026-12-01T10:00:00+00:00');
  expect(await statusAfter(page, 'Check your answers')).toBe(409);
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(gone('10am')).toBeVisible();
  await expectTyped(page, typed);
  await expect(page.getByRole('radio')).toHaveCount(6);
  await expect(time(page, 'Tuesday 1 December, 10am')).toHaveCount(0);
  await time(page, 'Tuesday 1 December, 10:30am').check();
  expect(await statusAfter(page, 'Check your answers')).toBe(200);

  await takeMeanwhile(request, '2026-12-01T10:30:00+00:00');
  expect(await statusAfter(page, 'Book this discovery call')).toBe(409);
  await expect(gone('10:30am')).toBeVisible();
  await expectTyped(page, typed);
  await time(page, 'Tuesday 1 December, 11am').check();
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await page.getByRole('button', { name: 'Book this discovery call' }).click();
  await expect(page.locator('.lede')).toContainText('Tuesday 1 December, 11am to 11:30am, UK time');
});

test('a discovery call can be booked from the keyboard alone', async ({ page }) => {
  const typed = { ...DETAILS, 'Your email address': 'keys-only@example.org' };
  await page.goto('/discovery-call/?from=2026-11-30');
  await tabTo(page, dayChoice(page, 'Monday 30 November'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(dayChoice(page, 'Wednesday 2 December')).toBeChecked();
  await page.keyboard.press('Home');
  await expect(dayChoice(page, 'Wednesday 25 November')).toBeFocused();
  await page.keyboard.press('End');
  await expect(dayChoice(page, 'Monday 7 December')).toBeChecked();
  for (let days = 3; days > 0; days--) await page.keyboard.press('ArrowUp');
  await expect(dayChoice(page, 'Wednesday 2 December')).toBeFocused();

  // The days are one stop, the times of the day that is open the next, and its button the third.
  await page.keyboard.press('Tab');
  const nine = time(page, 'Wednesday 2 December, 9am');
  await expect(nine).toBeFocused();
  await page.keyboard.press('End');
  await expect(time(page, 'Wednesday 2 December, 5:30pm')).toBeChecked();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(time(page, 'Wednesday 2 December, 10am')).toBeChecked();
  await page.keyboard.press('Tab');
  const on = page.getByRole('button', { name: 'Continue with Wednesday 2 December, 10am' });
  await expect(on).toBeFocused();
  // What comes next for the keyboard is drawn next, in a narrow window too.
  const later = page.getByRole('link', { name: 'Later days' });
  const headOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const drawn = [await headOf(nine), await headOf(on), await headOf(later)];
    expect(drawn).toEqual(drawn.toSorted((one, other) => one - other));
  }
  await page.keyboard.press('Tab');
  await expect(later).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(on).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Your details');

  for (const [label, text] of Object.entries(typed)) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  }
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await tabTo(page, page.getByRole('button', { name: 'Check your answers' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Check your answers');

  await tabTo(page, page.getByRole('button', { name: 'Change your phone number' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Your phone number'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('01632 960 321');
  await page.keyboard.press('Enter');
  await expect(page.locator('.answers')).toContainText('01632 960 321');

  await tabTo(page, page.getByRole('button', { name: 'Book this discovery call' }));
  await page.keyboard.press('Space');
  await expect(heading(page)).toHaveText('Your discovery call');
  await expect(page.locator('.lede')).toContainText(
    'Wednesday 2 December, 10am to 10:30am, UK time',
  );
  expect(invitationIn(await emailTo('keys-only@example.org', 'is booked')).sequence).toBe(0);
});

for (const script of scripts('off')) {
  test.describe(`with script ${script} @whole`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    test('the time can be changed before anything is typed, and after, and nothing typed is lost', async ({
      page,
    }) => {
      const change = page.getByRole('button', { name: 'Change the time' });
      await page.goto('/discovery-call/');
      await goOnWith(page, 'Thursday 3 December, 9am');
      await change.click();
      await pressWith(page, 'Continue with', 'Friday 4 December, 4:30pm');
      // Nothing is held against details that were not asked for yet.
      await expect(heading(page)).toHaveText('Your details');
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.locator('.chosen-time')).toContainText('Friday 4 December, 4:30pm to 5pm');
      await page.getByLabel('Your name').fill('A. Person');
      await change.click();
      await page.getByRole('button', { name: 'Later days' }).click();
      await pressWith(page, 'Continue with', 'Thursday 10 December, 9am');
      await expect(page.getByLabel('Your name')).toHaveValue('A. Person');
      await expect(page.locator('.chosen-time')).toContainText('Thursday 10 December, 9am');
      // Enter checks what was typed, though the button that changes the time comes first.
      await page.getByLabel('Your name').press('Enter');
      await expect(page.getByRole('alert')).toContainText('There is a problem');
      await expect(page.locator('.chosen-time')).toContainText('Thursday 10 December, 9am');
    });

    test('a time chosen on another day than the one that is open is not taken for it', async ({
      page,
    }) => {
      await page.goto('/discovery-call/');
      await chooseTime(page, 'Thursday 3 December, 9am');
      await dayChoice(page, 'Friday 4 December').check();
      await page.getByRole('button', { name: 'Continue with Friday 4 December' }).click();
      await expect(page.getByRole('alert')).toContainText('Choose a time');
      await expect(dayChoice(page, 'Friday 4 December')).toBeChecked();
      await expect(page.getByRole('radio', { name: '9am', exact: true })).not.toBeChecked();
    });
  });
}

test('a day that is closed says why, and cannot be chosen @whole', async ({ page }) => {
  await page.goto('/callback/?from=2026-12-23');
  await expect(page.getByText('Friday 25 December, Closed: Christmas Day')).toBeVisible();
  await expect(page.getByRole('radio', { name: /25.December/ })).toHaveCount(0);
});
