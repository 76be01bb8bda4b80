import type { Page } from '@playwright/test';
import { expectFocusSeen } from './states/focus.ts';
import { WALKS } from './states/walks.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  expectWholeDates,
  test,
  WHOLE,
} from './support.ts';

/** A phone, and just as wide: a window of 1,280 pixels zoomed to 400%. */
const NARROW = { width: 320, height: 640 };

/** The size a desktop window commonly has. */
const WIDE = { width: 1280, height: 800 };

/** Text alone twice as large, in a window that stays as it is. */
async function expectLargeTextFits(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
}

/** In an ordinary run, axe is asked of one state in so many. */
const AXE_EVERY = 3;

/** In an ordinary run, one state in so many is gone through with the keyboard from its top to its end. */
const KEYBOARD_EVERY = 8;

/** Whether a state has its turn at something, in the window that is `at` of the two. */
const hasTurn = (turn: number, every: number, at: number): boolean =>
  turn % every === 0 && (turn / every) % 2 === at;

/**
 * What holds of every page and every state, for eyes, hands and software alike: axe finds nothing, and text fits a
 * narrow window and twice its size. What takes longest takes turns unless the run is whole: axe is asked of some states, the
 * keyboard goes through fewer, in a wide window and in a narrow one by turns.
 */
async function expectUsable(page: Page, turn: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), page.url()).toHaveCount(1);
  await expectLargeTextFits(page);
  for (const [at, size] of [WIDE, NARROW].entries()) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectWholeDates(page);
    // Light and dark take turns too (see expectAccessible).
    if (WHOLE || hasTurn(turn, AXE_EVERY, at)) await expectAccessible(page);
    if (WHOLE || hasTurn(turn, KEYBOARD_EVERY, at)) await expectFocusSeen(page);
  }
  await page.setViewportSize(WIDE);
}

// Any worker takes any walk: together they are the longest file.
test.describe.configure({ mode: 'parallel' });

for (const [walk, through] of Object.entries(WALKS)) {
  test(`${walk}: every state is accessible, fits narrow screens and large text, and shows the focus`, async ({
    page,
    request,
  }) => {
    test.setTimeout(600_000);
    await page.setViewportSize(WIDE);
    let turn = 0;
    for await (const state of through({ page, request })) {
      await test.step(state, () => expectUsable(page, turn));
      turn += 1;
    }
  });
}
