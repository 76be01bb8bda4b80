import type { Page } from '@playwright/test';
import { signInAtDesk } from './desk.ts';
import { expect, test } from './support.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** A device with a passkey of its own, whose owner confirms whatever it is asked (Chromium’s virtual authenticator). */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is added where somebody is signed in, signs in without mail, is named and removed', async ({
  page,
  context,
}) => {
  await withAuthenticator(page);
  await signInAtDesk(page, '/desk/sessions/');
  await page.getByRole('link', { name: 'Add a passkey' }).click();
  await page.getByLabel('What shall we call it?').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('status').first()).toContainText('The passkey is added.');
  await expect(page.getByText('Work laptop. Added')).toBeVisible();

  await context.clearCookies();
  await page.goto('/desk/diary/');
  await expect(heading(page, 'Sign in to the desk')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL('/desk/diary/');

  await page.goto('/desk/sessions/');
  await expect(page.getByText(/Work laptop\. Added .*, last used/)).toBeVisible();
  await page.getByLabel(/^Call it/).fill('Kept at home');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByRole('status').first()).toContainText('The name is saved.');
  await page.getByRole('button', { name: /^Remove it/ }).click();
  await expect(page.getByRole('status').first()).toContainText('That passkey is removed');
  await expect(page.getByText('Kept at home. Added')).toHaveCount(0);
});

test('the script of passkeys is loaded where it is used, and nowhere else @whole', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname);
  });
  await signInAtDesk(page);
  expect(new Set(asked)).toEqual(new Set(['/scripts/passkeys.js']));
  asked.length = 0;
  for (const path of ['/desk/', '/desk/cases/', '/desk/sessions/', '/', '/enquire/']) {
    await page.goto(path);
  }
  expect(asked).toEqual([]);
});

test.describe('with script off @whole', () => {
  test.use({ javaScriptEnabled: false });

  test('no passkey is offered, and everything else goes on', async ({ page }) => {
    await page.goto('/desk/');
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden();
    await signInAtDesk(page, '/desk/passkeys/add/');
    await expect(page.getByText('Adding a passkey needs JavaScript.')).toBeVisible();
  });
});
