import type { Page } from '@playwright/test';

/** What is typed into the planner, by label; a rhythm is chosen. */
export interface Filled {
  people?: string;
  rhythm?: 'Weekly' | 'Fortnightly' | 'Monthly';
  sessions?: string;
  levels?: Readonly<Record<string, string>>;
}

/** What an answer says, as text: its own address, its sentences, its table and its notes. */
export interface Said {
  address: string | null;
  result: string[];
  figures: string[];
  notes: string[];
}

/** Types into the planner as somebody would. */
export async function fill(
  page: Page,
  { people, rhythm, sessions, levels }: Filled,
): Promise<void> {
  if (rhythm) await page.getByLabel(rhythm, { exact: true }).check();
  if (people !== undefined) {
    await page.getByLabel('How many people would take part?').fill(people);
  }
  if (sessions !== undefined) {
    await page.getByLabel('Meetings for each group in the year').fill(sessions);
  }
  if (!levels) return;
  await page.getByText('Levels that should not mix').click();
  for (const [label, count] of Object.entries(levels)) {
    await page.getByLabel(label, { exact: true }).fill(count);
  }
}

/** What the answer on a page says. */
export async function said(page: Page): Promise<Said> {
  const texts = async (selector: string) =>
    (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  return {
    address: await page.getByRole('link', { name: /\/plan\/\?/ }).getAttribute('href'),
    result: await texts('.plan .result'),
    figures: await texts('.plan .figures tr'),
    notes: await texts('.plan > p.notice-box'),
  };
}
