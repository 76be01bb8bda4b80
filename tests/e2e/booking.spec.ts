import type { Page } from '@playwright/test';
import { readInvite } from '../support/read-calendar.ts';
import {
  DETAILS,
  expectNoKey,
  expectTyped,
  fillIn,
  goOnWith,
  invitationIn,
  STAFF,
  statusAfter,
  tabTo,
  takeMeanwhile,
  time,
} from './calls.ts';
import { emailTo, expect, HUMAN_PAUSE_MS, test } from './support.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const referenceOn = async (page: Page) =>
  (await page.locator('.reference').textContent())?.trim() ?? '';

const keyOf = (link: string) => new URL(link).pathname.split('/')[2] ?? '';

async function enquire(page: Page, email: string): Promise<void> {
  await page.goto('/enquire/');
  await page.getByLabel('Organisation', { exact: true }).fill(DETAILS.Organisation);
  await page.getByLabel('Your name').fill(DETAILS['Your name']);
  await page.getByLabel('Your email address').fill(email);
  await page.getByLabel('Reflective practice groups').check();
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await page.getByRole('button', { name: 'Send your enquiry' }).click();
  await expect(heading(page)).toHaveText('Your enquiry');
}

for (const [script, day, date] of [
  ['off', 'Thursday 26 November', '2026-11-26'],
  ['on', 'Friday 27 November', '2026-11-27'],
] as const) {
  test.describe(`with script ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    test('an organisation enquires, books a discovery call, moves it and cancels it, and calendars follow', async ({
      page,
    }) => {
      const email = `caller-script-${script}@example.org`;
      await enquire(page, email);
      const link = page.url();
      const reference = await referenceOn(page);

      await test.step('books from the page of the enquiry', async () => {
        await page.getByRole('main').getByRole('link', { name: 'Book a discovery call' }).click();
        await goOnWith(page, `${day}, 11am`);
        await expectTyped(page, {
          'Your name': DETAILS['Your name'],
          'Your email address': email,
          Organisation: DETAILS.Organisation,
        });
        await fillIn(page, DETAILS);
        await page.getByRole('button', { name: 'Check your answers' }).click();
        await expect(page.getByText('Nothing is booked yet.')).toBeVisible();
        for (const answer of [`${day}, 11am to 11:30am, UK time`, ...Object.values(DETAILS)]) {
          await expect(page.locator('.answers')).toContainText(answer);
        }
        await page.getByRole('button', { name: 'Book this discovery call' }).click();
        await expect(page).toHaveURL(link);
        expect(await referenceOn(page)).toBe(reference);
        await expect(page.locator('.lede')).toContainText(
          `Your discovery call is booked for ${day}, 11am to 11:30am, UK time.`,
        );
        await expect(page.locator('.timeline')).toContainText('A discovery call was booked for');
      });

      const booked = await emailTo(email, 'Your discovery call is booked');
      const invitation = invitationIn(booked);
      await test.step('receives the invitation', async () => {
        expect(booked.text).toContain(link);
        expect(booked.text).toContain(`${day}, 11am to 11:30am, UK time`);
        expect(invitation).toMatchObject({
          method: 'REQUEST',
          sequence: 0,
          status: 'CONFIRMED',
          start: Date.parse(`${date}T11:00:00Z`),
          end: Date.parse(`${date}T11:30:00Z`),
          attendee: `mailto:${email}`,
          attendeeName: DETAILS['Your name'],
          location: `By phone: ${DETAILS['Your phone number']}`,
        });
        const notice = await emailTo(STAFF, `New discovery call ${reference}`);
        expect(notice.text).toContain(DETAILS['What would you like to talk about?']);
        expect(invitationIn(notice)).toMatchObject({
          uid: invitation.uid,
          method: 'REQUEST',
          sequence: 0,
          start: invitation.start,
          attendee: `mailto:${STAFF}`,
        });
        expectNoKey(notice, keyOf(link));

        await page.getByText('Put it in your calendar').click();
        const file = page.getByRole('link', { name: 'Download the invitation (.ics file)' });
        const downloaded = await page.request.get((await file.getAttribute('href')) ?? '');
        expect(readInvite(await downloaded.text())).toEqual(invitation);
      });

      await test.step('moves it by the link in the email', async () => {
        const move = /Choose another time: (\S+)/.exec(booked.text)?.[1] ?? '';
        await page.goto(move);
        await expect(page.locator('.lede')).toContainText(`${day}, 11am to 11:30am, UK time`);
        await time(page, `${day}, 2:30pm`).check();
        await page.getByRole('button', { name: 'Move the call to this time' }).click();
        await expect(page).toHaveURL(link);
        await expect(page.locator('.timeline')).toContainText(
          `The discovery call was moved to ${day}, 2:30pm to 3pm, UK time.`,
        );
        const told = await emailTo(email, 'Your discovery call has moved');
        expect(told.text).toContain(`now on ${day}, 2:30pm to 3pm, UK time.`);
        expect(told.text).toContain(`It was on ${day}, 11am to 11:30am, UK time.`);
        const moved = invitationIn(told);
        expect(moved).toMatchObject({
          uid: invitation.uid,
          method: 'REQUEST',
          sequence: 1,
          status: 'CONFIRMED',
          start: Date.parse(`${date}T14:30:00Z`),
          end: Date.parse(`${date}T15:00:00Z`),
        });
        expect(moved.stamp).toBeGreaterThan(invitation.stamp);
        const notice = await emailTo(STAFF, `${reference} moved to`);
        expect(invitationIn(notice)).toMatchObject({ uid: invitation.uid, sequence: 1 });
        expectNoKey(notice, keyOf(link));
      });

      await test.step('cancels it', async () => {
        await page.getByRole('link', { name: 'Cancel the call' }).click();
        await expect(heading(page)).toHaveText('Cancel this call?');
        await page.getByRole('button', { name: 'Cancel the call' }).click();
        await expect(page).toHaveURL(link);
        await expect(page.getByRole('main')).toContainText(
          `The discovery call on ${day}, 2:30pm to 3pm, UK time, is cancelled.`,
        );
        await expect(page.locator('.timeline')).toContainText(
          `The discovery call on ${day}, 2:30pm to 3pm, UK time, was cancelled.`,
        );
        const told = await emailTo(email, 'Your discovery call is cancelled');
        expect(told.text).toContain('We will not ring you then.');
        expect(invitationIn(told)).toMatchObject({
          uid: invitation.uid,
          method: 'CANCEL',
          sequence: 2,
          status: 'CANCELLED',
          start: Date.parse(`${date}T14:30:00Z`),
        });
        const notice = await emailTo(STAFF, `${reference} cancelled`);
        expect(invitationIn(notice)).toMatchObject({ method: 'CANCEL', uid: invitation.uid });
        expectNoKey(notice, keyOf(link));
      });

      await page.goto(`/discovery-call/?from=${date}`);
      await expect(time(page, `${day}, 11am`)).toBeEnabled();
      await expect(time(page, `${day}, 2:30pm`)).toBeEnabled();
    });
  });
}

test('somebody without an email address books a callback, and the page is the confirmation', async ({
  page,
}) => {
  const phone = '+44 1632 960 124 x7';
  await page.goto('/callback/?from=2026-11-30');
  await goOnWith(page, 'Monday 30 November, 2pm');
  await fillIn(page, { 'Your name': 'A. Person', 'Your phone number': phone });
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await expect(page.getByText('that page is your only record')).toBeVisible();
  await page.getByRole('button', { name: 'Book this callback' }).click();

  await expect(heading(page)).toHaveText('Your callback');
  const main = page.getByRole('main');
  await expect(main).toContainText('booked for Monday 30 November, 2pm to 2:30pm, UK time.');
  await expect(main).toContainText(`We ring you on ${phone}, between 2pm and 2:30pm (UK time).`);
  await expect(main).toContainText('Keep the address of this page');
  await expect(main).not.toContainText('by email.');
  await page.getByText('Put it in your calendar').click();
  await expect(main).toContainText('You gave no email address, so no invitation comes to you.');
  const file = page.getByRole('link', { name: 'Download the invitation (.ics file)' });
  const downloaded = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(readInvite(await downloaded.text())).toMatchObject({
    method: 'REQUEST',
    sequence: 0,
    start: Date.parse('2026-11-30T14:00:00Z'),
  });

  const notice = await emailTo(STAFF, `New callback ${await referenceOn(page)}`);
  expect(notice.text).toContain(`Ring ${phone}. A. Person gave no email address.`);
  expectNoKey(notice, keyOf(page.url()));
});

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
