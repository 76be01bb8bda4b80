import type { Page } from '@playwright/test';

/** How far things have moved on a page, as browsers count it (Layout Instability). */
interface Shifted {
  /** Since the page was asked for. */
  readonly inAll: number;
  /** Since our fonts were asked for. */
  readonly forFonts: number;
}

/** Counts what moves on every page opened from here on. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: { startTime: number; value: number }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries())
        shifts.push({ startTime: shift.startTime, value: Number(Reflect.get(shift, 'value')) });
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** What has moved once the page is drawn in the fonts it will keep. */
export const shiftedOnceDrawn = (page: Page): Promise<Shifted> =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const ownFonts = () =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes('own-fonts'));
    while (!ownFonts()) await frame();
    await frame();
    await document.fonts.ready;
    for (let frames = 0; frames < 4; frames += 1) await frame();
    const shifts: { startTime: number; value: number }[] = Reflect.get(window, 'shifts');
    const asked = ownFonts()?.startTime ?? 0;
    const sum = (since: number) =>
      shifts
        .filter(({ startTime }) => startTime >= since)
        .reduce((all, { value }) => all + value, 0);
    return { inAll: sum(0), forFonts: sum(asked) };
  });
