import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect as pageExpect, test } from '@playwright/test';
import { faultLines } from '../../netlify/local/edit/faults.ts';
import { type CopiedSite, copySite, type Running, run } from '../support/copied-site.ts';

/** What is saved is checked and drawn anew before it shows. */
const expect = pageExpect.configure({ timeout: 20_000 });

const PORT = 8894;
const SITE = `http://127.0.0.1:${PORT}`;
const EDITOR = `${SITE}/keystatic`;

// A server that starts, a script of five megabytes, and pages drawn for the first time.
test.describe.configure({ timeout: 180_000 });

let site: CopiedSite;
let server: Running;

test.beforeAll(async () => {
  site = copySite();
  server = await run(site, 'netlify/local/edit/start.ts', { PORT: String(PORT) });
});

test.afterAll(async () => {
  await server?.stop();
  site?.remove();
});

/** Presses Save, and waits until the file is written. */
async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse('**/api/keystatic/update');
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await saved).status()).toBe(200);
}

/** Puts the cursor after the last word of the paragraph that holds `words`. */
async function afterParagraph(page: Page, words: string): Promise<void> {
  const paragraph = page.locator('[contenteditable="true"] p', { hasText: words });
  await paragraph.click();
  await paragraph.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    getSelection()?.collapseToEnd();
  });
}

const faults = (page: Page) =>
  page.getByRole('complementary', { name: 'What is to be mended' }).getByRole('listitem');

const ASKED = 'What would you ask first?';
const PARAGRAPH =
  'An average is not a promise about any one person. You can ask about the training, the experience and the profession of whoever would be working with you. This page names nobody.';

test('staff change a paragraph, a fact and a closure, and nothing else changes', async ({
  page,
}) => {
  let unlisted = '';
  await test.step('a paragraph; the editor and the page say what it rests on is not listed', async () => {
    await page.goto(`${EDITOR}/collection/pages`);
    await page.getByText('facilitators', { exact: true }).click();
    await afterParagraph(page, 'This page names nobody.');
    await page.keyboard.type(` ${ASKED}`);
    await save(page);
    const [first = '', ...others] = faultLines(site.root);
    unlisted = first;
    expect(unlisted).toMatch(/^content\/pages\/facilitators\.mdx:25: /);
    expect(unlisted).toContain(ASKED);
    expect(others).toEqual([]);
    await expect(faults(page)).toHaveText([unlisted]);
    const preview = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Preview' }).click();
    const shown = await preview;
    expect(shown.url()).toBe(`${SITE}/facilitators/`);
    await expect(shown.getByText(`${PARAGRAPH} ${ASKED}`)).toBeVisible();
    await expect(faults(shown)).toHaveText([unlisted]);
    // The terminal says what the windows say.
    expect(server.said()).toContain(unlisted);
    await shown.close();
  });

  await test.step('a fact; every page that names it says so', async () => {
    await page.goto(`${EDITOR}/singleton/facts`);
    await page.getByRole('textbox', { name: 'What readers see' }).nth(3).fill('2 or 3 groups');
    await page.getByRole('textbox', { name: 'Least' }).nth(1).fill('2');
    await page.getByRole('textbox', { name: 'Most' }).nth(1).fill('3');
    await save(page);
    const shown = await page.context().newPage();
    await shown.goto(`${SITE}/facilitators/`);
    await expect(shown.getByText('usually run 2 or 3 groups')).toBeVisible();
    await shown.close();
  });

  await test.step('a closure', async () => {
    await page.goto(`${EDITOR}/singleton/line`);
    await page.getByRole('button', { name: 'Add' }).click();
    const closure = page.getByRole('dialog');
    await closure.getByLabel('From').fill('2026-12-29');
    await closure.getByLabel('To').fill('2027-01-04');
    await closure.getByLabel('Why').fill('Winter break');
    await closure.getByRole('button', { name: 'Add' }).click();
    await save(page);
  });

  expect(faultLines(site.root)).toEqual([unlisted]);
  expect(site.diff()).toEqual([
    ['content/pages/facilitators.mdx', [`-${PARAGRAPH}`, `+${PARAGRAPH} ${ASKED}`]],
    [
      'content/settings/facts.yaml',
      [
        '-  says: 3 or 4 groups',
        '-  least: 3',
        '-  most: 4',
        '+  says: 2 or 3 groups',
        '+  least: 2',
        '+  most: 3',
      ],
    ],
    [
      'content/settings/line.yaml',
      [
        '-closures: []',
        '+closures:',
        '+  - { from: 2026-12-29, to: 2027-01-04, why: Winter break }',
      ],
    ],
  ]);
});

test('hours nobody can be given are refused in the form, in the words of the checks', async ({
  page,
}) => {
  const file = join(site.root, 'content/settings/line.yaml');
  const before = readFileSync(file, 'utf8');
  await page.goto(`${EDITOR}/singleton/line`);
  const monday = page.getByLabel('Monday');
  await monday.fill('09:00 to 19:00');
  await monday.blur();
  await expect(
    page.getByText('The line never stays open after 18:00. Write 18:00 or earlier.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await monday.fill('closed');
  await save(page);
  expect(readFileSync(file, 'utf8')).toBe(
    before.replace('monday: { opens: "09:00", closes: "18:00" }', 'monday: closed'),
  );
});
