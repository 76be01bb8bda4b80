import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { tabTo } from './calls.ts';
import { signInAtDesk } from './desk.ts';
import { emailTo, expect, test } from './support.ts';

interface Sent {
  reference: string;
  link: string;
}

async function post(request: APIRequestContext, path: string, data: object): Promise<Sent> {
  const answer = await request.post(path, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Sent;
}

const makeEnquiry = (email: string, more: object = {}) => ({
  organisation: 'Example Fostering Service',
  name: 'C. Enquirer',
  email,
  phone: '01632 960 160',
  interests: ['groups'],
  ...more,
});

/** What filled in the field that only software fills in. */
const AUTOMATIC = { 'leave-empty': 'https://example.org' };

/** Posts what looks automatic: its sender is told that it is in quarantine, and no more. */
async function postAutomatic(request: APIRequestContext, path: string, data: object) {
  const answer = await request.post(path, { data: { ...data, ...AUTOMATIC } });
  expect(answer.status(), await answer.text()).toBe(202);
  expect(await answer.json()).toEqual({ quarantined: true });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, exact: true }).first().click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('without script @whole', () => {
  test.use({ javaScriptEnabled: false });

  test('staff release what looked automatic, and its enquirer hears from us', async ({
    page,
    request,
  }) => {
    const to = 'desk-cases-held@example.org';
    const enquiry = makeEnquiry(to, { name: 'H. Held' });
    await postAutomatic(request, '/api/enquiries', enquiry);
    await signInAtDesk(page, '/desk/cases/');
    await follow(page, 'In quarantine');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'H. Held' })
      .getByRole('link')
      .first()
      .click();
    await expect(heading(page)).toHaveText('H. Held, Example Fostering Service');
    await follow(page, 'Release it');
    await expect(page.getByText(`The acknowledgement goes to ${to}`)).toBeVisible();
    await press(page, 'Release it');
    await expect(page.getByRole('status')).toContainText('It is released.');
    const [, reference] = /\/cases\/([A-Z2-9]{8})\//.exec(page.url()) ?? [];
    expect((await emailTo(to)).subject).toBe(`We have your enquiry: ${reference}`);
  });

  test('staff cancel a call, and the enquirer chooses another time from the email', async ({
    page,
    request,
  }) => {
    const to = 'desk-cases-call@example.org';
    const { reference } = await post(request, '/api/discovery-calls', {
      ...{ start: '2026-12-16T10:00:00+00:00', name: 'C. Caller', email: to },
      ...{ phone: '01632 960 161', organisation: 'Example School' },
    });
    await signInAtDesk(page, `/desk/cases/${reference}/`);
    await follow(page, /^Cancel this discovery call/);
    await page.getByLabel('We cannot ring them then').check();
    await press(page, 'Cancel the discovery call');
    await expect(page.getByRole('status')).toContainText('The call is cancelled');
    const email = await emailTo(to, 'We have had to cancel');
    const [link = ''] = /https?:\S+\/your-enquiry\/\S+\/discovery-call\//.exec(email.text) ?? [];
    await page.goto(link);
    await page
      .getByRole('radio', { name: /[ap]m$/ })
      .first()
      .check();
    await page.getByRole('button', { name: /^Continue with/ }).click();
    await expect(page.getByLabel('Your name')).toHaveValue('C. Caller');
  });

  test('staff download what they searched for, and erase a case', async ({ page, request }) => {
    const to = 'desk-cases-erase@example.org';
    const { reference } = await post(
      request,
      '/api/enquiries',
      makeEnquiry(to, { organisation: '=Example("formula")' }),
    );
    await signInAtDesk(page, '/desk/cases/');
    await page.getByLabel('Find a case').fill(reference);
    await press(page, 'Search');
    await follow(page, 'Download these cases for a spreadsheet');
    const taken = page.waitForEvent('download');
    await press(page, 'Download the file');
    const file = await readFile(await (await taken).path(), 'utf8');
    expect(file.trim().split('\r\n')).toHaveLength(2);
    expect(file).toContain(`"'=Example(""formula"")"`);
    await page.goto(`/desk/cases/${reference}/`);
    await follow(page, 'Erase this case');
    await press(page, 'Erase everything in this case');
    await expect(page.getByRole('status')).toHaveText(`Case ${reference} is erased.`);
    await page.goto(`/desk/cases/${reference}/`);
    await expect(heading(page)).toHaveText('There is no such case');
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test.setTimeout(180_000);

  test('a case is found, and what came of it said, by keyboard alone', async ({
    page,
    request,
  }) => {
    const to = 'desk-cases-keys@example.org';
    const { reference } = await post(request, '/api/enquiries', makeEnquiry(to));
    await signInAtDesk(page, '/desk/cases/');
    await tabTo(page, page.getByLabel('Find a case'));
    await page.keyboard.type(`${reference.slice(0, 4)} ${reference.slice(4)}`.toLowerCase());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'C. Enquirer, Example Fostering Service' }));
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('C. Enquirer, Example Fostering Service');
    await tabTo(page, page.getByRole('link', { name: 'Note the outcome' }).first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Save the outcome' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeFocused();
    await tabTo(page, page.getByRole('link', { name: 'Choose the outcome.' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'We spoke' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByLabel('Anything to add? (optional)'));
    await page.keyboard.type('Will ring back');
    await tabTo(page, page.getByRole('button', { name: 'Save the outcome' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('The outcome is saved.');
    await expect(page.getByText('left them a message.')).toBeVisible();
    await expect(page.getByText('Will ring back')).toBeVisible();
  });
});
