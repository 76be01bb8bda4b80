import { goOnWith, keyOf, pressWith, statusAfter, takeMeanwhile } from '../calls.ts';
import { expect } from '../support.ts';
import { arrivedAt, inAnotherTab, press, toldOff, type, unfold, type Walk } from './walk.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = {
  'Your name': 'A-person-with-a-very-long-name'.repeat(3),
  'Your phone number': '+44 (0) 1632 960 124 x 1234567',
  'Your email address': `${'a-very-long-address'.repeat(3)}@example.org`,
  Organisation: 'Example-with-a-very-long-name'.repeat(4),
  'What would you like to talk about? (optional)': 'Reflective-practice-groups-and-more'.repeat(3),
} as const;

const PLAIN = {
  'Your name': 'A. Person',
  'Your phone number': '01632 960 124',
  'Your email address': 'states@example.org',
  Organisation: 'Example County Council',
} as const;

/** Asking for a call: the times, sent back at each step, checked, and a time that is gone meanwhile. */
export const askingForACall: Walk = async function* ({ page, request }) {
  await page.goto('/callback/?from=2026-12-14');
  yield 'callback-a-week';
  await page.goto('/discovery-call/?from=2026-12-14');
  yield 'discovery-call-a-week';
  await press(page, 'Continue with Monday 14 December');
  await toldOff(page);
  yield 'discovery-call-no-time';
  await page.goto('/discovery-call/?from=2026-12-14');
  await goOnWith(page, 'Monday 14 December, 2pm');
  yield 'discovery-call-details';
  await press(page, 'Check your answers');
  await toldOff(page);
  yield 'discovery-call-faults';
  await type(page, LONG);
  await press(page, 'Check your answers');
  await arrivedAt(page, 'Check your answers');
  yield 'discovery-call-check-long';
  await press(page, 'Change the time');
  yield 'discovery-call-change-time';
  await pressWith(page, 'Continue with', 'Monday 14 December, 3pm');
  await takeMeanwhile(request, '2026-12-14T15:00:00+00:00');
  expect(await statusAfter(page, 'Book this discovery call')).toBe(409);
  yield 'discovery-call-time-gone';
};

/** A call that is booked: its page, moved, corrected, cancelled, and what cannot be changed any more. */
export const aBookedCall: Walk = async function* ({ page }) {
  await page.goto('/discovery-call/?from=2026-12-14');
  await goOnWith(page, 'Tuesday 15 December, 10am');
  await type(page, PLAIN);
  await press(page, 'Check your answers');
  await arrivedAt(page, 'Check your answers');
  yield 'discovery-call-check';
  await press(page, 'Book this discovery call');
  await arrivedAt(page, 'Your discovery call');
  await unfold(page.getByText('Put it in your calendar'));
  yield 'discovery-call-booked';
  const link = page.url();
  await page.goto(`/your-enquiry/${keyOf(link)}/discovery-call/?start=2026-12-29T14:00:00Z`);
  await arrivedAt(page, 'You have a discovery call already');
  yield 'discovery-call-already';
  await page.goto(link);
  await page.getByRole('link', { name: 'Choose another time' }).click();
  await arrivedAt(page, 'Choose another time for your call');
  yield 'discovery-call-move';
  await page.goto(`${page.url()}?from=2026-12-29`);
  await inAnotherTab(page, async (tab) => {
    await pressWith(tab, 'Move the call to', 'Tuesday 29 December, 2pm');
    await arrivedAt(tab, 'Your discovery call');
  });
  await pressWith(page, 'Move the call to', 'Tuesday 29 December, 3pm');
  await toldOff(page);
  yield 'discovery-call-moved-meanwhile';
  await page.goto(link);
  await page.getByRole('link', { name: 'Correct your details' }).click();
  await arrivedAt(page, 'Correct the details of your call');
  yield 'discovery-call-correct';
  await inAnotherTab(page, async (tab) => {
    await type(tab, { Organisation: LONG.Organisation });
    await press(tab, 'Save the correction');
    await arrivedAt(tab, 'Your discovery call');
  });
  await type(page, { 'Your phone number': '01632 960 125' });
  await press(page, 'Save the correction');
  await toldOff(page);
  yield 'discovery-call-corrected-meanwhile';
  await page.getByLabel('Your phone number').fill('1');
  await press(page, 'Save the correction');
  await toldOff(page);
  yield 'discovery-call-correct-faults';
  await page.goto(link);
  await page.getByRole('link', { name: 'Cancel the call' }).click();
  await arrivedAt(page, 'Cancel this call?');
  yield 'discovery-call-cancel';
  const cancel = page.url();
  await press(page, 'Cancel the call');
  await arrivedAt(page, 'Your discovery call');
  yield 'discovery-call-cancelled';
  expect((await page.goto(cancel))?.status()).toBe(409);
  yield 'discovery-call-cannot-be-changed';
};

/** A callback for somebody who gives no email address: the page is their record. */
export const aCallbackWithoutEmail: Walk = async function* ({ page }) {
  await page.goto('/callback/?from=2026-12-14');
  await goOnWith(page, 'Wednesday 16 December, 2pm');
  yield 'callback-details';
  await type(page, { 'Your name': 'A. Person', 'Your phone number': '01632 960 124' });
  await press(page, 'Check your answers');
  await arrivedAt(page, 'Check your answers');
  yield 'callback-check';
  await press(page, 'Book this callback');
  await arrivedAt(page, 'Your callback');
  yield 'callback-booked';
};
