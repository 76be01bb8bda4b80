import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { linksIn } from '../support/links.ts';
import { staffAddress } from './desk.ts';
import { type Email, emailTo, everyEmail, expect, expectAccessible } from './support.ts';

/** Who enquires on that day, and who has a call booked. */
export const ENQUIRER = 'desk-day-enquirer@example.org';
export const CALLER = 'desk-day-caller@example.org';

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
export async function theDayBefore(request: APIRequestContext) {
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
export interface Seat {
  page: Page;
  copy: Page;
}

/** A page of another browser, without script if nothing else is said. */
export async function newPage(
  browser: Browser,
  baseURL = '',
  javaScriptEnabled = false,
): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled });
  return context.newPage();
}

/** Axe finds nothing in the page as it stands; it needs script, so it is shown a copy. */
export async function look({ page, copy }: Seat): Promise<void> {
  const address = page.url();
  const body = await page.content();
  await copy.route(address, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await copy.goto(address);
  await expectAccessible(copy);
  await copy.unroute(address);
}

/** The page that is open is called so, and axe finds nothing in it (see `look`). */
export async function at(seat: Seat, name: string | RegExp): Promise<void> {
  await expect(seat.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await look(seat);
}

/** Presses a button, and follows a link, by its whole name. */
export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();
export const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).click();

/** The address of the first time an email offers. */
export const firstTimeIn = ({ text }: Email): string =>
  /https?:\S+[?&]start=\S+/.exec(text)?.[0] ?? '';

/** Offers the times that are ticked to begin with, once the email has been read. */
export async function offerTimes(desk: Seat, to: string): Promise<Email> {
  const { page } = desk;
  await at(desk, /^Offer (other )?times$/);
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
  expect(email.text).toContain('are not reserved');
  return email;
}

/**
 * Fetches every link in mail to staff as a scanner would: nothing is opened, set or changed by it, and no mail goes out
 * about the cases of `references` (others may be at work on theirs meanwhile).
 */
export async function scanStaffMail(
  request: APIRequestContext,
  site: string,
  references: readonly string[],
): Promise<void> {
  const about = (emails: readonly Email[]) =>
    emails
      .filter(({ text }) => references.some((reference) => text.includes(reference)))
      .map(({ id }) => id);
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
  expect(about(mail).length).toBeGreaterThan(0);
  expect(about(await seen())).toEqual(about(mail));
}
