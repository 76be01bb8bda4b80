import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { type Running, run } from '../support/copied-site.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { PORT } from './ports.ts';
import { SITE_ROOT } from './site.ts';
import { type Email, expect, test } from './support.ts';

// A week at the desk as its staff have it, script off, on a server of its own: a closure of two weeks, and every Friday
// afternoon, would take the times that other journeys book, and a follow-up comes due when the clock is set on. It takes
// most of a minute, so `npm run states` alone goes it; in an ordinary run each part of it is met by another journey.

/** Beside the ports of the other journeys and of the editor. */
const WEEK_PORT = PORT + 10;
const SITE = `http://localhost:${WEEK_PORT}`;
const MAILBOX = `http://127.0.0.1:${WEEK_PORT + 1}`;

/** This worker’s own: nobody else signs in on that server. */
const STAFF = 'staff@example.org';

test.use({ javaScriptEnabled: false, baseURL: SITE, actionTimeout: 15_000 });
test.describe.configure({ mode: 'serial' });

let folder: string;
let server: Running | undefined;

/** Starts the site that the journeys built, at an instant, over what it kept before. */
async function startAt(clock: string): Promise<void> {
  await server?.stop();
  const env = { PORT: String(WEEK_PORT), DATA: folder, RATE_LIMIT: '0', STAFF_EMAIL: STAFF };
  server = await run({ root: SITE_ROOT }, 'netlify/dev/start.ts', { ...env, CLOCK: clock }, [
    '--built',
  ]);
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'staff-week-'));
  await prepareDatabase(join(folder, 'database'));
  await startAt('2026-11-24T10:00:00Z');
});
test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The emails to an address whose subject holds some words, newest first. */
async function emailsTo(to: string, subject: string): Promise<Email[]> {
  const listed = await fetch(`${MAILBOX}/emails?to=${encodeURIComponent(to)}`);
  const { data } = (await listed.json()) as { data: { id: string; subject: string }[] };
  const found = data.filter((email) => email.subject.includes(subject));
  return Promise.all(
    found.map(async ({ id }) => (await (await fetch(`${MAILBOX}/emails/${id}`)).json()) as Email),
  );
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/desk/');
  const before = (await emailsTo(STAFF, 'Sign in to the desk')).length;
  await page.getByLabel('Your email address').fill(STAFF);
  await press(page, 'Send me a link');
  let link = '';
  await expect(async () => {
    const mails = await emailsTo(STAFF, 'Sign in to the desk');
    expect(mails.length).toBeGreaterThan(before);
    link = /https?:\S+(\/desk\/sign-in\/[\w-]{43}\/)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
  }).toPass();
  await page.goto(link);
  await press(page, 'Sign in');
  await expect(heading(page)).toHaveText('Today');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const done = (page: Page) => page.getByRole('status').first();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, exact: true }).first().click();
const referenceOn = (page: Page) => new URL(page.url()).pathname.split('/')[3] ?? '';

async function post(request: APIRequestContext, path: string, data: object) {
  const answer = await request.post(path, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { reference: string; link: string };
}

/** Three calls in the two weeks that will be closed, each of somebody with an email address. */
const CALLS = ['2026-12-08T10:00:00', '2026-12-10T14:30:00', '2026-12-16T11:00:00'].map(
  (start, index) => ({
    start: `${start}+00:00`,
    name: `W. Caller ${'ABC'[index]}`,
    email: `week-caller-${index}@example.org`,
    phone: `01632 960 19${index}`,
  }),
);

const PHONE = '01632 960 180';

test('a week at the desk @whole', async ({ page, request, browserName }) => {
  test.setTimeout(180_000);
  let rang = '';
  let again = '';
  let wrote = { reference: '', link: '' };

  await test.step('on Tuesday, calls are booked and an enquiry is sent', async () => {
    for (const call of CALLS) await post(request, '/api/callbacks', call);
    wrote = await post(request, '/api/enquiries', {
      organisation: 'Example County Council',
      name: 'W. Enquirer',
      email: 'week-enquirer@example.org',
      interests: ['groups'],
    });
    await signIn(page);
    await expect(page.getByRole('region', { name: 'Waiting for us' })).toContainText('W. Enquirer');
  });

  await test.step('somebody without email rings, and a call is booked for them, and moved', async () => {
    await page.goto('/desk/cases/new/');
    await page.getByLabel('Their name').fill('W. Inger');
    await page.getByLabel('Phone number', { exact: true }).fill(PHONE);
    await page.getByLabel('I have told them what we keep and why').check();
    await press(page, 'Save the case');
    await expect(done(page)).toContainText('Nothing was sent to anybody.');
    rang = referenceOn(page);
    await page.goto(`/desk/cases/${rang}/book/callback/?from=2026-12-02`);
    await page.getByRole('radio', { name: '11am', exact: true }).locator('visible=true').check();
    await press(page, 'Continue with Wednesday 2 December');
    await expect(page.getByText('nothing is sent to them')).toBeVisible();
    await press(page, 'Book this callback');
    await expect(done(page)).toContainText('The call is booked.');
    await follow(page, /^Move this callback/);
    await page.goto(`${page.url()}?from=2026-12-03`);
    await page.getByRole('radio', { name: '3pm', exact: true }).locator('visible=true').check();
    await press(page, /^Continue with .*3 December/);
    await expect(page.getByText('nothing is sent to them')).toBeVisible();
    await press(page, 'Move the callback to this time');
    await expect(done(page)).toContainText('The call is moved.');
    await page.goto('/desk/diary/?week=2026-12-03');
    await expect(page.getByRole('region', { name: /3 December/ })).toContainText(
      '3pm to 3:30pm W. Inger',
    );
  });

  await test.step('the same person is written down twice, and the two cases are joined', async () => {
    await page.goto('/desk/cases/new/');
    await page.getByLabel('Their name').fill('W. Inger');
    await page.getByLabel('Phone number', { exact: true }).fill('+44 1632 960180');
    await page.getByLabel(/^We have spoken/).check();
    await press(page, 'Save the case');
    await expect(heading(page)).toHaveText('There is a case like this');
    await press(page, 'Save it as a new case');
    await expect(done(page)).toContainText('The case is open.');
    again = referenceOn(page);
    await follow(page, `Join with case ${rang}`);
    await press(page, 'Join these cases');
    await expect(done(page)).toContainText('The cases are joined');
  });

  await test.step('two weeks are closed, and all three who had a call are offered new times', async () => {
    await page.goto('/desk/times/closure/');
    await page.getByLabel('First day').fill('2026-12-07');
    await page.getByLabel(/^Last day/).fill('2026-12-18');
    await page.getByLabel('Why are we closed?').fill('Holiday');
    await press(page, 'See what that changes');
    await expect(
      page.getByRole('heading', { name: '3 calls cannot take place then' }),
    ).toBeVisible();
    await press(page, 'Close on these days');
    await expect(heading(page)).toHaveText('Calls that need another time');
    await page.goto('/desk/');
    await follow(page, 'Offer everyone new times');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await press(page, 'See the emails');
    await press(page, 'Send 3 emails');
    await expect(done(page)).toContainText('New times are on their way to everyone');
    for (const { email } of CALLS) {
      await expect(async () => {
        expect(await emailsTo(email, 'please choose one')).toHaveLength(1);
      }).toPass();
    }
  });

  await test.step('every Friday afternoon is blocked until Easter', async () => {
    await page.goto('/desk/times/block/');
    await expect(
      page.getByText('For “until Easter”: Good Friday is Friday 26 March 2027.'),
    ).toBeVisible();
    await page.getByLabel('First day').fill('2026-11-27');
    await page.getByLabel(/^Last day/).fill('2027-03-26');
    await page.getByLabel(/^Part of each day/).check();
    await page.getByLabel('From (for part of a day)').selectOption({ label: '1pm' });
    await page.getByLabel('To (for part of a day)').selectOption({ label: '6pm' });
    await page.getByLabel('Friday').check();
    await press(page, 'See what that changes');
    await press(page, 'Block this time');
    await expect(done(page)).toContainText('It is set');
    await page.goto('/desk/diary/');
    await expect(page.getByRole('region', { name: /27 November/ })).toContainText(
      '1pm to 6pm Blocked',
    );
  });

  await test.step('an outcome is noted, undone and noted again; a note is removed', async () => {
    const path = `/desk/cases/${wrote.reference}/`;
    await page.goto(`${path}outcome/`);
    await page.getByLabel('Not for us').check();
    await press(page, 'Save the outcome');
    await follow(page, 'Undo the latest outcome');
    await press(page, 'Undo this outcome');
    await expect(done(page)).toContainText('That outcome is undone');
    await page.goto(`${path}outcome/`);
    await page.getByLabel('We spoke').check();
    await press(page, 'Save the outcome');
    await page.goto(`${path}note/`);
    await page.getByLabel('Your note').fill('On the wrong case.');
    await press(page, 'Save the note');
    await follow(page, /^Remove the note/);
    await press(page, 'Remove this note');
    await expect(done(page)).toContainText('The note is removed.');
    await expect(page.getByRole('main')).not.toContainText('On the wrong case.');
    await page.goto('/desk/');
    // It waits no more; the day on which to look at it again is told of, and nothing else of it.
    const told = page.getByRole('main').getByRole('region').filter({ hasText: 'W. Enquirer' });
    await expect(told).toHaveCount(1);
    await expect(told.getByRole('heading')).toHaveText('Coming up');
  });

  await test.step('its person corrects what they sent, and waits for us again', async () => {
    await page.goto(wrote.link);
    await follow(page, 'Correct what you sent');
    await page.getByLabel(/^Your role/).fill('Head of service');
    await page.getByRole('main').getByRole('button').first().click();
    await expect(page.getByRole('main')).toContainText('Head of service');
    await page.goto('/desk/');
    await expect(page.getByRole('region', { name: 'Waiting for us' })).toContainText('W. Enquirer');
  });

  await test.step('a date is set to ring somebody again, and on that day they are on Today', async () => {
    // Not at the case with the call: one that has a call to come waits for it.
    await page.goto(`/desk/cases/${again}/follow-up/`);
    await page.getByLabel('Look at this case again on').fill('2026-12-01');
    await press(page, 'Save the date');
    await expect(done(page)).toContainText('The date is saved.');
    await page.goto('/desk/');
    await expect(page.getByRole('region', { name: 'To follow up' })).toHaveCount(0);
    await startAt('2026-12-01T09:30:00Z');
    await signIn(page);
    await expect(page.getByRole('region', { name: 'To follow up' })).toContainText('W. Inger');
  });

  await test.step('one case is printed for its person', async () => {
    await page.goto(`/desk/cases/${wrote.reference}/held/`);
    await expect(page.getByRole('main')).toContainText('We noted what came of getting in touch');
    if (browserName === 'chromium') {
      const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(sheet.match(/\/Type\s*\/Page[^s]/g)?.length).toBeGreaterThan(0);
    }
  });

  await test.step('the audit has each act, who did it and to which case', async () => {
    await page.goto('/desk/audit/?day=2026-11-24');
    const lines = page.getByRole('main').getByRole('listitem');
    for (const act of [
      /Case written down at the desk/,
      /Call booked, at the desk/,
      /Call moved, at the desk/,
      /Joined, at the desk/,
      /Set a closure/,
      /Times offered, at the desk/,
      /Set a block/,
      /Outcome undone, at the desk/,
      /Note removed, at the desk/,
      /Follow-up set, at the desk/,
    ]) {
      await expect(lines.filter({ hasText: act }).first()).toContainText(STAFF);
    }
    await expect(page.getByRole('main')).not.toContainText(/W\. Enquirer|W\. Inger|960 18/);
  });
});
