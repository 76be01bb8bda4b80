import { askForLink, linkIn } from './desk.ts';
import {
  at,
  CALLER,
  ENQUIRER,
  firstTimeIn,
  follow,
  look,
  newPage,
  offerTimes,
  press,
  type Seat,
  scanStaffMail,
  theDayBefore,
} from './desk-day.ts';
import { expect, test } from './support.ts';

// A day at the desk, as somebody without script has it: every page they meet is held to axe. An ordinary run goes the
// desk’s walks (states/desk*.ts) instead.
test.use({ javaScriptEnabled: false });

test('a day at the desk @whole', async ({ page, browser, request, baseURL }) => {
  test.setTimeout(600_000);
  const { enquiry, call } = await theDayBefore(request);
  const copy = await newPage(browser, baseURL, true);
  const desk: Seat = { page, copy };
  // Anyone who opens this has no session: the enquirer, or a mail scanner.
  const outside = await newPage(browser, baseURL);
  const elsewhere: Seat = { page: outside, copy };

  await test.step('signs in, by a link that a scanner has opened before', async () => {
    await page.goto('/desk/');
    await at(desk, 'Sign in to the desk');
    const link = linkIn(await askForLink(page));
    await look(desk);
    await outside.goto(link);
    await request.head(link);
    expect(await outside.context().cookies()).toEqual([]);
    await page.goto(link);
    await at(desk, /Sign in/);
    await press(page, 'Sign in');
    await at(desk, 'Today');
  });

  await test.step('finds a case by its reference, and records that nobody answered', async () => {
    await follow(page, 'Cases');
    await page.getByLabel('Find a case').fill(enquiry.reference.toLowerCase());
    await press(page, 'Search');
    await at(desk, 'Cases');
    await page.getByRole('link', { name: /D\. Enquirer/ }).click();
    await at(desk, /D\. Enquirer|Example County Council/);
    await page.getByRole('link', { name: 'Note the outcome' }).first().click();
    await at(desk, 'Note the outcome');
    await page.getByLabel('Nobody answered').check();
    await press(page, 'Save the outcome');
    await expect(page.getByRole('status')).toHaveText('The outcome is saved.');
    await look(desk);
  });

  await test.step('offers times, and the enquirer chooses one', async () => {
    await page.getByRole('link', { name: 'Offer times' }).first().click();
    await at(desk, 'Offer times');
    await follow(page, 'A new discovery call');
    const email = await offerTimes(desk, ENQUIRER);
    await outside.goto(firstTimeIn(email));
    await at(elsewhere, 'Your details');
    await expect(outside.getByLabel('Your email address')).toHaveValue(ENQUIRER);
    await press(outside, 'Check your answers');
    await at(elsewhere, 'Check your answers');
    await press(outside, 'Book this discovery call');
    await at(elsewhere, 'Your enquiry');
    expect(outside.url()).toBe(enquiry.link);
    await page.reload();
    await expect(page.getByRole('main')).toContainText('A call is booked.');
  });

  await test.step('blocks tomorrow afternoon, and meets the call it conflicts with', async () => {
    await follow(page, 'Times');
    await at(desk, 'Times');
    await page.getByRole('link', { name: 'Block time on Wednesday 25 November' }).click();
    await at(desk, 'Block some time');
    await page.getByLabel('Part of each day').check();
    await press(page, 'See what that changes');
    await expect(page.getByRole('alert')).toContainText('Choose when it begins.');
    await at(desk, 'Block some time');
    await page.getByLabel('From (for part of a day)').selectOption({ label: '1pm' });
    await page.getByLabel('To (for part of a day)').selectOption({ label: '6pm' });
    await page.getByLabel('Why? (optional)').fill('Training');
    await press(page, 'See what that changes');
    await at(desk, 'Block some time?');
    await expect(page.getByRole('listitem').filter({ hasText: call.reference })).toHaveCount(1);
    await press(page, 'Block this time');
    await at(desk, 'Calls that need another time');
  });

  const conflicting = page.getByRole('listitem').filter({ hasText: call.reference });

  await test.step('offers the conflicting call other times, and its caller moves it', async () => {
    await expect(conflicting).toContainText('Wednesday 25 November, 2:30pm to 3pm, UK time');
    await conflicting.getByRole('link', { name: 'Offer other times' }).click();
    const email = await offerTimes(desk, CALLER);
    await outside.goto(firstTimeIn(email));
    await at(elsewhere, 'Move your call?');
    await press(outside, 'Move the call to this time');
    await at(elsewhere, 'Your callback');
    expect(outside.url()).toBe(call.link);
    await expect(outside.locator('.call[data-state="call-moved"]')).not.toContainText(
      '2:30pm to 3pm',
    );
    await page.goto('/desk/times/stranded/');
    await expect(conflicting).toHaveCount(0);
    await look(desk);
  });

  await test.step('unblocks the afternoon', async () => {
    await page.goto('/desk/times/');
    await page.getByRole('link', { name: /^Remove what is set for Wednesday 25 November/ }).click();
    await at(desk, 'Remove this block?');
    await press(page, 'Remove it');
    await expect(page.getByRole('status')).toContainText('It is removed');
  });

  await test.step('is not troubled by scanners of staff mail, and signs out', async () => {
    await scanStaffMail(request, new URL(baseURL ?? '').origin, [
      enquiry.reference,
      call.reference,
    ]);
    await page.goto('/desk/');
    await at(desk, 'Today');
    await follow(page, 'Sign out');
    await at(desk, 'Sign out?');
    await press(page, 'Sign out');
    await expect(page.getByRole('status').first()).toContainText('You are signed out');
    await page.goto(`/desk/cases/${enquiry.reference}/`);
    await at(desk, 'Sign in to the desk');
  });
});
