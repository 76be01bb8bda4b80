import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect as pageExpect, test } from '@playwright/test';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import { type FoundNow, foundIn } from '../../netlify/edit/findings.ts';
import { staffLine } from '../../netlify/edit/place-names.ts';
import { type CopiedSite, copySite, type Running, run } from '../support/copied-site.ts';
import { PORT as SITE_PORT } from './ports.ts';

/** What is saved is checked and drawn anew before it shows. */
const expect = pageExpect.configure({ timeout: 20_000 });

const PORT = SITE_PORT + 4;
const SITE = `http://127.0.0.1:${PORT}`;
const EDITOR = `${SITE}/keystatic`;

// A server that starts, a script of five megabytes, and pages drawn for the first time.
test.describe.configure({ timeout: 180_000 });

/** A page to edit, so that what staff do to the others changes nothing here. */
const PAGE = 'content/pages/an-example.mdx';
const PARAGRAPH =
  'Facilitators usually run <Fact id="a-day" /> over the course of a day, in one room.';
const WORDS = `---
title: An example
heading: An example
description: A page that stands here to be edited, with a paragraph that names a fact.
---
${PARAGRAPH}
`;

/** What the checks say before anything is changed. */
let expected: FoundNow;

let site: CopiedSite;
let server: Running;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = copySite();
  writeFileSync(join(site.root, PAGE), WORDS);
  // The tests' own settings are written by hand, with comments; here they stand as the editor writes them.
  execFileSync('node', ['netlify/edit/write-content.ts'], { cwd: site.root });
  execFileSync('git', ['-C', site.root, 'add', 'content']);
  expected = foundIn(site.root);
  server = await run(site, 'netlify/edit/start.ts', { PORT: String(PORT) });
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

const told = (page: Page, list: 'To fix' | 'Advice') =>
  page
    .getByRole('complementary', { name: 'What the checks say' })
    .getByRole('list', { name: list, includeHidden: true })
    .getByRole('listitem', { includeHidden: true });

const REFUSED = ' Groups of 8 meet.';
const TYPED = 'They meet, and reflct.';

/** An answer that names the number in words of its own contradicts the fact once that is changed. */
const CONTRADICTED =
  /content\/questions\.yaml:\d+: “3 or 4 groups .*” contradicts a fact, “2 or 3 groups”/;

type Changes = ReturnType<CopiedSite['diff']>;

/** What staff change beside a paragraph. */
async function changeFact(page: Page): Promise<Changes> {
  await test.step('a fact; every page that names it says so', async () => {
    await page.goto(`${EDITOR}/singleton/facts`);
    await page.getByRole('textbox', { name: 'What readers see' }).nth(3).fill('2 or 3 groups');
    await page.getByRole('textbox', { name: 'Least' }).nth(1).fill('2');
    await page.getByRole('textbox', { name: 'Most' }).nth(1).fill('3');
    await save(page);
    const shown = await page.context().newPage();
    await shown.goto(`${SITE}/an-example/`);
    await expect(shown.getByText('usually run 2 or 3 groups')).toBeVisible();
    await shown.close();
  });

  return [
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
  ];
}

test('staff change a paragraph and a fact, and nothing else changes @whole', async ({ page }) => {
  const odd = {
    where: PAGE,
    line: 9,
    label: 'Words',
    wrong: '“reflct” is not in the dictionary.',
    instead: 'Did you mean “reflect”? If it is right, add it to content/spelling.txt.',
  };
  await test.step('a number that contradicts a fact is refused where it is typed', async () => {
    await page.goto(`${EDITOR}/collection/pages`);
    await page.getByText('an-example', { exact: true }).click();
    await afterParagraph(page, 'over the course of a day');
    await page.keyboard.type(REFUSED);
    await expect(page.getByRole('main').getByRole('list', { name: 'To fix' })).toContainText(
      '“Groups of 8” contradicts a fact, “10 to 12 people”.',
    );
    await page.getByRole('button', { name: 'Save' }).click();
    expect(site.diff()).toEqual([]);
    await afterParagraph(page, 'over the course of a day');
    for (const _ of REFUSED) await page.keyboard.press('Backspace');
  });

  await test.step('a paragraph; the editor and the page show the advice', async () => {
    await afterParagraph(page, 'over the course of a day');
    await page.keyboard.type(` ${TYPED}`);
    await save(page);
    const found = foundIn(site.root);
    expect(found.refusals).toEqual(expected.refusals);
    const known = expected.advice.map(staffLine);
    expect(found.advice.filter((each) => !known.includes(staffLine(each)))).toEqual([odd]);
    await expect(told(page, 'Advice')).toHaveText(found.advice.map(staffLine));
    const preview = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Preview' }).click();
    const shown = await preview;
    expect(shown.url()).toBe(`${SITE}/an-example/`);
    // While it takes up what was saved, Astro's development server can answer once that it knows no such page.
    await expect(async () => {
      await shown.reload();
      await expect(shown.getByText(TYPED)).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expect(shown.getByText(staffLine(odd))).toBeHidden();
    await shown.getByText(/^\d+ suggestions?, which hold nothing up$/).click();
    await expect(shown.getByText(staffLine(odd))).toBeVisible();
    await shown.close();
  });

  const more = await changeFact(page);
  const { refusals } = foundIn(site.root);
  const isContradicted = (finding: Fault) => CONTRADICTED.test(faultLine(finding));
  const others = refusals.filter((finding) => !isContradicted(finding));
  expect(others).toEqual(expected.refusals);
  expect(refusals).toHaveLength(others.length + 1);
  // The windows say what is to be fixed, and the terminal says the same.
  await expect(told(page, 'To fix')).toHaveText(refusals.map(staffLine));
  expect(server.said()).toContain(refusals.filter(isContradicted).map(faultLine)[0]);
  expect(site.diff()).toEqual([[PAGE, [`-${PARAGRAPH}`, `+${PARAGRAPH} ${TYPED}`]], ...more]);
});

test('hours nobody can be given are refused in the form, and a change is taken back @whole', async ({
  page,
}) => {
  const file = join(site.root, 'content/settings/line.yaml');
  const before = readFileSync(file, 'utf8');
  await page.goto(`${EDITOR}/singleton/line`);
  const monday = page.getByLabel('Monday');
  await monday.fill('09:00 to 19:00');
  await monday.blur();
  await expect(
    page.getByText('The line never stays open after 6pm. Write 6pm or earlier.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await monday.fill('closed');
  await save(page);
  expect(readFileSync(file, 'utf8')).toBe(
    before.replace("monday:\n    opens: '09:00'\n    closes: '18:00'", 'monday: closed'),
  );
  const saved = page.getByText('Saved on this computer.');
  await expect(saved).toBeVisible();
  await monday.fill('9am to 7pm');
  await expect(saved).toBeHidden();
  await monday.fill('closed');

  const mine = page.getByRole('complementary', { name: 'Your last change' });
  await expect(mine).toContainText('You last saved: Telephone and hours (');
  await mine.getByRole('button', { name: 'Take this change back' }).click();
  await mine.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(mine).toContainText('so this is as it was before: Telephone and hours (');
  await expect(monday).toHaveValue('9am to 6pm');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('what is found in a long page lies over none of its words @whole', async ({ page }) => {
  await page.goto(`${EDITOR}/collection/pages/item/commissioning`);
  const words = page.locator('[contenteditable="true"]').first();
  await words.locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(REFUSED);
  const found = page.getByRole('main').getByRole('list', { name: 'To fix' });
  await expect(found).toBeInViewport({ ratio: 1 });
  // To the end of what holds both.
  await found.evaluate((list) => list.parentElement?.parentElement?.scrollTo(0, 100_000));
  const over = async () => {
    const [above, below] = [await words.boundingBox(), await found.boundingBox()];
    return (above?.y ?? 0) + (above?.height ?? 0) - (below?.y ?? 0);
  };
  await expect.poll(over).toBeLessThanOrEqual(0);
});

test('a page that cannot be drawn says what to fix, and is there again once it is @whole', async ({
  page,
}) => {
  const file = join(site.root, 'content/settings/facts.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('says: 10 to 12 people', 'says: 8 to 9 people'));
  const toFix = 'Facts and numbers: “Group size → What readers see” is';
  // What other tests left to be fixed can stand there for a moment before this is read.
  await expect(async () => {
    expect((await page.goto(`${SITE}/an-example/`))?.status()).toBe(500);
    await expect(
      page.getByRole('heading', { name: 'This page cannot be shown until this is fixed:' }),
    ).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: toFix })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 30_000 });
  await expect(page.locator('vite-error-overlay')).toHaveCount(0);
  writeFileSync(file, before);
  await expect(page.getByRole('heading', { name: 'An example' })).toBeVisible();
});
