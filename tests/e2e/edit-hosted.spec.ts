import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Page, expect as pageExpect, test } from '@playwright/test';
import { buildHostedEditor } from '../../netlify/build/hosted-editor.ts';
import { readEditSettings } from '../../netlify/edit/hosted/settings.ts';
import { type CopiedSite, copySite } from '../support/copied-site.ts';
import { type FakeGitHub, fakeGitHub } from '../support/fake-github.ts';
import { PORT as SITE_PORT } from './ports.ts';

const expect = pageExpect.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

const PORT = SITE_PORT + 5;
const SITE = `http://127.0.0.1:${PORT}`;
const SETTINGS = {
  EDIT_REPOSITORY: 'example/site',
  EDIT_GITHUB_CLIENT_ID: 'client',
  EDIT_GITHUB_CLIENT_SECRET: 'kept',
  EDIT_SECRET: 'placeholder '.repeat(3),
  EDIT_GOES_TO: 'main',
};

/** A page to edit, so that what staff do to the others changes nothing here. */
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

type Handler = (request: Request) => Promise<Response>;

let site: CopiedSite;
let github: FakeGitHub;
let server: Server;
const fetched = globalThis.fetch;

/** GitHub for the function, which asks it from where it runs. */
const asFunctionAsks: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname === 'github.com') {
    return Response.json({
      access_token: 'key',
      expires_in: 28_800,
      refresh_token: 'again',
      refresh_token_expires_in: 15_811_200,
      scope: '',
      token_type: 'bearer',
    });
  }
  if (url.hostname !== 'api.github.com') return fetched(input, init);
  const { status, json } = github.answer(init?.method ?? 'GET', url, '');
  return Response.json(json, { status });
};

/** The function and the files of a build, as the host would serve them. */
async function serve(root: string): Promise<Server> {
  Object.assign(process.env, SETTINGS);
  globalThis.fetch = asFunctionAsks;
  const file = pathToFileURL(join(root, 'build/functions/edit.mjs')).href;
  const { default: handle } = (await import(file)) as { default: Handler };
  const listening = createServer(async (request, response) => {
    const { url = '/', method = 'GET', headers } = request;
    if (url.startsWith('/_edit/')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(join(root, 'dist', url)));
      return;
    }
    const { cookie = '' } = headers;
    const answer = await handle(new Request(SITE + url, { method, headers: { cookie } }));
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) {
      if (name !== 'set-cookie') response.setHeader(name, value);
    }
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => listening.listen(PORT, '127.0.0.1', resolve));
  return listening;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = copySite();
  writeFileSync(join(site.root, PAGE), WORDS);
  execFileSync('node', ['netlify/edit/write-content.ts'], { cwd: site.root });
  await buildHostedEditor(site.root, readEditSettings(SETTINGS));
  server = await serve(site.root);
});

test.beforeEach(async ({ context }) => {
  github = fakeGitHub((root) => {
    cpSync(join(site.root, 'content'), join(root, 'content'), { recursive: true });
  });
  // Nothing leaves this machine: GitHub is answered here, and its sign-in page sends straight back.
  await context.route(/^https:\/\/github\.com\/login\/oauth\/authorize/, (route) => {
    const { searchParams } = new URL(route.request().url());
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'given');
    const state = searchParams.get('state');
    if (state) back.searchParams.set('state', state);
    return route.fulfill({
      contentType: 'text/html',
      body: `<script>location.replace(${JSON.stringify(String(back))})</script>`,
    });
  });
  await context.route(/^https:\/\/api\.github\.com\//, (route) => {
    const request = route.request();
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    };
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    const { status, json, bytes } = github.answer(
      request.method(),
      new URL(request.url()),
      request.postData() ?? '',
    );
    return route.fulfill({ status, headers, body: bytes ?? JSON.stringify(json) });
  });
});
test.afterEach(() => github.remove());

test.afterAll(() => {
  globalThis.fetch = fetched;
  server?.close();
  site?.remove();
});

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
}

const saved = async (page: Page) => {
  const before = github.commits('main').length;
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => github.commits('main').length).toBe(before + 1);
  return github.commits('main').at(-1)?.files;
};

test('nobody whom GitHub does not let write sees anything of the editor', async ({ page }) => {
  github.mayWrite = false;
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'You cannot edit this site yet' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  // A key got in another way opens nothing either.
  await page.context().addCookies([{ name: 'keystatic-gh-access-token', value: 'key', url: SITE }]);
  await page.goto(`${SITE}/keystatic/branch/main/collection/pages`);
  await expect(page.getByRole('alert')).toContainText('may not change this site');
  await expect(page.getByText('an-example')).toHaveCount(0);
});

test('staff sign in and change words; each commit has those lines and no others', async ({
  page,
}) => {
  await signIn(page);
  await expect(page.getByRole('link', { name: 'Pages' }).first()).toBeVisible();

  await test.step('a paragraph', async () => {
    await page.goto(`${SITE}/keystatic/branch/main/collection/pages/item/an-example`);
    await afterParagraph(page);
    await page.keyboard.type(' It is quiet.');
    expect(await saved(page)).toEqual({ [PAGE]: [`-${PARAGRAPH}`, `+${PARAGRAPH} It is quiet.`] });
    await expect(page.getByText('“Update pages/an-example” is on the site.')).toBeVisible();
  });

  await test.step('a number that contradicts a fact is refused in the form', async () => {
    await afterParagraph(page);
    await page.keyboard.type(' Groups of 8 meet.');
    const refusal = page.getByRole('list', { name: 'To fix' });
    await expect(refusal).toContainText('“Groups of 8” contradicts a fact, “10 to 12 people”.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForTimeout(500);
    expect(github.commits('main')).toHaveLength(1);
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
  await expect(page.getByRole('link', { name: 'Pages' }).first()).toBeVisible();
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
