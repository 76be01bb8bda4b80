import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { PORT } from './ports.ts';

/** A test in which anything written to the console as an error, or thrown by a page, is a failure. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page, baseURL }, use) => {
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(error.message));
      page.on('console', (message) => {
        // A browser logs every refusal as an error; the status is what those tests are about.
        const expected = /status of (4\d\d|503)/.test(message.text());
        const ours = message.location().url.startsWith(baseURL ?? '');
        if (message.type() === 'error' && ours && !expected) said.push(message.text());
      });
      await use(undefined);
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const MAILBOX = `http://127.0.0.1:${PORT + 1}`;

/** A form sent sooner than this after it was shown is taken for a machine's. */
export const HUMAN_PAUSE_MS = 2_200;

/** An email as the mailbox took it in; the content of its attachments is base64. */
export interface Email {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; content: string; content_type?: string }[];
}

async function listed(query = ''): Promise<{ id: string; subject: string }[]> {
  const answer = await fetch(`${MAILBOX}/emails${query}`);
  return ((await answer.json()) as { data: { id: string; subject: string }[] }).data;
}

const read = async (id: string) => (await (await fetch(`${MAILBOX}/emails/${id}`)).json()) as Email;

/** The id of the newest email to `address` that the mailbox has, if it has one. */
export async function newestTo(address: string, subject = ''): Promise<string | undefined> {
  const emails = await listed(`?to=${encodeURIComponent(address)}`);
  return emails.find((email) => email.subject.includes(subject))?.id;
}

/** The newest email to `address`, once the mailbox has it, and has another than `before`. */
export async function emailTo(address: string, subject = '', before?: string): Promise<Email> {
  let found: string | undefined;
  await expect(async () => {
    found = await newestTo(address, subject);
    expect(found, `an email to ${address}`).toBeDefined();
    expect(found, `a new email to ${address}`).not.toBe(before);
  }).toPass({ timeout: 15_000 });
  return read(found ?? '');
}

/** Every email the mailbox holds, newest first. */
export const everyEmail = async (): Promise<Email[]> =>
  Promise.all((await listed()).map(({ id }) => read(id)));

/** The address of an email's page in the inbox. */
export const inboxPage = ({ id }: Email) => `${MAILBOX}/inbox/${id}`;

/** `npm run states` looks at each state in every way there is; in an ordinary run the ways take turns. */
export const WHOLE = process.env['STATES'] === 'whole';

/** In an ordinary run, every nth of a list from `first` on, where each is another example of one thing. */
export const everyNth = <One>(n: number, list: readonly One[], first = 0): readonly One[] =>
  WHOLE ? list : list.filter((_, at) => at % n === first);

export type Script = 'on' | 'off';

/** With script and without it; in an ordinary run the way that is named, so that over all tests both are gone. */
export const scripts = (ordinarily: Script): readonly Script[] =>
  WHOLE ? ['off', 'on'] : [ordinarily];

const SCHEMES = ['light', 'dark'] as const;

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe is asked of a page: in an ordinary run not its colours every time, which are half of the work. */
interface Asked {
  colours: boolean;
}

/**
 * What axe finds wrong with a page. It is given axe once, without its comments (AxeBuilder gives it twice at every look,
 * with them); no frame is opened for, since there are none; what passes is not described element by element; and the
 * sheets of style are not fetched again for a rule about sound, of which there is none.
 */
async function foundByAxe(page: Page, { colours }: Asked): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await new AxeBuilder({ page, axeSource: 'undefined' })
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      preload: false,
      rules: { 'color-contrast': { enabled: colours } },
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** How often each page has been looked at. */
const looks = new WeakMap<Page, number>();

/**
 * In an ordinary run two looks at a page are in light, then two in dark, with its colours asked at the first of the two.
 * What takes turns every other two looks, as the width does, so meets both light and dark.
 */
const inTurn = (look: number) => ({
  scheme: (Math.floor(look / 2) + Math.floor(look / 4)) % SCHEMES.length,
  colours: look % 2 === 0,
});

/** Expects axe to find nothing (WCAG 2.2 AA, and its best practices): in light and in dark, or in the one that has its turn. */
export async function expectAccessible(page: Page): Promise<void> {
  const look = looks.get(page) ?? 0;
  looks.set(page, look + 1);
  for (const [at, colorScheme] of SCHEMES.entries()) {
    if (!WHOLE && inTurn(look).scheme !== at) continue;
    await page.emulateMedia({ colorScheme });
    const found = await foundByAxe(page, { colours: WHOLE || inTurn(look).colours });
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Expects a page to need no sideways scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(widths[0], page.url()).toBeLessThanOrEqual(widths[1] ?? 0);
}

/** Expects every box for a date to be as wide as the browser needs to show all of it: the year is what it cuts off. */
export async function expectWholeDates(page: Page): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type="date"]')]
      .filter((box) => box.checkVisibility())
      .flatMap((box) => {
        const given = box.getBoundingClientRect().width;
        const free = box.cloneNode() as HTMLInputElement;
        free.style.cssText = 'inline-size: max-content; min-inline-size: 0; max-inline-size: none';
        box.after(free);
        const needed = free.getBoundingClientRect().width;
        free.remove();
        return given + 0.5 < needed ? [`${box.name}: ${given} of ${needed}`] : [];
      }),
  );
  expect(cut, page.url()).toEqual([]);
}

/** Has every page drawn in our fonts from the start, as any page is that is reached from another of the site. */
export const drawInOurFonts = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'referrer', { get: () => `${location.origin}/` });
  });
