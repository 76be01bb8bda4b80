import { readFileSync } from 'node:fs';
import { type Locator, type Page, expect as pageExpect, test } from '@playwright/test';
import type { FakeGitHub } from '../support/fake-github.ts';
import { type HostedEditor, hostedEditor, SITE } from './hosted-editor.ts';
import { WHOLE } from './support.ts';

const expect = pageExpect.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 180_000 });

const PAGE = 'content/pages/an-example.mdx';
const PARAGRAPH =
  'Facilitators usually run <Fact id="a-day" /> over the course of a day, in one room.';
const WORDS = `---
title: An example
heading: An example
description: A page that stands here to be edited, with a paragraph that names a fact.
menu: {}
foot: {}
next: {}
---
${PARAGRAPH}
`;

const QUESTIONS = 'content/questions.yaml';
const ANSWERED = `questions:
  - id: days
    question: How many groups can meet in a day?
    answer: External facilitators usually run 3 or 4 groups over the course of a day.
  - id: cost
    question: What does it cost?
  - id: checks
    question: What insurance do your facilitators have?
`;

let editor: HostedEditor;
let github: FakeGitHub;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  editor = await hostedEditor([
    [PAGE, WORDS],
    [QUESTIONS, ANSWERED],
  ]);
});

test.beforeEach(async ({ context }) => {
  github = editor.freshGitHub();
  await editor.answerFor(context);
});

test.afterAll(() => editor?.stop());

/** Puts the cursor after the last word of the paragraph. */
async function afterParagraph(page: Page): Promise<void> {
  const paragraph = page.locator('[contenteditable="true"] p', { hasText: 'over the course' });
  await paragraph.click();
  await paragraph.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    getSelection()?.collapseToEnd();
  });
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${SITE}/edit/`);
  await page
    .getByRole('button', { name: 'Log in with GitHub' })
    .or(page.getByRole('link', { name: 'Log in with GitHub' }))
    .click();
  await expect(page.getByRole('link', { name: 'Pages' }).first()).toBeVisible();
}

/** The lines that the one commit takes out and puts in, by its files, after `press`. */
async function committed(press: () => Promise<void>) {
  const before = github.commits('main').length;
  await press();
  await expect.poll(() => github.commits('main').length).toBe(before + 1);
  return github.commits('main').at(-1)?.files;
}

const save = (page: Page) =>
  committed(() => page.getByRole('button', { name: 'Save', exact: true }).click());

/** A dialog ends above the foot of the window, whatever is open there. */
async function nothingCovered(page: Page, dialog: Locator): Promise<void> {
  // It comes in from below.
  await expect(async () => {
    const [box, foot] = [await dialog.boundingBox(), await page.locator('#foot').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  }).toPass();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeInViewport();
}

const toFix = (page: Page) =>
  page
    .getByRole('complementary', { name: 'What the checks say' })
    .getByRole('list', { name: 'To fix', includeHidden: true })
    .getByRole('listitem', { includeHidden: true });

const field = (page: Page, name: string) =>
  page.getByRole('main').getByRole('textbox', { name, exact: true });

test('nobody whom GitHub does not let write sees anything of the editor', async ({ page }) => {
  github.mayWrite = false;
  await page.goto(`${SITE}/edit/`);
  await page
    .getByRole('button', { name: 'Log in with GitHub' })
    .or(page.getByRole('link', { name: 'Log in with GitHub' }))
    .click();
  await expect(page.getByRole('heading', { name: 'You cannot edit this site yet' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  // A key got in another way opens nothing either.
  await page.context().addCookies([{ name: 'keystatic-gh-access-token', value: 'key', url: SITE }]);
  await page.goto(`${SITE}/keystatic/branch/main/collection/pages`);
  await expect(page.getByRole('alert')).toContainText('may not change this site');
  await expect(page.getByText('an-example')).toHaveCount(0);
  expect(github.commits('main')).toEqual([]);
});

test('staff sign in and change words; each commit has those lines and no others', async ({
  page,
}) => {
  await signIn(page);

  await test.step('a paragraph', async () => {
    await page.goto(`${SITE}/keystatic/branch/main/collection/pages/item/an-example`);
    await afterParagraph(page);
    await page.keyboard.type(' It is quiet.');
    expect(await save(page)).toEqual({ [PAGE]: [`-${PARAGRAPH}`, `+${PARAGRAPH} It is quiet.`] });
    expect(github.file('main', PAGE)?.toString()).toBe(
      WORDS.replace(PARAGRAPH, `${PARAGRAPH} It is quiet.`),
    );
    await expect(page.getByText('“The page /an-example/” is on the site.')).toBeVisible();
  });

  await test.step('and take the change back; the form shows the words as they were', async () => {
    const mine = page.getByRole('complementary', { name: 'Your last change' });
    await expect(mine).toContainText('You last saved: The page /an-example/ (');
    await mine.getByRole('button', { name: 'Take this change back' }).click();
    await expect(mine).toContainText('Put it back as it was before you saved it?');
    await mine.getByRole('button', { name: 'No, leave it' }).click();
    await mine.getByRole('button', { name: 'Take this change back' }).click();
    const yes = mine.getByRole('button', { name: 'Yes, take it back' });
    await expect(yes).toBeFocused();
    expect(await committed(() => yes.click())).toEqual({
      [PAGE]: [`-${PARAGRAPH} It is quiet.`, `+${PARAGRAPH}`],
    });
    await expect(mine).toContainText('so this is as it was before: The page /an-example/ (');
    await expect(
      page.getByText('“Take back: The page /an-example/” is on the site.'),
    ).toBeVisible();
    await expect(page.locator('[contenteditable="true"] p').first()).toHaveText(/in one room\.$/);
  });

  await test.step('a number that contradicts a fact is refused in the form', async () => {
    await afterParagraph(page);
    await page.keyboard.type(' Groups of 8 meet.');
    const refusal = page.getByRole('main').getByRole('list', { name: 'To fix' });
    await expect(refusal).toContainText('“Groups of 8” contradicts a fact, “10 to 12 people”.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForTimeout(500);
    expect(github.commits('main')).toHaveLength(2);
    await expect(refusal).toBeInViewport();
  });
});

test('a change goes to a branch of the writer’s own where the owner wants it so @whole', async ({
  page,
}) => {
  await page.route(`${SITE}/keystatic**`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('"goesTo":"main"', '"goesTo":"branch"');
    await route.fulfill({ response: answer, body });
  });
  await signIn(page);
  await page.goto(`${SITE}/keystatic`);
  await expect(page).toHaveURL(`${SITE}/keystatic/branch/edit%2Fa-writer`);
  await page.goto(`${SITE}/keystatic/branch/main/singleton/line`);
  await expect(page).toHaveURL(`${SITE}/keystatic/branch/edit%2Fa-writer/singleton/line`);
  await page.getByRole('textbox', { name: 'Phone' }).fill('01632 960 001');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => github.commits('edit/a-writer').length).toBe(1);
  expect(github.commits('edit/a-writer')[0]?.files).toEqual({
    'content/settings/line.yaml': ['-phone: 07800 970 049', '+phone: 01632 960 001'],
  });
  expect(github.commits('main')).toEqual([]);
});

// `npm run states` has staff change everything else there is; an ordinary run has shown how a change is saved.
if (WHOLE) {
  test('staff change a fact and the answer that says it', async ({ page }) => {
    await signIn(page);

    await test.step('the fact; what says it otherwise now is told at once', async () => {
      await page.getByRole('link', { name: 'Facts and numbers' }).first().click();
      const fact = page.getByRole('group', { name: 'A day', exact: true });
      await fact.getByRole('textbox', { name: 'What readers see' }).fill('2 or 3 groups');
      await fact.getByRole('textbox', { name: 'Least' }).fill('2');
      await fact.getByRole('textbox', { name: 'Most' }).fill('3');
      expect(await save(page)).toEqual({
        'content/settings/facts.yaml': [
          '-  says: 3 or 4 groups',
          '-  least: 3',
          '-  most: 4',
          '+  says: 2 or 3 groups',
          '+  least: 2',
          '+  most: 3',
        ],
      });
      await expect(toFix(page)).toHaveText([
        /Questions people ask → How many groups can meet in a day\? → Answer: “3 or 4 groups .*” contradicts a fact, “2 or 3 groups”\. Write “2 or 3 groups”/,
      ]);
    });

    await test.step('the answer, which is held to the fact as it is now', async () => {
      await page.getByRole('link', { name: 'Questions people ask' }).first().click();
      await page.getByRole('row', { name: /How many groups can meet in a day/ }).click();
      const dialog = page.getByRole('dialog');
      const answer = dialog.getByRole('textbox', { name: 'Answer' });
      await nothingCovered(page, dialog);
      await page.getByText('1 thing to fix in this form before it can be saved').click();
      await page.getByRole('button', { name: /contradicts a fact/ }).click();
      await expect(answer).toBeInViewport();
      await nothingCovered(page, dialog);
      await answer.fill((await answer.inputValue()).replace('3 or 4', '2 or 3'));
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(dialog).toBeHidden();
      expect(await save(page)).toEqual({
        [QUESTIONS]: [
          '-    answer: External facilitators usually run 3 or 4 groups over the course of a day.',
          '+    answer: External facilitators usually run 2 or 3 groups over the course of a day.',
        ],
      });
      expect(github.file('main', QUESTIONS)?.toString()).toBe(
        ANSWERED.replace('3 or 4 groups', '2 or 3 groups'),
      );
      await expect(toFix(page)).toHaveCount(0);
    });
  });

  const HOSPICES = `---
title: Groups in hospices
heading: Groups in hospices
description: Reflective practice groups for the staff and carers of hospices.
menu:
  place: 3
  label: Hospices
foot: {}
next: {}
---
Hospice teams meet loss every day.

<Picture file="/pictures/groups-in-hospices/a-room.png" words="A ring of chairs." />
`;

  /** A picture that is there already, under a name as a telephone might give it. */
  const picture = () => readFileSync('public/apple-touch-icon.png');

  test('staff add a page with a picture and a place in the menu', async ({ page }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Pages' }).first().click();
    await page
      .getByRole('link', { name: 'Add' })
      .or(page.getByRole('button', { name: 'Add' }))
      .first()
      .click();
    await field(page, 'Address on the site').fill('groups-in-hospices');
    await field(page, 'Title').fill('Groups in hospices');
    await field(page, 'Heading').first().fill('Groups in hospices');
    await field(page, 'Description').fill(
      'Reflective practice groups for the staff and carers of hospices.',
    );
    const menu = page.getByRole('group', { name: 'Menu', exact: true });
    await menu.getByRole('textbox', { name: 'Place' }).fill('3');
    await menu.getByRole('textbox', { name: 'Label' }).fill('Hospices');
    await field(page, 'Words').click();
    await page.keyboard.type('Hospice teams meet loss every day.');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: 'Insert' })
      .or(page.locator('main [aria-haspopup="true"]'))
      .first()
      .click();
    // A menu is as high as the window, and the foot does not cover its end.
    await expect(page.locator('#foot')).toHaveCSS('z-index', '0');
    await page
      .getByRole('menuitem', { name: /^Picture/ })
      .or(page.getByRole('option', { name: /^Picture/ }))
      .click();
    await field(page, 'Words').getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    const choose = async (button: string, buffer: Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: button }).click();
      await (await chooser).setFiles({ name: 'A room.png', mimeType: 'image/png', buffer });
    };
    await dialog.getByRole('textbox', { name: 'What it shows' }).fill('A ring of chairs.');
    await choose('Choose file', Buffer.alloc(9_100_000));
    await expect(dialog.getByRole('list', { name: 'To fix' })).toContainText('Save it smaller');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeVisible();
    await choose('Choose file', picture());
    await expect(dialog.getByRole('list', { name: 'To fix' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();

    const files = await committed(() => page.getByRole('button', { name: 'Create' }).click());
    const [file, shown] = [
      'content/pages/groups-in-hospices.mdx',
      'content/pictures/groups-in-hospices/a-room.png',
    ];
    expect(Object.keys(files ?? {}).sort()).toEqual([file, shown]);
    expect(github.file('main', file)?.toString()).toBe(HOSPICES);
    expect(github.file('main', shown)).toEqual(picture());
    await expect(page.getByText('“The page /groups-in-hospices/” is on the site.')).toBeVisible();
    await expect(toFix(page)).toHaveCount(0);
  });

  test('staff take a page away, and send its readers to another', async ({ page }) => {
    const [gone, heir] = ['content/pages/managers.mdx', 'content/pages/contact.mdx'];
    const before = github.file('main', gone)?.toString().split('\n') ?? [];
    const heirBefore = github.file('main', heir)?.toString() ?? '';
    await signIn(page);
    await page.goto(`${SITE}/keystatic/branch/main/collection/pages/item/managers`);
    await page.getByRole('button', { name: 'Delete entry…' }).click();
    const files = await committed(() => page.getByRole('button', { name: 'Yes, delete' }).click());
    expect(files).toEqual({ [gone]: before.slice(0, -1).map((line) => `-${line}`) });
    expect(github.file('main', gone)).toBeUndefined();

    await page.goto(`${SITE}/keystatic/branch/main/collection/pages/item/contact`);
    await field(page, 'Earlier addresses').fill('/managers/');
    expect(await save(page)).toEqual({ [heir]: ['+was: /managers/'] });
    expect(github.file('main', heir)?.toString()).toBe(
      heirBefore.replace('foot: {}\n', 'foot: {}\nwas: /managers/\n'),
    );
    await expect(toFix(page)).toHaveCount(0);
  });
}
