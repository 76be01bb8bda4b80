import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { linksIn } from '../support/links.ts';
import { askForLink, linkIn, staffAddress } from './desk.ts';
import { type Email, emailTo, everyEmail, expect, expectAccessible, test } from './support.ts';

// A day at the desk, as somebody without script has it: every page they meet is held to axe.
test.use({ javaScriptEnabled: false });

const ENQUIRER = 'desk-day-enquirer@example.org';
const CALLER = 'desk-day-caller@example.org';

interface Sent {
  reference: string;
  link: string;
}

async function post(request: APIRequestContext, path: string, data: object): Promise<Sent> {
  const answer = await request.post(path, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Sent;
}

/** An enquiry that waits for an answer, and a call that somebody booked for tomorrow afternoon. */
async function theDayBefore(request: APIRequestContext) {
  const enquiry = await post(request, '/api/enquiries', {
    organisation: 'Example County Council',
    name: 'D. Enquirer',
    email: ENQUIRER,
    phone: '01632 960 150',
    interests: ['groups'],
  });
  const call = await post(request, '/api/callbacks', {
    start: '2026-11-25T14:30:00+00:00',
    name: 'D. Caller',
    phone: '01632 960 151',
    email: CALLER,
  });
  return { enquiry, call };
}

/** A page without script, and one with it in which axe looks at a copy of what the first shows. */
interface Seat {
  page: Page;
  copy: Page;
}

async function newPage(browser: Browser, baseURL = '', javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled });
  return context.newPage();
}

/** Axe finds nothing in the page as it stands; it needs script, so it is shown a copy. */
async function look({ page, copy }: Seat): Promise<void> {
  const address = page.url();
  const body = await page.content();
  await copy.route(address, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await copy.goto(address);
  await expectAccessible(copy);
  await copy.unroute(address);
}

/** The page that is open is called so, and axe finds nothing in it. */
async function at(seat: Seat, name: string | RegExp): Promise<void> {
  await expect(seat.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await look(seat);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** The address of the first time an email offers. */
const firstTimeIn = ({ text }: Email): string => /https?:\S+[?&]start=\S+/.exec(text)?.[0] ?? '';

/** Offers the times that are ticked to begin with, once the email has been read. */
async function offerTimes(desk: Seat, to: string): Promise<Email> {
  const { page } = desk;
  await at(desk, 'Offer other times');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await page.getByLabel('Anything to add? (optional)').fill('We are sorry to ask.');
  await press(page, 'See the email');
  await at(desk, 'Send this email?');
  const preview = page.getByRole('region', { name: 'The email' });
  await expect(preview).toContainText(to);
  await expect(preview).toContainText('We are sorry to ask.');
  await expect(preview.getByRole('link')).toHaveCount(0);
  await press(page, 'Send it');
  await expect(page.getByRole('status')).toContainText('The times are on their way.');
  await look(desk);
  const email = await emailTo(to, 'please choose one');
  expect(email.text).toContain('each goes to whoever chooses it first');
  return email;
}

/** Fetches every link in mail to staff as a scanner would: nothing is opened, set or changed by it. */
async function scanStaffMail(request: APIRequestContext, site: string): Promise<void> {
  const seen = async () => {
    const emails = await everyEmail();
    return emails.filter(({ to }) => to.includes(staffAddress()));
  };
  const mail = await seen();
  const links = linksIn(mail, site);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    for (const answer of [
      await request.get(link, { maxRedirects: 0 }),
      await request.head(link, { maxRedirects: 0 }),
    ]) {
      expect([200, 303, 410], link).toContain(answer.status());
      expect(answer.headers()['set-cookie'], link).toBeUndefined();
    }
  }
  expect((await seen()).map(({ id }) => id)).toEqual(mail.map(({ id }) => id));
}

test('a day at the desk', async ({ page, browser, request, baseURL }) => {
  test.setTimeout(600_000);
  const { enquiry, call } = await theDayBefore(request);
  const copy = await newPage(browser, baseURL, true);
  const desk: Seat = { page, copy };
  // Whoever opens this has no session: the enquirer, or a mail scanner.
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
    await page.getByRole('link', { name: 'Say what came of it' }).first().click();
    await at(desk, 'Say what came of it');
    await page.getByLabel('Nobody answered').check();
    await press(page, 'Save what came of it');
    await expect(page.getByRole('status')).toHaveText('What came of it is saved.');
    await look(desk);
  });

  await test.step('offers times, and the enquirer chooses one', async () => {
    await page.getByRole('link', { name: 'Offer other times' }).first().click();
    await at(desk, 'Offer other times');
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
    await expect(page.getByRole('main')).toContainText('A call is to come.');
  });

  await test.step('blocks tomorrow afternoon, and meets the call it strands', async () => {
    await follow(page, 'Times');
    await at(desk, 'Times');
    await page.getByRole('link', { name: 'Block time on Wednesday 25 November' }).click();
    await at(desk, 'Block an hour or a day');
    await page.getByLabel('Part of it').check();
    await press(page, 'See what that changes');
    await expect(page.getByRole('alert')).toContainText('Choose when the block begins.');
    await at(desk, 'Block an hour or a day');
    await page.getByLabel('From (for part of a day)').selectOption({ label: '1pm' });
    await page.getByLabel('To (for part of a day)').selectOption({ label: '6pm' });
    await page.getByLabel('Why? (optional)').fill('Training');
    await press(page, 'See what that changes');
    await at(desk, 'Block this time?');
    await expect(page.getByRole('listitem').filter({ hasText: call.reference })).toHaveCount(1);
    await press(page, 'Block this time');
    await at(desk, 'Calls that need another time');
  });

  const stranded = page.getByRole('listitem').filter({ hasText: call.reference });

  await test.step('offers the stranded call other times, and its caller moves it', async () => {
    await expect(stranded).toContainText('Wednesday 25 November, 2:30pm to 3pm, UK time');
    await stranded.getByRole('link', { name: 'Offer other times' }).click();
    const email = await offerTimes(desk, CALLER);
    await outside.goto(firstTimeIn(email));
    await at(elsewhere, 'Move your call?');
    await press(outside, 'Move the call to this time');
    await at(elsewhere, 'Your callback');
    expect(outside.url()).toBe(call.link);
    await expect(outside.getByRole('main')).not.toContainText('2:30pm to 3pm');
    await page.goto('/desk/times/stranded/');
    await expect(stranded).toHaveCount(0);
    await look(desk);
  });

  await test.step('unblocks the afternoon', async () => {
    await page.goto('/desk/times/');
    await page.getByRole('link', { name: /^Remove the block on Wednesday 25 November/ }).click();
    await at(desk, 'Remove this block?');
    await press(page, 'Remove the block');
    await expect(page.getByRole('status')).toContainText('The block is removed');
  });

  await test.step('is not troubled by scanners of staff mail, and signs out', async () => {
    await scanStaffMail(request, new URL(baseURL ?? '').origin);
    await page.goto('/desk/');
    await at(desk, 'Today');
    await follow(page, 'Sign out');
    await at(desk, 'Sign out?');
    await press(page, 'Sign out');
    await expect(page.getByRole('status')).toContainText('You are signed out.');
    await page.goto(`/desk/cases/${enquiry.reference}/`);
    await at(desk, 'Sign in to the desk');
  });
});
