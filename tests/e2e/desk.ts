import { type Page, test } from '@playwright/test';
import { type Email, emailTo, expect, newestTo } from './support.ts';

/** Addresses on the staff list, one for each worker, so that none uses another's link. */
const STAFF = ['staff@example.org', 'rota@example.org', 'desk@example.org'] as const;

/** The address this worker's tests sign in with. */
export const staffAddress = (): string => STAFF[test.info().parallelIndex % STAFF.length] ?? '';

const SUBJECT = 'Sign in to the desk';

/** Asks for a link as somebody would, from the form on `page`, and returns the email that came of it. */
export async function askForLink(page: Page, staff = staffAddress()): Promise<Email> {
  const before = await newestTo(staff, SUBJECT);
  await page.getByLabel('Your email address').fill(staff);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  return emailTo(staff, SUBJECT, before);
}

/** The link of an email that signs in. */
export const linkIn = ({ text }: Email): string =>
  /https?:\S+\/desk\/sign-in\/[\w-]{43}\//.exec(text)?.[0] ?? '';

/** Signs in by the link in a real email, and stands on the page of the desk that was asked for. */
export async function signInAtDesk(page: Page, path = '/desk/'): Promise<void> {
  await page.goto(path);
  await page.goto(linkIn(await askForLink(page)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(path);
}
