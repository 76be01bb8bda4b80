import type { APIRequestContext, Browser } from '@playwright/test';
import { KINDS_OF_LINK, kindsOf, linksIn } from '../support/links.ts';
import { DETAILS } from './calls.ts';
import { signInAtDesk } from './desk.ts';
import { emailTo, everyEmail, expect, test } from './support.ts';

const CALLER = { name: 'A. Person', email: 'scanned@example.org', phone: '01632 960 125' };

/** Makes a case that has been sent every email a person's own steps bring about; returns its reference. */
async function bringMailAbout(request: APIRequestContext): Promise<string> {
  const post = async (path: string, data: object) => {
    const answer = await request.post(path, { data });
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as { reference: string; link: string; booking: string };
  };
  const organisation = DETAILS.Organisation;
  const plan = { people: 46, rhythm: 'monthly', sessions: 12 };
  const enquiry = { ...CALLER, organisation, interests: ['groups'], ...plan };
  const { link, reference } = await post('/api/enquiries', enquiry);
  const key = { case: new URL(link).pathname.split('/')[2] };
  const start = '2026-12-30T10:00:00+00:00';
  const call = await post('/api/discovery-calls', { ...CALLER, ...key, organisation, start });
  const other = '2026-12-30T11:00:00+00:00';
  await post('/api/callbacks', { ...CALLER, ...key, start: other });
  const later = '2026-12-30T12:00:00+00:00';
  await post(`/api/bookings/${call.booking}/reschedule`, { start: later });
  await post(`/api/bookings/${call.booking}/cancel`, {});
  await request.post('/your-enquiry/', { form: { email: CALLER.email } });
  await request.post('/desk/sign-in/', { form: { email: 'staff@example.org' } });
  await emailTo('staff@example.org', 'Sign in to the desk');
  await emailTo(CALLER.email, 'The link to what you sent us');
  await emailTo(CALLER.email, 'is cancelled');
  return reference;
}

/** Somebody of the staff offers the case times for a call of each kind. */
async function offerTimes(browser: Browser, site: string, reference: string): Promise<void> {
  const desk = await browser.newPage({ baseURL: site });
  await signInAtDesk(desk);
  for (const kind of ['callback', 'discovery-call']) {
    await desk.goto(`/desk/cases/${reference}/offer/?kind=${kind}`);
    await desk.getByRole('button', { name: 'See the email' }).click();
    await desk.getByRole('button', { name: 'Send it' }).click();
    await emailTo(CALLER.email, `Times for a ${kind.replace('-', ' ')}`);
  }
  await desk.close();
}

test('mail scanners that follow links in email change nothing @whole', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const site = new URL(baseURL ?? '').origin;
  await offerTimes(browser, site, await bringMailAbout(request));
  const links = linksIn(await everyEmail(), site);
  const cases = links.filter((link) => /\/your-enquiry\/[\w-]{43}\/$/.test(link));
  const kinds = kindsOf(links);
  // The digest, which goes out at 8am, is alone in leading to the desk's first page.
  expect(kinds.filter((kind) => !KINDS_OF_LINK.includes(kind))).toEqual([]);
  expect(KINDS_OF_LINK.filter((kind) => !kinds.includes(kind) && kind !== '/desk/')).toEqual([]);

  /** All that anybody could notice: what every case says, what is free, and every email. */
  const state = async () => {
    const seen: string[] = [];
    for (const link of cases) {
      await page.goto(link);
      // Whether the line is open comes a moment after the page.
      await expect(page.locator('[data-line-status]').first()).toHaveText(/^(Open|Closed) now/);
      seen.push(await page.getByRole('main').innerText());
    }
    for (const kind of ['callback', 'discovery-call']) {
      const free = await request.get(`/api/slots?kind=${kind}&from=2026-11-26&days=30`);
      const { slots } = (await free.json()) as { slots: { start: string }[] };
      seen.push(...slots.map(({ start }) => `${kind} ${start}`));
    }
    return [...seen, ...(await everyEmail()).map(({ id, subject }) => `${id} ${subject}`)];
  };
  // Reports that mail has arrived still come in for a moment.
  await expect(async () => expect(await state()).toEqual(await state())).toPass();
  const before = await state();

  for (const link of links) {
    const got = await request.get(link);
    const asked = await request.head(link);
    expect(asked.status(), link).toBe(got.status());
    expect([200, 404, 409, 410], link).toContain(got.status());
    // Some scanners open what they find in a browser.
    if (!link.endsWith('.ics')) await page.goto(link);
  }
  expect(await state()).toEqual(before);
  expect(await page.context().cookies()).toEqual([]);
});
