import { emailTo, expect, HUMAN_PAUSE_MS, inboxPage, scripts, test } from './support.ts';

for (const script of scripts('on')) {
  test.describe(`with script ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'on' });

    test('an organisation enquires, reads the emails, corrects and withdraws', async ({ page }) => {
      const email = `enquirer-${script}@example.org`;
      await page.goto('/enquire/?people=46&rhythm=monthly&sessions=12');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Tell us about your organisation',
      );
      await expect(page.getByLabel('About how many people would take part?')).toHaveValue('46');
      await expect(page.getByLabel('Monthly')).toBeChecked();

      await page.getByLabel('Organisation', { exact: true }).fill('Example County Council');
      await page.getByLabel('Your name').fill('A. Person');
      await page.getByLabel('Your email address').fill('name@example');
      await page.getByLabel('Reflective practice groups').check();
      await page.getByLabel('Your message').fill('Two teams.\nOne question.');
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await page.getByRole('button', { name: 'Send your enquiry' }).click();

      const summary = page.getByRole('alert');
      await expect(summary).toBeFocused();
      await summary
        .getByRole('link', { name: /Enter an email address in the correct format/ })
        .click();
      await expect(page.getByLabel('Your email address')).toHaveValue('name@example');
      await expect(page.getByLabel('Your message')).toHaveValue('Two teams.\nOne question.');
      await page.getByLabel('Your email address').fill(email);
      await page.getByRole('button', { name: 'Send your enquiry' }).click();

      await expect(page).toHaveURL(/\/your-enquiry\/[\w-]{43}\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your enquiry');
      const reference = (await page.locator('.reference').textContent())?.trim() ?? '';
      expect(reference).toMatch(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/);

      const acknowledgement = await emailTo(email);
      expect(acknowledgement.subject).toContain(reference);
      expect(acknowledgement.text).toContain(page.url());
      const notice = await emailTo('staff@example.org', reference);
      expect(notice.text).toContain('What they wrote stands at the desk.');
      expect(notice.text).not.toContain('Two teams.');
      expect(notice.text + notice.html).not.toContain('/your-enquiry/');

      await page.goto(inboxPage(acknowledgement));
      await expect(page.getByText(acknowledgement.subject).first()).toBeVisible();
      await page.goBack();

      await page.getByRole('link', { name: 'Correct what you sent' }).click();
      await page.getByLabel('About how many people would take part?').fill('52');
      await page.getByRole('button', { name: 'Save the correction' }).click();
      await expect(page.getByText('52', { exact: true })).toBeVisible();
      await expect(page.getByText('You corrected what you sent.')).toBeVisible();

      const link = page.url();
      await page.getByRole('link', { name: 'Withdraw and erase your enquiry' }).click();
      await page.getByRole('button', { name: 'Withdraw and erase' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you sent is erased');
      expect((await page.goto(link))?.status()).toBe(404);
    });
  });
}

test('the whole form can be filled in and sent from the keyboard alone @whole', async ({
  page,
}) => {
  await page.goto('/enquire/');
  const type = async (label: string, text: string) => {
    while (
      !(await page
        .getByLabel(label, { exact: true })
        .evaluate((field) => field === document.activeElement))
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(text);
  };
  await type('Your name', 'A. Person');
  await type('Organisation', 'Example County Council');
  await type('Your email address', 'keyboard@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Reflective practice groups')).toBeChecked();
  await page.waitForTimeout(HUMAN_PAUSE_MS);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your enquiry');
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test('what is wrong leads to a field of which the name is in sight', async ({ page }) => {
    await page.goto('/enquire/');
    await page.waitForTimeout(HUMAN_PAUSE_MS);
    await page.getByRole('button', { name: 'Send your enquiry' }).click();
    const links = page.getByRole('alert').getByRole('link');
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')),
    );
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      await page.locator(`[role=alert] a[href="${address}"]`).click();
      const field = page.locator(`.field:has(${address})`).last();
      await expect(field.locator('label, legend').first()).toBeInViewport({ ratio: 1 });
      await page.evaluate(() => scrollTo(0, 0));
    }
  });
});
