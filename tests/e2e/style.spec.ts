import type { Page } from '@playwright/test';
import { type Running, run } from '../support/copied-site.ts';
import { PORT as OTHERS } from './ports.ts';
import { SITE_ROOT } from './site.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  HUMAN_PAUSE_MS,
  test,
} from './support.ts';

const PORT = OTHERS + 6;
const SITE = `http://localhost:${PORT}`;

let server: Running;

/** The development server, as `npm run dev` starts it once the site is built. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const settings = { PORT: String(PORT), DATA: `.data-${PORT}`, RATE_LIMIT: '0' };
  server = await run({ root: SITE_ROOT }, 'netlify/dev/dev.ts', settings, ['--built']);
});

test.afterAll(() => server?.stop());

/** What the browser refuses, such as a style the policy does not name. */
function refusals(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', ({ message }) => said.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  return said;
}

test('every part of a page is shown beside its words, in light and dark, on wide and narrow screens @whole', async ({
  page,
}) => {
  const refused = refusals(page);
  await page.goto(`${SITE}/style/`);
  const examples = page.locator('.beside');
  // The development server loads a page again once it has prepared what the page is made of.
  await expect(examples.nth(8)).toBeVisible();
  await expect(examples.filter({ hasText: '<Door href=' })).toContainText(
    'I have been asked to join a group',
  );
  await expect(page.getByText('10 to 12 people').first()).toBeVisible();
  await expect(page.getByLabel('Your email address')).toHaveValue('name at example.org');
  // Sheets of style that pages take only when they need them.
  await expect(page.locator('.made .band')).not.toHaveCSS('padding-block-start', '0px');
  await expect(page.locator('.made .paper').first()).toHaveCSS('border-top-width', '1px');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  expect(refused).toEqual([]);
});

test('the development server shows pages with their styles, and answers what functions answer @whole', async ({
  page,
}) => {
  const refused = refusals(page);
  await page.goto(`${SITE}/contact/`);
  await expect(page.locator('body')).toHaveCSS('font-family', /^Atkinson\b(?! Arial)/);

  await page.goto(`${SITE}/enquire/`);
  await page.getByLabel('Organisation', { exact: true }).fill('Example County Council');
  await page.getByLabel('Your name').fill('A. Person');
  await page.getByLabel('Your email address').fill('person@example.org');
  await page.getByLabel('Reflective practice groups').check();
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await page.getByRole('button', { name: 'Send your enquiry' }).click();
  await expect(page).toHaveURL(/\/your-enquiry\/[\w-]+\/$/);
  const inbox = await fetch(`http://127.0.0.1:${PORT + 1}/emails?to=person@example.org`);
  const { data } = (await inbox.json()) as { data: unknown[] };
  expect(data).toHaveLength(1);
  expect(refused).toEqual([]);
});
