import type { Page } from '@playwright/test';
import { readInvite } from '../support/read-calendar.ts';
import {
  DETAILS,
  expectNoKey,
  expectTyped,
  fillIn,
  goOnWith,
  heading,
  invitationIn,
  keyOf,
  pressWith,
  referenceOn,
  STAFF,
  time,
} from './calls.ts';
import { emailTo, expect, HUMAN_PAUSE_MS, scripts, test } from './support.ts';

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

const DAYS = {
  off: ['Thursday 26 November', '2026-11-26'],
  on: ['Friday 27 November', '2026-11-27'],
} as const;

for (const script of scripts('off')) {
  const [day, date] = DAYS[script];
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
        await expect(page.locator('.timeline')).toContainText('You asked for a discovery call on');
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
          location: 'By phone',
        });
        const notice = await emailTo(STAFF, `New discovery call ${reference}`);
        expect(notice.text).toContain('What they would like to talk about stands at the desk.');
        expect(notice.text).not.toContain(DETAILS['What would you like to talk about?']);
        const { uid: staffUid } = invitationIn(notice);
        expect(staffUid).not.toBe(invitation.uid);
        expect(invitationIn(notice)).toMatchObject({
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
        await pressWith(page, 'Move the call to', `${day}, 2:30pm`);
        await expect(page).toHaveURL(link);
        await expect(page.locator('.timeline')).toContainText(
          `You moved the discovery call to ${day}, 2:30pm to 3pm, UK time.`,
        );
        const told = await emailTo(email, 'Your discovery call has moved');
        expect(told.text).toContain(`has moved to ${day}, 2:30pm to 3pm, UK time.`);
        expect(told.text).toContain(
          `It was on ${day}, 11am to 11:30am, UK time: we will not ring you then.`,
        );
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
        expect(invitationIn(notice)).toMatchObject({ method: 'REQUEST', sequence: 1 });
        expectNoKey(notice, keyOf(link));
      });

      await test.step('cancels it', async () => {
        await page.getByRole('link', { name: 'Cancel the call' }).click();
        await expect(heading(page)).toHaveText('Cancel this call?');
        await page.getByRole('button', { name: 'Cancel the call' }).click();
        await expect(page).toHaveURL(link);
        await expect(page.getByRole('main')).toContainText(
          `Your discovery call on ${day}, 2:30pm to 3pm, UK time, is cancelled.`,
        );
        await expect(page.locator('.timeline')).toContainText(
          `You cancelled the discovery call on ${day}, 2:30pm to 3pm, UK time.`,
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
        expect(invitationIn(notice)).toMatchObject({ method: 'CANCEL', sequence: 2 });
        expectNoKey(notice, keyOf(link));
      });

      await page.goto(`/discovery-call/?from=${date}`);
      await expect(time(page, `${day}, 11am`)).toBeEnabled();
      await expect(time(page, `${day}, 2:30pm`)).toBeEnabled();
    });
  });
}
