import type { BrowserContext, Page } from '@playwright/test';
import {
  emailTo,
  expect,
  HUMAN_PAUSE_MS,
  newestTo,
  type Script,
  scripts,
  test,
} from './support.ts';

// Ways in which people really fill in and send a form. In each the page says what is so, and the mail is read back.

const SEND = 'Send your enquiry';

async function typeEnquiry(page: Page, email: string): Promise<void> {
  await page.getByLabel('Organisation', { exact: true }).fill('Example County Council');
  await page.getByLabel('Your name').fill('A. Person');
  await page.getByLabel('Your email address').fill(email);
  await page.getByLabel('Reflective practice groups').check();
}

const send = (page: Page) => page.getByRole('button', { name: SEND }).click();

const state = (page: Page, name: string) => page.locator(`[data-state="${name}"]`).first();

/** The enquiry is sent: the page says so, and so does the mail. */
async function expectSent(page: Page, email: string): Promise<void> {
  await expect(state(page, 'enquiry-saved')).toBeVisible();
  const reference = (await page.locator('.reference').textContent())?.trim() ?? '';
  expect((await emailTo(email)).subject).toContain(reference);
}

/** What a way is gone with: a page, its browser, and an address of its own. */
interface Going {
  page: Page;
  context: BrowserContext;
  email: string;
}

/** Each way, and whether script is on for it in an ordinary run. */
const WAYS: Readonly<Record<string, readonly [Script, (going: Going) => Promise<void>]>> = {
  'details that are there already, checked at once and booked @whole': [
    'off',
    async ({ page, email }) => {
      await page.goto('/enquire/');
      await typeEnquiry(page, email);
      await page.getByLabel('Your phone number').fill('01632 960 001');
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await send(page);
      await expectSent(page, email);
      await page.locator('main').getByRole('link', { name: 'Book a discovery call' }).click();
      await page
        .getByRole('radio', { name: /\d times?$/ })
        .last()
        .check();
      await page
        .getByRole('radio', { name: /[ap]m$/ })
        .last()
        .check();
      await page.getByRole('button', { name: /^Continue with/ }).click();
      await page.getByRole('button', { name: 'Check your answers' }).click();
      await page.getByRole('button', { name: 'Book this discovery call' }).click();
      await expect(state(page, 'call-booked')).toBeVisible();
      const invited = await emailTo(email, 'is booked');
      expect(invited.attachments.map(({ filename }) => filename)).toEqual(['invite.ics']);
    },
  ],
  'the connection is lost while sending, and Back brings the fields again': [
    'on',
    async ({ page, context, email }) => {
      await page.goto('/enquire/');
      await typeEnquiry(page, email);
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await context.setOffline(true);
      await send(page).catch(() => undefined);
      await page.waitForTimeout(500);
      await context.setOffline(false);
      if (!/\/enquire\/$/.test(page.url())) await page.goBack();
      await expect(page.getByLabel('Your name')).toHaveValue('A. Person');
      await send(page);
      await expectSent(page, email);
    },
  ],
  'the page is loaded again, and the fields filled in at once @whole': [
    'off',
    async ({ page, email }) => {
      await page.goto('/enquire/');
      await page.reload();
      await typeEnquiry(page, email);
      await send(page);
      await expectSent(page, email);
    },
  ],
  'a tab that was left and comes back, sent at once': [
    'on',
    async ({ page, email }) => {
      await page.goto('/enquire/');
      await typeEnquiry(page, email);
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await page.goto('/how-a-group-works/');
      await page.goBack();
      await expect(page.getByLabel('Your name')).toHaveValue('A. Person');
      await send(page);
      await expectSent(page, email);
    },
  ],
  'something fills the trap: nothing is claimed, and one press more sends it @whole': [
    'off',
    async ({ page, email }) => {
      await page.goto('/enquire/');
      await typeEnquiry(page, email);
      await page.locator('input[name="leave-empty"]').fill('https://example.org', { force: true });
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await send(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Not sent yet: press to send it',
      );
      await expect(page.locator('.answers')).toContainText('Example County Council');
      await expect(page.locator('main')).not.toContainText(/We have your enquiry|reference/);
      expect(await newestTo(email)).toBeUndefined();
      await send(page);
      await expectSent(page, email);
    },
  ],
};

for (const [at, [way, [ordinarily, go]]] of Object.entries(WAYS).entries()) {
  for (const script of scripts(ordinarily)) {
    test.describe(`with script ${script}`, () => {
      test.use({ javaScriptEnabled: script === 'on' });

      test(way, ({ page, context }) =>
        go({ page, context, email: `way-${at}-${script}@example.org` }),
      );
    });
  }
}

test('what Chromium fills in itself is not judged by its age', async ({ page, context }) => {
  const email = 'autofill-on@example.org';
  await page.goto('/enquire/');
  const devtools = await context.newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('Autofill.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'input[name=email]',
  });
  const { node } = await devtools.send('DOM.describeNode', { nodeId });
  const fields = [
    ['NAME_FULL', 'A. Person'],
    ['EMAIL_ADDRESS', email],
    ['COMPANY_NAME', 'Example County Council'],
    ['ADDRESS_HOME_COUNTRY', 'GB'],
  ].map(([name = '', value = '']) => ({ name, value }));
  const filled = await devtools
    .send('Autofill.trigger', { fieldId: node.backendNodeId, address: { fields } } as never)
    .then(
      () => true,
      () => false,
    );
  const isFilledIn = filled && (await page.locator('input:autofill').count()) > 0;
  test.skip(!isFilledIn, 'Chromium would not fill the form in itself: that way was not driven.');
  await page.getByLabel('Reflective practice groups').check();
  await send(page);
  await expectSent(page, email);
});
