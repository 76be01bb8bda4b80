import type { Page } from '@playwright/test';

/** Counts what moves on every page opened from here on, as browsers count it (Layout Instability). */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) shifts.push(Number(Reflect.get(shift, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How far things have moved in all since the page was asked for. */
export const shiftedSoFar = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // A shift is told of a frame or two after it.
    for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
    const shifts: number[] = Reflect.get(window, 'shifts');
    return shifts.reduce((sum, value) => sum + value, 0);
  });

/** Waits until a page is drawn in our fonts, each that it needs. */
export const untilInOurFonts = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      getComputedStyle(document.body).fontFamily.startsWith('Atkinson,') &&
      document.fonts.status === 'loaded' &&
      [...document.fonts].some(
        ({ family, status }) => family === 'Atkinson' && status === 'loaded',
      ),
  );
};
