import { fill, said } from './planner.ts';
import { emailTo, everyNth, expect, HUMAN_PAUSE_MS, scripts, test } from './support.ts';

/** What cannot be planned: what is typed, and the field the message stands at. */
const FAULTS = [
  ['nothing', ''],
  ['zero', '0'],
  ['a negative number', '-4'],
  ['a decimal', '4.5'],
  ['text', 'forty'],
] as const;

for (const script of scripts('off')) {
  test.describe(`with script ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    for (const [name, typed] of everyNth(5, FAULTS, 4)) {
      test(`${name} is asked for again, and kept as it was typed`, async ({ page }) => {
        await page.goto('/plan/');
        await fill(page, { people: typed, rhythm: 'Monthly' });
        await page.getByRole('button', { name: 'Work out the plan' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter a whole number, such as 46');
        await expect(page.getByLabel('How many people would take part?')).toHaveValue(typed);
        await expect(page.locator('.plan .result')).toHaveCount(0);
      });
    }
  });
}

for (const script of scripts('on')) {
  test.describe(`with script ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    test('more, smaller groups can be chosen, kept in the address and put on paper @whole', async ({
      page,
    }) => {
      await page.goto('/plan/?people=60&rhythm=monthly&sessions=12');
      await page.getByRole('link', { name: '6 groups' }).click();
      await expect(page).toHaveURL('/plan/?people=60&rhythm=monthly&sessions=12&groups=6');
      const planned = await said(page);
      expect(planned.result[0]).toContain('6 groups (each of 10), 72 group sessions');

      await page.getByRole('link', { name: 'Print your plan' }).click();
      await expect(page).toHaveURL(/\/make-the-case\/your-plan\/\?.*groups=6$/);
      expect(await page.locator('.sheet .result').innerText()).toBe(planned.result[0]);
      const rows = await page.locator('.sheet .figures tr').allInnerTexts();
      expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual(planned.figures);
      await page.goBack();
      await page.getByRole('link', { name: 'Take this to your senior team' }).click();
      expect(await page.locator('.sheet .result').innerText()).toBe(planned.result[0]);
    });

    test('a plan is carried into an enquiry, and read in both emails and in the case @whole', async ({
      page,
    }) => {
      const email = `planner-${script}@example.org`;
      const words = '46 people meeting monthly, 12 times in the year';
      await page.goto('/plan/?people=46&rhythm=monthly&sessions=12');
      await page.getByRole('link', { name: 'Enquire with this plan' }).click();
      await page.getByLabel('Organisation', { exact: true }).fill('Example County Council');
      await page.getByLabel('Your name').fill('A. Person');
      await page.getByLabel('Your email address').fill(email);
      await page.getByLabel('Reflective practice groups').check();
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await page.getByRole('button', { name: 'Send your enquiry' }).click();
      const reference = (await page.locator('.reference').textContent())?.trim() ?? '';

      const acknowledgement = await emailTo(email, reference);
      const notice = await emailTo('staff@example.org', reference);
      for (const { text } of [acknowledgement, notice]) {
        expect(text).toContain('/plan/?people=46&rhythm=monthly&sessions=12');
      }
      // What was typed is read by staff, and stands in no mail to the address that was typed.
      expect(notice.text).toContain('See their plan in the planner: ');
      expect(notice.text).toContain('Meetings for each group in a year:\n12\n');
      expect(notice.html).toContain('See their plan in the planner');
      expect(acknowledgement.text).not.toContain(words);
      await page.getByRole('link', { name: words }).click();
      await expect(page).toHaveURL('/plan/?people=46&rhythm=monthly&sessions=12');
      expect((await said(page)).result[0]).toContain('46 people meeting monthly for a year');
    });
  });
}
