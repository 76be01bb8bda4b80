import type { APIRequestContext } from '@playwright/test';
import { askForLink, linkIn, signInAtDesk } from '../desk.ts';
import { expect } from '../support.ts';
import { arrivedAt, inAnotherTab, press, toldOff, type Walk } from './walk.ts';

const WHO = {
  name: 'A. Person',
  email: 'states-desk@example.org',
  phone: '01632 960 124',
  organisation: 'Example-with-a-very-long-name'.repeat(3),
} as const;

/** Who has written before they ring. */
const KNOWN = { ...WHO, email: 'states-known@example.org', phone: '01632 960 126' } as const;

async function post(request: APIRequestContext, path: string, data: object) {
  const sent = await request.post(path, { data });
  expect(sent.status(), await sent.text()).toBe(201);
  return (await sent.json()) as { link: string; reference: string };
}

/** An enquiry with a call, and what it is found by. */
async function aCase(request: APIRequestContext): Promise<string> {
  const enquiry = { ...WHO, interests: ['groups'], message: 'Two teams.\nOne question.' };
  const { link, reference } = await post(request, '/api/enquiries', enquiry);
  const key = new URL(link).pathname.split('/')[2];
  const start = '2026-12-22T10:00:00+00:00';
  await post(request, '/api/discovery-calls', { ...WHO, case: key, start });
  return reference;
}

/** Staff sign in. */
const signingIn: Walk = async function* ({ page }) {
  await page.goto('/desk/');
  yield 'desk-sign-in';
  await page.getByLabel('Your email address').fill('nowhere');
  await press(page, 'Send me a link');
  await expect(page.getByRole('alert')).toContainText('Enter an email address');
  await expect(page).toHaveTitle(/^Error: Sign in to the desk/);
  yield 'desk-sign-in-faults';
  const email = await askForLink(page);
  yield 'desk-sign-in-sent';
  await page.getByRole('link', { name: 'type the code here' }).click();
  await arrivedAt(page, 'Type the code');
  yield 'desk-sign-in-code';
  await page.getByLabel('The code').fill('000000');
  await press(page, 'Sign in');
  await expect(page.getByRole('alert')).toContainText('That code does not sign you in');
  yield 'desk-sign-in-code-faults';
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.goto(linkIn(email));
  await arrivedAt(page, 'Go back to where you asked');
  yield 'desk-sign-in-elsewhere';
  await page.context().addCookies(cookies);
  await page.goto(linkIn(email));
  yield 'desk-sign-in-link';
  await press(page, 'Sign in');
  await arrivedAt(page, 'Today');
  await expect(page.getByText('Calls come to the staff addresses as invitations')).toBeVisible();
  yield 'desk-today';
  await page.goto(linkIn(email));
  yield 'desk-sign-in-used';
  await page.goto(linkIn(email).replace(/.\/$/, '/'));
  await arrivedAt(page, 'This link does not work');
  yield 'desk-sign-in-wrong';
};

/** What staff do about one case. */
async function* oneCase({ page }: Parameters<Walk>[0], reference: string): AsyncGenerator<string> {
  await page.goto('/desk/cases/');
  yield 'desk-cases';
  await page.goto('/desk/cases/?q=nobody-of-that-name');
  yield 'desk-cases-none';
  const path = `/desk/cases/${reference}/`;
  await page.goto(path);
  yield 'desk-case';
  for (const act of ['outcome', 'note', 'offer', 'erase'] as const) {
    await page.goto(`${path}${act}/`);
    yield `desk-case-${act}`;
  }
  await page.goto(path);
  await page.getByRole('link', { name: /^Cancel this discovery call/ }).click();
  yield 'desk-case-cancel-call';
  await press(page, 'Cancel the discovery call');
  await expect(page.getByRole('alert')).toBeFocused();
  yield 'desk-case-cancel-call-faults';
  await page.goto('/desk/cases/22222222/');
  yield 'desk-case-not-there';
}

/** A case that staff write down for somebody who rings, who may be known already; a call that is booked for them. */
const forACaller: Walk = async function* ({ page }) {
  await page.goto('/desk/cases/new/');
  yield 'desk-new-case';
  await press(page, 'Save the case');
  await expect(page.getByRole('alert')).toBeFocused();
  yield 'desk-new-case-faults';
  await page.getByLabel('Their name').fill('B. Caller');
  await page.getByLabel('Phone number', { exact: true }).fill(KNOWN.phone);
  await press(page, 'Save the case');
  await arrivedAt(page, /like this/);
  yield 'desk-new-case-known';
  await press(page, 'Save it as a new case');
  await arrivedAt(page, 'B. Caller');
  yield 'desk-new-case-open';
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}details/`);
  yield 'desk-case-details';
  await page.getByLabel('Email address').fill('states-caller@example.org');
  await press(page, 'Save the details');
  await page.goto(`${path}send-link/`);
  yield 'desk-case-send-link';
  await page.goto(`${path}book/callback/`);
  yield 'desk-book-call';
  await page
    .getByRole('button', { name: /^Continue with/ })
    .first()
    .click();
  await expect(page.getByRole('alert')).toBeFocused();
  yield 'desk-book-call-faults';
  await page.locator('input[name="time"]:visible').first().check();
  await page
    .getByRole('button', { name: /^Continue with/ })
    .first()
    .click();
  yield 'desk-book-call-details';
  await press(page, 'Book this callback');
  await arrivedAt(page, /^(B\. Caller|This is inside our notice)$/);
  yield 'desk-book-call-chosen';
  await page.goto('/desk/diary/?week=2026-12-17');
  yield 'desk-diary';
};

/** Time is blocked, closed and shortened, and a call that conflicts with it: on a day that no other walk offers meanwhile. */
const blocking: Walk = async function* ({ page }) {
  await page.goto('/desk/times/');
  yield 'desk-times';
  await page.goto('/desk/times/block/');
  yield 'desk-block';
  await press(page, 'See what that changes');
  await expect(page.getByRole('alert')).toBeFocused();
  yield 'desk-block-faults';
  await page.getByLabel('First day').fill('2026-12-21');
  await page.getByLabel('Last day').fill('2026-12-22');
  await page.getByLabel('Whole days').check();
  await press(page, 'See what that changes');
  yield 'desk-block-check';
  await press(page, 'Block this time');
  await page.goto('/desk/times/closure/');
  yield 'desk-closure';
  await page.getByLabel('First day').fill('2027-02-01');
  await page.getByLabel('Last day').fill('2027-02-12');
  await page.getByLabel('Why are we closed?').fill('Moving house');
  await press(page, 'See what that changes');
  await arrivedAt(page, 'Close for whole days?');
  yield 'desk-closure-check';
  await page.goto('/desk/times/hours/');
  yield 'desk-hours';
  await page.goto('/desk/times/');
  await page
    .getByRole('link', { name: /^Change what is set.*21 December/ })
    .first()
    .click();
  await arrivedAt(page, 'Change this block');
  yield 'desk-block-change';
  await inAnotherTab(page, async (tab) => {
    await tab.getByLabel('Why? (optional)').fill('Training');
    await press(tab, 'See what that changes');
    await press(tab, 'Change it');
    await arrivedAt(tab, 'Times');
  });
  await press(page, 'See what that changes');
  await toldOff(page);
  yield 'desk-block-changed-meanwhile';
  await page.getByRole('link', { name: 'take out one day of it' }).click();
  await arrivedAt(page, 'Take out one day');
  yield 'desk-day-out';
  await press(page, 'See what that changes');
  await expect(page.getByRole('alert')).toBeFocused();
  yield 'desk-day-out-faults';
  await page.getByLabel('Day to take out').fill('2026-12-21');
  await press(page, 'See what that changes');
  await arrivedAt(page, 'Take out one day?');
  yield 'desk-day-out-check';
  await page.goto('/desk/times/');
  yield 'desk-times-blocked';
  await page.goto('/desk/times/stranded/');
  yield 'desk-stranded';
  await page.goto('/desk/');
  yield 'desk-today-stranded';
};

/** Staff sign out. */
const signingOut: Walk = async function* ({ page }) {
  await page.goto('/desk/sign-out/');
  yield 'desk-sign-out';
  // Its words say whether this address is signed in elsewhere, which other tests decide.
  await page.locator('main a[href="/desk/sessions/"]').click();
  await arrivedAt(page, 'Where you are signed in');
  yield 'desk-sessions';
  await page.goto('/desk/sign-out/');
  await press(page, 'Sign out');
  await expect(page.getByText('You are signed out on this browser.')).toBeVisible();
  yield 'desk-signed-out';
};

/** Signing in and out at the desk. */
export const signingInAndOut: Walk = async function* (visit) {
  yield* signingIn(visit);
  yield* signingOut(visit);
};

/** A case at the desk and what is done about it; time that is blocked, and the call of the case that it conflicts with. */
export const aCaseAtDesk: Walk = async function* (visit) {
  const reference = await aCase(visit.request);
  await signInAtDesk(visit.page);
  yield* oneCase(visit, reference);
  yield* blocking(visit);
};

/** Somebody who rings, at the desk. */
export const aCallerAtDesk: Walk = async function* (visit) {
  await post(visit.request, '/api/enquiries', { ...KNOWN, interests: ['groups'] });
  await signInAtDesk(visit.page);
  yield* forACaller(visit);
};
