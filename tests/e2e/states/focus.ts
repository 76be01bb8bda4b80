import type { Page } from '@playwright/test';
import { expect } from '../support.ts';

/** What holds the focus, and what is wrong with how it can be seen. */
interface Stop {
  element: string;
  faults: string[];
  /** The focus has left the page: everything has had it. */
  left: boolean;
}

/**
 * Runs in the page. What shows the focus is the element itself, or the label that is drawn in place of
 * an invisible radio button.
 */
function readStop(): Stop {
  const holder = document.activeElement;
  if (!(holder instanceof HTMLElement) || holder === document.body) {
    return { element: 'nothing', faults: [], left: true };
  }
  const drawn =
    getComputedStyle(holder).opacity === '0' && holder.nextElementSibling instanceof HTMLElement
      ? holder.nextElementSibling
      : holder;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  // An inline link that breaks over lines is hit on its first line.
  const { left, top, width, height } = drawn.getClientRects()[0] ?? new DOMRect();
  // A browser brings the line of a text area into view where typing goes on, not the whole of it.
  const middle = holder instanceof HTMLTextAreaElement ? Math.min(height / 2, 24) : height / 2;
  const [x, y] = [left + width / 2, top + middle];
  const hit = document.elementFromPoint(x, y);
  const covered = !hit || !(drawn.contains(hit) || hit.contains(drawn) || hit === holder);
  const faults = [
    (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) && 'has no outline',
    (width < 2 || height < 2) && 'is too small to see',
    (x < 0 || x > innerWidth || y < 0 || y > innerHeight) && 'is outside the window',
    covered && `is behind ${hit?.outerHTML.slice(0, 80)}`,
  ].filter((fault) => fault !== false);
  const already = holder.dataset['stopped'] === '';
  holder.dataset['stopped'] = '';
  return { element: holder.outerHTML.slice(0, 120), faults, left: already };
}

/** More stops than any page has. */
const MOST_STOPS = 300;

/** Goes through the page with Tab from its top to its end, and expects to see the focus wherever it is. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    for (const stopped of document.querySelectorAll('[data-stopped]')) {
      stopped.removeAttribute('data-stopped');
    }
    // The next Tab starts from the top, wherever the focus was.
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  const faults: string[] = [];
  let stops = 0;
  for (; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop.left) break;
    faults.push(...stop.faults.map((fault) => `${stop.element} ${fault}`));
  }
  expect(faults, page.url()).toEqual([]);
  expect(stops, `stops on ${page.url()}`).toBeGreaterThan(1);
  expect(stops, `stops on ${page.url()}`).toBeLessThan(MOST_STOPS);
}
