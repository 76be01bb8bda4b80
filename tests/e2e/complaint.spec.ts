import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Running, run } from '../support/copied-site.ts';
import { PORT } from './ports.ts';
import { SITE_ROOT } from './site.ts';
import { type Email, expect, test } from './support.ts';

// A complaint from the day it comes to its outcome: a server of its own, which is started again at a later day.

const OWN_PORT = PORT + 8;
const SITE = `http://localhost:${OWN_PORT}`;
const MAILBOX = `http://127.0.0.1:${OWN_PORT + 1}`;
const STAFF = 'staff@example.org';
const CALLER = 'complaint@example.org';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name }).first().click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Every email to an address, newest first, as the mailbox of this server has it. */
async function mailTo(address: string): Promise<Email[]> {
  const answer = await fetch(`${MAILBOX}/emails?to=${encodeURIComponent(address)}`);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return Promise.all(
    data.map(async ({ id }) => (await fetch(`${MAILBOX}/emails/${id}`)).json() as Promise<Email>),
  );
}

/** The newest email to an address whose subject begins so. */
async function emailTo(address: string, subject: string): Promise<Email> {
  let found: Email | undefined;
  await expect(async () => {
    found = (await mailTo(address)).find((email) => email.subject.startsWith(subject));
    expect(found, subject).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return found as Email;
}

/** The links to sign in that staff have been sent, newest first. A digest may come meanwhile. */
const linksSent = async () =>
  (await mailTo(STAFF)).filter(({ subject }) => subject === 'Sign in to the desk');

async function signIn(page: Page): Promise<void> {
  const before = new Set((await linksSent()).map(({ id }) => id));
  await page.goto(`${SITE}/desk/`);
  await page.getByLabel('Your email address').fill(STAFF);
  await press(page, 'Send me a link');
  let text = '';
  await expect(async () => {
    const sent = (await linksSent()).find(({ id }) => !before.has(id));
    expect(sent, 'a new link').toBeDefined();
    text = sent?.text ?? '';
  }).toPass({ timeout: 15_000 });
  await page.goto(/https?:\S+\/desk\/sign-in\/[\w-]{43}\//.exec(text)?.[0] ?? '');
  await press(page, 'Sign in');
  await expect(heading(page)).toHaveText('Today');
}

const data = mkdtempSync(join(tmpdir(), 'complaint-'));
let server: Running | undefined;

/** Starts the server, again if it runs, with its clock at a day. */
async function onDay(clock: string): Promise<void> {
  await server?.stop();
  server = await run(
    { root: SITE_ROOT },
    'netlify/dev/start.ts',
    { PORT: String(OWN_PORT), DATA: data, CLOCK: clock, STAFF_EMAIL: STAFF },
    ['--built'],
  );
}

test.afterAll(async () => {
  await server?.stop();
  rmSync(data, { recursive: true, force: true });
});

test.describe('without script @whole', () => {
  test.use({ javaScriptEnabled: false });

  test('a complaint goes from its form to its outcome, warned on day 20 and overdue on day 31', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await onDay('2026-11-24T10:00:00Z');
    await page.goto(`${SITE}/contact/`);
    await follow(page, 'Make a complaint');
    await expect(heading(page)).toHaveText('Make a complaint');
    await press(page, 'Send your complaint');
    await expect(page.getByRole('alert')).toContainText('Select what your complaint is about');
    await page.getByLabel('How we handle personal data').check();
    await page.getByLabel('Your complaint').fill('You wrote to an old address of mine.');
    await page.getByLabel('Your name').fill('C. Complainant');
    await page.getByLabel('Your email address').fill(CALLER);
    await press(page, 'Send your complaint');
    await expect(heading(page)).toHaveText('Your complaint');
    const reference = (await page.locator('.reference').textContent()) ?? '';
    const acknowledged = await emailTo(CALLER, `We have your complaint: ${reference}`);
    expect(acknowledged.text).not.toContain('old address');
    expect((await emailTo(STAFF, `Complaint ${reference}`)).text).not.toContain('old address');

    // Another, sent at once by something that fills in every field, gets through with one press.
    await page.goto(`${SITE}/complaint/`);
    await page.getByLabel('Our service').check();
    await page.getByLabel('Your complaint').fill('Nobody rang.');
    await page.getByLabel('Your name').fill('Q. Complainant');
    await page.getByLabel('Your phone number').fill('01632 960 188');
    await page.getByLabel('Leave this empty').fill('https://example.org', { force: true });
    await press(page, 'Send your complaint');
    await expect(heading(page)).toHaveText('Not sent yet: press to send it');
    await press(page, 'Send your complaint');
    await expect(heading(page)).toHaveText('Your complaint');

    await signIn(page);
    await expect(page.getByRole('link', { name: '2 complaints', exact: true })).toBeVisible();
    await follow(page, 'Q. Complainant');
    await follow(page, 'Progress or outcome');
    await page.getByLabel('The outcome', { exact: true }).check();
    await page.getByLabel('What was found or done').fill('We rang, and said that we are sorry.');
    await page.getByLabel('They were told by telephone').check();
    await press(page, 'Save');
    await expect(page.getByRole('status')).toHaveText(
      'The outcome is saved, and the complaint is closed.',
    );

    await onDay('2026-12-13T10:00:00Z');
    await signIn(page);
    await expect(page.getByText('Day 20 of 30: answer it by Wednesday 23 December.')).toBeVisible();
    await follow(page, 'C. Complainant');
    await follow(page, 'Progress or outcome');
    await page.getByLabel('How far it has got').check();
    await page.getByLabel('What was found or done').fill('We are looking for where it came from.');
    await page.getByLabel('Email them these words now').check();
    await press(page, 'Save');
    expect((await emailTo(CALLER, `Your complaint ${reference}: how far`)).text).toContain(
      'We are looking for where it came from.',
    );

    // A letter that came on 24 November lay unopened: its days count from then.
    await page.goto(`${SITE}/desk/`);
    await page.getByRole('link', { name: 'a complaint', exact: true }).click();
    await expect(heading(page)).toHaveText('Write down a complaint');
    await page.getByLabel('How we handle personal data').check();
    await page.getByLabel('By letter', { exact: true }).check();
    await page.getByLabel('The day on which it came').fill('2026-11-24');
    await page.getByLabel('What they complain of').fill('The letter came to the wrong house.');
    await page.getByLabel('Their name').fill('L. Complainant');
    await page.getByLabel('Postal address').fill('1 Example Street\nExampleton');
    await page.getByLabel('They have not been told yet').check();
    await press(page, 'Save the complaint');
    await expect(heading(page)).toHaveText('L. Complainant');
    await expect(page.locator('.case-next').first()).toContainText(
      'Day 20 of 30: answer it by Wednesday 23 December. It came on Tuesday 24 November. They have not been told that we have it',
    );
    await follow(page, 'Tell them that we have it');
    await page.getByLabel('They were told by letter').check();
    await press(page, 'Save');
    await expect(page.getByRole('status')).toHaveText('That is saved: they know that we have it.');

    await onDay('2026-12-24T10:00:00Z');
    await signIn(page);
    await expect(page.getByRole('link', { name: '2 complaints, 2 overdue' })).toBeVisible();
    await follow(page, 'L. Complainant');
    await follow(page, 'Progress or outcome');
    await page.getByLabel('The outcome', { exact: true }).check();
    await page.getByLabel('What was found or done').fill('We wrote that it is put right.');
    await page.getByLabel('They were told by letter').check();
    await press(page, 'Save');
    await page.goto(`${SITE}/desk/cases/?filter=complaints`);
    await expect(page.getByRole('listitem').filter({ hasText: 'C. Complainant' })).toContainText(
      'Complaint, overdue',
    );
    await follow(page, 'C. Complainant');
    await expect(page.locator('.case-next').first()).toContainText('Overdue by 1 day');
    await follow(page, 'Progress or outcome');
    await page.getByLabel('The outcome', { exact: true }).check();
    await page.getByLabel('What was found or done').fill('The old address is gone.');
    await page.getByLabel('Email them these words now').check();
    await press(page, 'Save');
    const outcome = await emailTo(CALLER, `Your complaint ${reference}: the outcome`);
    expect(outcome.text).toContain('The old address is gone.');
    expect(outcome.text).toContain('ico.org.uk');
    await page.goto(`${SITE}/desk/`);
    await expect(page.locator('[aria-labelledby="complaints"]')).toHaveCount(0);
    const own = /https?:\S+\/your-enquiry\/[\w-]{43}\//.exec(acknowledged.text)?.[0] ?? '';
    await page.goto(own);
    await expect(page.locator('.lede')).toHaveText(
      'We have told you the outcome of your complaint.',
    );
  });
});
