import type { Page } from '@playwright/test';
import { type Filled, fill, type Said, said } from './planner.ts';
import { PLANS } from './plans.ts';
import { everyNth, expect, test } from './support.ts';

/** The answers that came with script off, by name: with script on they must be the same. */
async function withoutScript(page: Page, filled: Filled): Promise<Said> {
  await page.goto('/plan/');
  await fill(page, filled);
  await page.getByRole('button', { name: 'Work out the plan' }).click();
  await expect(page).toHaveURL(/\?/);
  return said(page);
}

for (const { name, path, result, note, ...filled } of everyNth(12, PLANS)) {
  test(`${name}: the same words with script off and on, and at the plan’s address`, async ({
    browser,
    page,
  }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const off = await withoutScript(await plain.newPage(), filled);
    await plain.close();
    expect(off).toMatchObject({ address: path, result });
    expect(off.figures.length).toBeGreaterThanOrEqual(2);
    if (note) expect(off.notes).toContain(note);

    await page.goto('/plan/');
    await fill(page, filled);
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('status')).toHaveText(result.join(' '));
    expect(await said(page)).toEqual(off);

    // The address has the plan as it was taken, so that it needs no note of what was typed.
    await page.goto(path);
    const { notes: _typed, ...again } = await said(page);
    const { notes: _taken, ...plan } = off;
    expect(again).toEqual(plan);
  });
}

test('another rhythm brings its own number of meetings', async ({ page }) => {
  await page.goto('/plan/?people=46&rhythm=monthly&sessions=12');
  await page.getByLabel('Weekly', { exact: true }).check();
  await expect(page.getByLabel('Meetings for each group in the year')).toHaveValue('52');
  await expect(page).toHaveURL('/plan/?people=46&rhythm=weekly&sessions=52');
});
