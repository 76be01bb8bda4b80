import { readInvite } from '../support/read-calendar.ts';
import { expectNoKey, fillIn, goOnWith, heading, keyOf, referenceOn, STAFF } from './calls.ts';
import { emailTo, expect, test } from './support.ts';

test('somebody without an email address books a callback, and the page is the confirmation @whole', async ({
  page,
}) => {
  const phone = '+44 1632 960 124 x7';
  await page.goto('/callback/?from=2026-11-30');
  await goOnWith(page, 'Monday 30 November, 2pm');
  await fillIn(page, { 'Your name': 'A. Person', 'Your phone number': phone });
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await expect(page.getByText('the next page is your only record')).toBeVisible();
  await page.getByRole('button', { name: 'Book this callback' }).click();

  await expect(heading(page)).toHaveText('Your callback');
  const main = page.getByRole('main');
  await expect(main).toContainText('booked for Monday 30 November, 2pm to 2:30pm, UK time.');
  await expect(main).toContainText(
    `We will ring you on ${phone}, between 2pm and 2:30pm (UK time).`,
  );
  await expect(main).toContainText('Keep the address of this page');
  await expect(main).not.toContainText('by email.');
  await page.getByText('Put it in your calendar').click();
  await expect(main).toContainText(
    'You gave no email address, so we could not send you an invitation.',
  );
  const file = page.getByRole('link', { name: 'Download an entry for it (.ics file)' });
  const downloaded = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(readInvite(await downloaded.text())).toMatchObject({
    method: 'PUBLISH',
    sequence: 0,
    start: Date.parse('2026-11-30T14:00:00Z'),
  });

  const notice = await emailTo(STAFF, `New callback ${await referenceOn(page)}`);
  expect(notice.text).toContain(`Ring ${phone}. A. Person gave no email address.`);
  expectNoKey(notice, keyOf(page.url()));
});
