import type { Page } from '@playwright/test';
import { MOST_BYTES, weightOf } from '../support/weight.ts';
import { listedAddresses, SHEETS } from './states/pages.ts';
import { everyNth, expect, test } from './support.ts';

/** A sheet to print begins with whose it is. */
const isSheet = (address: string) => SHEETS.some((sheet) => sheet === address);

const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

/** What a page fetched before it was first drawn. */
const askedEarly = (page: Page) =>
  page.evaluate(() => {
    const drawn = performance.getEntriesByType('paint')[0]?.startTime ?? Infinity;
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const sent = all.filter(({ transferSize }) => transferSize > 0);
    return sent.filter(({ startTime }) => startTime < drawn).map(({ name }) => name);
  });

/** Where the main heading is, and which drawings are above it. */
const tops = (page: Page) =>
  page.evaluate(() => {
    const top = (selector: string) =>
      [...document.querySelectorAll(`main ${selector}`)]
        .map((element) => element.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map((box) => box.top);
    const [heading = Infinity] = top('h1');
    return { heading, drawings: top('.circle').filter((circle) => circle < heading) };
  });

test('on a phone every page asks for nothing before it is drawn, begins with its heading and says the number', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const listed = listedAddresses();
  // In an ordinary run one page in four: all are shown in the walks, and each by itself is held to its weight, its
  // order and what it waits for where it is built (tests/content/site-pages.test.ts).
  for (const address of everyNth(4, [...listed, ...SHEETS, '/no-such-page/'])) {
    await page.setViewportSize(PHONE);
    await page.goto(address);
    if (listed.includes(address)) {
      expect(await askedEarly(page), address).toEqual([]);
      const head = page.locator('head');
      await expect(head.locator('> link[rel=icon][href="/favicon.svg"]'), address).toHaveCount(1);
      await expect(head.locator('> link[rel=manifest]'), address).toHaveCount(1);
    }
    if (!isSheet(address)) {
      const { heading, drawings } = await tops(page);
      expect(heading, address).toBeLessThan(200);
      expect(drawings, address).toEqual([]);
    }
    await page.setViewportSize(NARROWEST);
    await expect(page.getByRole('link', { name: /07800 970 049/ }).first(), address).toBeVisible();
  }
});

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`the first screen of ${width} by ${height} says what it is, for whom, how it runs and how to start`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    const opening = page.locator('.hero');
    for (const part of [
      opening.getByRole('heading', { level: 1 }),
      opening.getByText(/externally facilitated groups of 10 to 12 people, for staff and carers/),
      opening.getByText('Meets weekly, fortnightly or monthly'),
      opening.getByText('Usually 1 hour 15 minutes'),
      opening.getByRole('link', { name: 'Start an enquiry' }),
      opening.getByRole('link', { name: 'Book a discovery call' }),
    ]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  });
}

test('the first stop of the keyboard skips to the words', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(inMain).toBe(true);
});

test('a form comes in one trip too, with a whole week of times in it @whole', async ({
  request,
}) => {
  for (const address of ['/callback/', '/discovery-call/', '/enquire/', '/plan/']) {
    const answer = await request.get(`${address}?from=2026-12-07`);
    const weight = weightOf(await answer.text());
    expect(weight, address).toBeGreaterThan(5_000);
    expect(weight, address).toBeLessThanOrEqual(MOST_BYTES);
  }
});

test('there is an icon for whatever asks for one unasked @whole', async ({ page }) => {
  await page.goto('/');
  const width = await page.evaluate(async () => {
    const icon = new Image();
    icon.src = '/favicon.ico';
    await icon.decode();
    return icon.naturalWidth;
  });
  expect(width).toBe(32);
});

test('the first page takes our fonts once it stands, and the next is drawn in them', async ({
  page,
}) => {
  const drawn = () =>
    page.evaluate(() => [
      getComputedStyle(document.body).fontFamily.startsWith('Atkinson,'),
      [...document.fonts].some(
        ({ family, status }) => family === 'Atkinson' && status === 'loaded',
      ),
    ]);
  await page.goto('/');
  await expect.poll(drawn).toEqual([true, true]);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contact' }).click();
  await expect(page).toHaveURL(/\/contact\/$/);
  await expect.poll(drawn).toEqual([true, true]);
});
