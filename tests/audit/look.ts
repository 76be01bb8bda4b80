import AxeBuilder from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { type Contrast, contrastOfPage } from './contrast.ts';

/** A page as it is seen in one light. */
export interface Seen {
  /** What axe finds: WCAG 2.2 AA, and its best practices. */
  readonly axe: readonly string[];
  readonly contrast: Contrast;
}

/** Looks at the page in a window as wide as Lighthouse’s phone, in light or in dark. */
export async function look(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark',
): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, colorScheme });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const contrast = await page.evaluate(contrastOfPage);
  await context.close();
  const axe = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  return { axe, contrast };
}
