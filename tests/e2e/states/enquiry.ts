import { arrivedAt, press, toldOff, type, type Walk } from './walk.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = 'Example-with-a-very-long-name'.repeat(4);

/** The enquiry: sent back, sent, corrected, withdrawn, and its page once it is gone. */
export const enquiry: Walk = async function* ({ page }) {
  await page.goto('/enquire/?people=46&rhythm=monthly&sessions=12');
  yield 'enquire-with-a-plan';
  await page.getByLabel('Your email address').fill('name@example');
  await press(page, 'Send your enquiry');
  await toldOff(page);
  yield 'enquire-faults';
  await page.getByLabel('Open reflective spaces').check();
  await page.getByLabel('Training our own facilitators').check();
  await type(page, {
    Organisation: LONG,
    'Your name': 'A. Person',
    'Your email address': 'states@example.org',
    'Your message (optional)': 'Two teams.\nOne question.',
  });
  await press(page, 'Send your enquiry');
  await arrivedAt(page, 'Your enquiry');
  yield 'your-enquiry';
  const link = page.url();
  await page.goto(`${link}correct/`);
  yield 'your-enquiry-correct';
  await page.getByLabel('Your email address').fill('name@example');
  await press(page, 'Save the correction');
  await toldOff(page);
  yield 'your-enquiry-correct-faults';
  await page.goto(`${link}withdraw/`);
  yield 'your-enquiry-withdraw';
  await press(page, 'Withdraw and erase');
  await arrivedAt(page, 'What you sent is erased');
  yield 'your-enquiry-erased';
  await page.goto(link);
  yield 'your-enquiry-not-there';
};

/** Asking for a lost link: the form, sent back, and its answer. */
export const linkAgain: Walk = async function* ({ page }) {
  await page.goto('/your-enquiry/');
  yield 'link-again';
  await type(page, { 'Your email address': 'nobody@example' });
  await press(page, 'Send me my link');
  await toldOff(page);
  yield 'link-again-faults';
  await page.getByLabel('Your email address').fill('nobody@example.org');
  await press(page, 'Send me my link');
  await arrivedAt(page, 'Check your email');
  yield 'link-again-sent';
};
