import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, HUMAN_PAUSE_MS } from '../support.ts';

/** Anyone who walks: a page of their own, and a way to do what somebody else does meanwhile. */
export interface Visit {
  page: Page;
  request: APIRequestContext;
}

/**
 * Goes through every state of one part of the site, and stops at each with its name, the page standing open
 * for anyone who looks. They may do anything to the page that leaves it where it is.
 */
export type Walk = (visit: Visit) => AsyncGenerator<string>;

/** Presses the button that says so. */
export const press = (page: Page, button: string): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).click();

/** Does something on the page that stands there as it is opened in another tab, which is closed afterwards. */
export async function inAnotherTab(page: Page, act: (tab: Page) => Promise<void>): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await act(tab);
  await tab.close();
}

/** Waits until the page's main heading says this. */
export const arrivedAt = (page: Page, heading: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);

/** Waits until the summary of what is to be fixed stands there and has the focus. */
export const toldOff = (page: Page): Promise<void> => expect(page.getByRole('alert')).toBeFocused();

/** Fills in fields by label, at a person's pace. */
export async function type(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  await page.waitForTimeout(HUMAN_PAUSE_MS);
}

/** Opens what is folded away under `summary`, however the page stands. */
export async function unfold(summary: Locator): Promise<void> {
  const folded = summary.locator('xpath=ancestor::details[not(@open)]');
  if (await folded.count()) await summary.click();
}
