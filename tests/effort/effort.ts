import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { HUMAN_PAUSE_MS } from '../e2e/support.ts';
import { findChromium } from '../support/find-chromium.ts';

// What it costs to get from the home page to a call that is booked or an enquiry that is sent, on a phone, with script
// and without: how often something is pressed, how many screens go by under the thumb, and how often Tab is pressed by
// keyboard alone. `npm run effort -- http://localhost:8888` walks a site that `npm start` serves; what it books and
// sends stays there.

const PHONE = { width: 390, height: 844 };

const KINDS = {
  'discovery call': { path: '/discovery-call/', book: 'Book this discovery call' },
  callback: { path: '/callback/', book: 'Book this callback' },
} as const;
type Kind = keyof typeof KINDS;

interface Effort {
  presses: number;
  screens: number;
  tabs: number;
  /** Arrow keys, by which a choice among radio buttons is made. */
  arrows: number;
}

/** Somebody at a page, who points or types, and counts. */
interface Visitor {
  page: Page;
  effort: Effort;
  press(target: Locator): Promise<void>;
  choose(target: Locator): Promise<void>;
  tick(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
}

const nothing = (): Effort => ({ presses: 0, screens: 0, tabs: 0, arrows: 0 });

/** Brings a target just into view, as a thumb does, and counts the way. */
async function scrollTo(effort: Effort, target: Locator): Promise<void> {
  const moved = await target.evaluate((element) => {
    const before = scrollY;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0) scrollBy({ top, behavior: 'instant' });
    else if (bottom > innerHeight) scrollBy({ top: bottom - innerHeight, behavior: 'instant' });
    return Math.abs(scrollY - before);
  });
  effort.screens += moved / PHONE.height;
}

function pointing(page: Page): Visitor {
  const effort = nothing();
  const press = async (target: Locator) => {
    await scrollTo(effort, target);
    effort.presses += 1;
    await target.click({ force: true });
  };
  return {
    page,
    effort,
    press,
    choose: press,
    tick: press,
    fill: async (target, text) => {
      await press(target);
      await page.keyboard.type(text);
    },
  };
}

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Whether the focus is in the same set of radio buttons, which is one stop. */
const isInSet = (target: Locator) =>
  target.evaluate(
    (element) =>
      (document.activeElement as HTMLInputElement).name === (element as HTMLInputElement).name,
  );

function typing(page: Page): Visitor {
  const effort = nothing();
  const tabUntil = async (arrived: () => Promise<boolean>) => {
    for (let stops = 0; !(await arrived()); stops += 1) {
      if (stops > 150) throw new Error(`The keyboard does not get there on ${page.url()}.`);
      effort.tabs += 1;
      await page.keyboard.press('Tab');
    }
  };
  const pressing = (key: string) => async (target: Locator) => {
    await tabUntil(() => isFocused(target));
    effort.presses += 1;
    await page.keyboard.press(key);
  };
  return {
    page,
    effort,
    press: pressing('Enter'),
    tick: pressing('Space'),
    choose: async (target) => {
      await tabUntil(() => isInSet(target));
      while (!(await target.isChecked())) {
        effort.arrows += 1;
        await page.keyboard.press('ArrowDown');
      }
    },
    fill: async (target, text) => {
      await tabUntil(() => isFocused(target));
      await page.keyboard.type(text);
    },
  };
}

/** The third day that has something free, at 2pm or as soon after as there is. */
async function chooseTime({ page, choose, press }: Visitor): Promise<void> {
  await choose(page.locator('input[name=days]').nth(2));
  const afternoon = ['14', '15', '16'].map((hour) => `.times:visible [value^="${hour}"]`);
  await choose(page.locator(afternoon.join()).first());
  await press(page.locator('.times .button:visible'));
}

const buttonOf = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function book(visitor: Visitor, home: string, kind: Kind): Promise<Effort> {
  const { page, effort, press, fill } = visitor;
  const { path, book: label } = KINDS[kind];
  const button = (name: string) => buttonOf(page, name);
  await page.goto(home);
  await press(page.locator(`main a[href="${path}"]`).first());
  await page.waitForURL(`**${path}`);
  await chooseTime(visitor);
  await page.getByLabel('Your name').waitFor();
  await fill(page.getByLabel('Your name'), 'A. Person');
  await fill(
    page.getByLabel('Your phone number'),
    `01632 960${100 + Math.floor(Math.random() * 900)}`,
  );
  if (kind === 'discovery call') {
    await fill(page.getByLabel('Your email address'), `effort-${Date.now()}@example.org`);
    await fill(page.getByLabel('Organisation', { exact: true }), 'Example County Council');
  }
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await press(button('Check your answers'));
  await button(label).waitFor();
  await press(button(label));
  await page.waitForURL('**/your-enquiry/**');
  return effort;
}

async function enquire(visitor: Visitor, home: string): Promise<Effort> {
  const { page, effort, press, tick, fill } = visitor;
  await page.goto(home);
  await press(page.locator('main a[href="/enquire/"]').first());
  await page.getByLabel('Your name').waitFor();
  await fill(page.getByLabel('Your name'), 'A. Person');
  await fill(page.getByLabel('Organisation', { exact: true }), 'Example County Council');
  await fill(page.getByLabel('Your email address'), `effort-${Date.now()}@example.org`);
  await tick(page.getByLabel('Reflective practice groups', { exact: true }));
  await fill(
    page.getByLabel('Your message (optional)', { exact: true }),
    'What would a group for twelve managers ask of us?',
  );
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await press(buttonOf(page, 'Send your enquiry'));
  await page.waitForURL('**/your-enquiry/**');
  return effort;
}

const JOURNEYS = {
  'discovery call': (visitor: Visitor, home: string) => book(visitor, home, 'discovery call'),
  callback: (visitor: Visitor, home: string) => book(visitor, home, 'callback'),
  enquiry: enquire,
} as const;

interface Way {
  journey: (visitor: Visitor, home: string) => Promise<Effort>;
  javaScriptEnabled: boolean;
  by: (page: Page) => Visitor;
}

async function walk(browser: Browser, home: string, way: Way): Promise<Effort> {
  const { javaScriptEnabled } = way;
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, javaScriptEnabled });
  const effort = await way.journey(way.by(await context.newPage()), home);
  await context.close();
  return effort;
}

const home = process.argv[2] ?? 'http://localhost:8888/';
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const [name, journey] of Object.entries(JOURNEYS)) {
  for (const javaScriptEnabled of [false, true]) {
    const pointed = await walk(browser, home, { journey, javaScriptEnabled, by: pointing });
    const typed = await walk(browser, home, { journey, javaScriptEnabled, by: typing });
    console.log(
      `${name}, script ${javaScriptEnabled ? 'on' : 'off'}: ${pointed.presses} presses, ${pointed.screens.toFixed(1)} screens; by keyboard ${typed.tabs} Tab stops, ${typed.arrows} arrows, ${typed.presses} presses of a key`,
    );
  }
}
await browser.close();
