import type { Page } from '@playwright/test';
import { askForLink, linkIn, signInAtDesk, staffAddress } from './desk.ts';
import { expect, inboxPage, test } from './support.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('staff ask for a link, follow it from their email, press the button and sign out again', async ({
    page,
    context,
  }) => {
    await page.goto('/desk/');
    await expect(heading(page, 'Sign in to the desk')).toBeVisible();
    await expect(page).toHaveTitle(/^Sign in to the desk · The desk · /);
    const email = await askForLink(page);
    const asked = (await context.cookies()).map(({ name }) => name);
    expect(asked, 'nobody is signed in by asking').toEqual(['__Host-desk-browser']);

    await page.goto(inboxPage(email));
    await expect(page.getByText('It works once, and for 10 minutes').first()).toBeVisible();
    await page.goto(linkIn(email));
    await expect(page.getByText(`as ${staffAddress()}`)).toBeVisible();
    expect(await context.cookies(), 'nor by opening the link').toHaveLength(1);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page, 'Today')).toBeVisible();
    await expect(page).toHaveURL('/desk/');

    const [cookie, ...more] = await context.cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({
      name: '__Host-desk',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      expires: -1,
    });

    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('status').first()).toContainText('You are signed out');
    expect(await context.cookies()).toEqual([]);
    await page.goto('/desk/');
    await expect(heading(page, 'Sign in to the desk')).toBeVisible();
    await page.goBack();
    await page.goto(linkIn(email));
    await expect(heading(page, 'This link has been used')).toBeVisible();
  });

  test('whoever was on the way to a page goes on to it @whole', async ({ page }) => {
    await signInAtDesk(page, '/desk/cases/');
    await expect(page.getByRole('link', { name: 'Cases' })).toHaveAttribute('aria-current', 'page');
  });

  test('what was written after a session ended is shown again, and nothing is done @whole', async ({
    page,
    context,
  }) => {
    await signInAtDesk(page);
    await page.goto('/desk/sign-out/');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(heading(page, 'You are signed out')).toBeVisible();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(heading(page, 'Sign in to the desk')).toBeVisible();
  });
});

test('staff sign in and out by keyboard alone', async ({ page }) => {
  await page.goto('/desk/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the main part' })).toBeFocused();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Tab');
  await expect(page.getByLabel('Your email address')).toBeFocused();
  await page.keyboard.type('nowhere');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your email address')).toBeFocused();

  await page.goto(linkIn(await askForLink(page)));
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Today')).toBeVisible();

  const ways = page.getByRole('navigation', { name: 'Desk' }).getByRole('link');
  const out = ways.filter({ hasText: 'Sign out' });
  // To skip to the main part, the desk’s own name, then the ways around up to this one.
  const stops = 3 + (await ways.allInnerTexts()).indexOf('Sign out');
  for (let times = 0; times < stops; times += 1) await page.keyboard.press('Tab');
  await expect(out).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Sign out?')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('You are signed out');
});

test('the page of today leads to what waits, each at its case @whole', async ({
  page,
  request,
}) => {
  const name = `F. Person ${test.info().parallelIndex}`;
  const enquiry = { organisation: 'Example Hospice', name, email: 'f@example.org' };
  const post = { data: { ...enquiry, interests: ['groups'] } };
  const sent = await request.post('/api/enquiries', post);
  const { reference } = (await sent.json()) as { reference: string };
  await signInAtDesk(page);
  const waiting = page.getByRole('region', { name: 'Waiting for us' });
  const entry = waiting.getByRole('listitem').filter({ hasText: reference });
  await entry.getByRole('link', { name: `${name}, Example Hospice` }).click();
  await expect(page).toHaveURL(`/desk/cases/${reference}/`);
  await expect(page.getByText('Example Hospice').first()).toBeVisible();
});

test('readers get no cookie, and search engines hear nothing of the desk @whole', async ({
  page,
  context,
  request,
}) => {
  for (const path of ['/', '/enquire/', '/callback/', '/discovery-call/', '/plan/', '/privacy/']) {
    await page.goto(path);
    expect(await page.content(), path).not.toContain('href="/desk/');
  }
  expect(await context.cookies()).toEqual([]);
  const map = await (await request.get('/sitemap-0.xml')).text();
  expect(map).toContain('<loc>');
  expect(map).not.toContain('desk');
});
