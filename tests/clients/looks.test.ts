import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactSheet } from '../shots/contact-sheet.ts';
import { FOLDER } from '../shots/folder.ts';
import { testApp } from '../support/app.ts';
import { bringMailAbout, bringStaffMailAbout } from '../support/bring-mail-about.ts';
import { findChromium } from '../support/find-chromium.ts';
import { kindOf, oneOfEachKind } from './kinds.ts';

const t = testApp();

const PICTURES = join(FOLDER, 'mail');
const WIDTHS = [360, 800] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What mail programs leave of a document: all of it, all but its style sheet, or no style at all. */
const LEFT: Readonly<Record<string, (html: string) => string>> = {
  whole: (html) => html,
  'no-sheet': (html) => html.replace(/<style>.*?<\/style>/s, ''),
  'no-styles': (html) =>
    html.replace(/<style>.*?<\/style>/s, '').replace(/ (?:style|class)="[^"]*"/g, ''),
};

interface Window {
  name: string;
  page: Page;
}

let browser: Browser;
/** One window for each width, light and dark. */
const windows: Window[] = [];
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
      windows.push({ name: `${width}-${colorScheme}`, page });
    }
  }
});
afterAll(() => browser.close());

/** How far a document can be moved sideways, and whether its hidden preview line shows. */
async function look(page: Page, html: string, file: string) {
  await page.setContent(html);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const shows = await page.locator('[hidden]').isVisible();
  await page.screenshot({ path: join(PICTURES, file), fullPage: true, type: 'jpeg', quality: 70 });
  return { sideways, shows };
}

test('a mail that is too wide, or shows its preview line, would be seen', async () => {
  mkdirSync(PICTURES, { recursive: true });
  const html = '<div hidden style="display:block">Preview</div><p style="width:900px">Wide</p>';
  for (const { page } of windows) {
    const { sideways, shows } = await look(page, html, 'too-wide.jpg');
    expect([sideways > 0, shows]).toEqual([true, true]);
  }
  rmSync(join(PICTURES, 'too-wide.jpg'));
});

test('every mail can be read without moving it sideways, whatever is taken out of it', async () => {
  await bringMailAbout(t);
  await bringStaffMailAbout(t);
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const files: string[] = [];
  for (const message of oneOfEachKind(t.mailbox.messages)) {
    const name = kindOf(message)
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '');
    for (const [left, strip] of Object.entries(LEFT)) {
      for (const { name: size, page } of windows) {
        const file = `${name}-${left}-${size}.jpg`;
        const seen = await look(page, strip(message.email.html ?? ''), file);
        expect({ file, ...seen }).toEqual({ file, sideways: 0, shows: false });
        files.push(file);
      }
    }
  }
  writeFileSync(join(PICTURES, 'index.html'), contactSheet(files));
  console.log(`${files.length} pictures: ${PICTURES}/index.html`);
}, 1_200_000);
