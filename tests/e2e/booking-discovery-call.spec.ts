import {
  DETAILS,
  expectTyped,
  fillIn,
  goOnWith,
  heading,
  invitationIn,
  statusAfter,
  tabTo,
  takeMeanwhile,
  time,
} from './calls.ts';
import { emailTo, expect, HUMAN_PAUSE_MS, test } from './support.ts';

test('a time that has gone meanwhile is said so, with the nearest, and everything typed is still there', async ({
  page,
  request,
}) => {
  const typed = { ...DETAILS, 'Your email address': 'late@example.org' };
  const gone = page.getByRole('alert').getByRole('link', {
    name: 'That time is no longer free. Choose another.',
  });
  await page.goto('/discovery-call/?from=2026-12-01');
  await goOnWith(page, 'Tuesday 1 December, 10am');
  await fillIn(page, typed);

  await takeMeanwhile(request, '2026-12-01T10:00:00+00:00');
  expect(await statusAfter(page, 'Check your answers')).toBe(409);
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(gone).toBeVisible();
  await expectTyped(page, typed);
  await expect(page.getByRole('radio')).toHaveCount(6);
  await expect(time(page, 'Tuesday 1 December, 10am')).toHaveCount(0);
  await time(page, 'Tuesday 1 December, 10:30am').check();
  expect(await statusAfter(page, 'Check your answers')).toBe(200);

  await takeMeanwhile(request, '2026-12-01T10:30:00+00:00');
  expect(await statusAfter(page, 'Book this discovery call')).toBe(409);
  await expect(gone).toBeVisible();
  await expectTyped(page, typed);
  await time(page, 'Tuesday 1 December, 11am').check();
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await page.getByRole('button', { name: 'Book this discovery call' }).click();
  await expect(page.locator('.lede')).toContainText('Tuesday 1 December, 11am to 11:30am, UK time');
});

test('a discovery call can be booked from the keyboard alone', async ({ page }) => {
  const typed = { ...DETAILS, 'Your email address': 'keys-only@example.org' };
  await page.goto('/discovery-call/?from=2026-12-02');
  await tabTo(page, page.getByRole('radio').first());
  const wanted = time(page, 'Wednesday 2 December, 10am');
  for (let steps = 0; steps < 60 && !(await wanted.isChecked()); steps++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeFocused();
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
