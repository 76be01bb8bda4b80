import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { inviteIn } from '../support/read-calendar.ts';
import { type Email, expect, HUMAN_PAUSE_MS } from './support.ts';

/** The address every notice to staff goes to. */
export const STAFF = 'staff@example.org';

/** Words that stand in an address only beside a key. */
const BESIDE_A_KEY = /\/your-enquiry\/|\/api\/bookings\//;

/** The invitation that came with an email, whose own type must say the same as the calendar in it. */
export function invitationIn(email: Email) {
  const { contentType, ...invitation } = inviteIn(email);
  expect(contentType).toBe(`text/calendar; charset=UTF-8; method=${invitation.method}`);
  return invitation;
}

/** Expects mail to staff to hold no key, in words, markup or calendar, so that quoting it gives nothing away. */
export function expectNoKey(email: Email, key: string): void {
  const { text } = inviteIn(email);
  for (const said of [email.subject, email.text, email.html, text.replaceAll('\r\n ', '')]) {
    expect(said).not.toMatch(BESIDE_A_KEY);
    expect(said).not.toContain(key);
  }
}

/** The heading a page is known by. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The reference on the page of a case. */
export const referenceOn = async (page: Page) =>
  (await page.locator('.reference').textContent())?.trim() ?? '';

/** The key of a case, in the address of its page. */
export const keyOf = (link: string) => new URL(link).pathname.split('/')[2] ?? '';

const dayAndClock = (name: string) => name.split(', ') as [day: string, clock: string];

/** The choice of a day, with how many times are free on it. */
export const dayChoice = (page: Page, day: string): Locator =>
  page.getByRole('radio', { name: new RegExp(`^${day.replaceAll(' ', '\\s')}, \\d+ times?$`) });

/** The time named `name`, such as "Thursday 26 November, 11am": of the day that is open, or among the nearest times of any day. */
export function time(page: Page, name: string): Locator {
  const [day, clock] = dayAndClock(name);
  return page
    .getByRole('group', { name: day, exact: true })
    .getByRole('radio', { name: clock, exact: true })
    .or(page.getByRole('radio', { name, exact: true }));
}

/** Opens the day of a time, and chooses it. */
export async function chooseTime(page: Page, name: string): Promise<void> {
  const [day] = dayAndClock(name);
  await dayChoice(page, day).check();
  await time(page, name).check();
}

/** Chooses a day and a time, and presses the button of that day, which does what `does` says. */
export async function pressWith(page: Page, does: string, name: string): Promise<void> {
  await chooseTime(page, name);
  const [day] = dayAndClock(name);
  await page.getByRole('button', { name: `${does} ${day}` }).click();
}

/** Chooses a time and goes on to the details. */
export async function goOnWith(page: Page, name: string): Promise<void> {
  await pressWith(page, 'Continue with', name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your details');
}

/** What somebody types into a call's form, by label. */
export const DETAILS = {
  'Your name': 'Zoë Ångström-Person',
  'Your phone number': '01632 960 123',
  Organisation: 'Example County Council',
  'What would you like to talk about?': 'Two teams & “one” question',
} as const;

/** Fills in a call's form, at a person's pace. */
export async function fillIn(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
  await page.waitForTimeout(HUMAN_PAUSE_MS);
}

/** Expects everything typed into a call's form to stand in it still. */
export async function expectTyped(
  page: Page,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    await expect(page.getByLabel(label)).toHaveValue(text);
  }
}

/** Presses a button of a form, and gives the status of the page that answers. */
export async function statusAfter(page: Page, button: string): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  await page.getByRole('button', { name: button }).click();
  return (await answered).status();
}

/** Somebody else books a callback at `start` meanwhile. */
export async function takeMeanwhile(request: APIRequestContext, start: string): Promise<void> {
  const data = { start, name: 'B. Person', phone: '01632 960 999' };
  const answer = await request.post('/api/callbacks', { data });
  expect(answer.status()).toBe(201);
}

/** Moves on with Tab, as a reader without a mouse does, until `target` has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}
