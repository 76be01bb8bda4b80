import { signInAtDesk } from '../desk.ts';
import { expect } from '../support.ts';
import { arrivedAt, inAnotherTab, press, toldOff, type, type Walk } from './walk.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = 'Example-with-a-very-long-name'.repeat(4);

/** A complaint that came by letter, written down at the desk: sent back, saved, acknowledged, dated. */
const byLetter: Walk = async function* ({ page }) {
  await page.goto('/desk/cases/new-complaint/');
  yield 'desk-new-complaint';
  await press(page, 'Save the complaint');
  await toldOff(page);
  yield 'desk-new-complaint-faults';
  await page.getByLabel('How we handle personal data').check();
  await page.getByLabel('By letter', { exact: true }).check();
  await type(page, {
    'What they complain of': LONG,
    'Their name': `L. ${LONG}`,
    'Postal address (optional)': `1 Example Street\n${LONG}`,
  });
  await page.getByLabel('They have not been told yet').check();
  await press(page, 'Save the complaint');
  await arrivedAt(page, /^L\. /);
  yield 'desk-complaint-by-hand';
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}complaint/received/`);
  await page.getByLabel('The day on which it came').fill('');
  await press(page, 'Save the day');
  await toldOff(page);
  yield 'desk-complaint-received-faults';
  await page.goto(`${path}complaint/acknowledge/`);
  await press(page, 'Save');
  await toldOff(page);
  yield 'desk-complaint-acknowledge-faults';
};

/** A complaint: sent back, held, sent; at the desk its steps, a hold, and words that are removed. */
export const complaint: Walk = async function* ({ page, request }) {
  await page.goto('/complaint/');
  await press(page, 'Send your complaint');
  await toldOff(page);
  yield 'complaint-faults';
  await page.getByLabel('How we handle personal data').check();
  await type(page, {
    'Your complaint': `${LONG}\nSomebody Else has it.`,
    'Your name': `C. ${LONG}`,
    'Your email address': 'states-complaint@example.org',
  });
  await press(page, 'Send your complaint');
  await arrivedAt(page, 'Your complaint');
  yield 'your-complaint';
  const reference = (await page.locator('.reference').textContent()) ?? '';
  await page.goto(`${page.url()}correct/`);
  yield 'your-complaint-correct';
  const held = { about: 'service', name: 'H. Held', phone: '01632 960 188', message: 'Held.' };
  const answer = await request.post('/api/complaints', {
    form: { ...held, 'leave-empty': 'https://example.org' },
  });
  expect(answer.status()).toBe(202);
  await signInAtDesk(page, '/desk/');
  yield* byLetter({ page, request });
  await page.goto('/desk/');
  yield 'desk-today-complaints';
  await page.goto('/desk/cases/?filter=complaints');
  yield 'desk-cases-complaints';
  const path = `/desk/cases/${reference}/`;
  await page.goto(path);
  yield 'desk-complaint';
  await page.goto(`${path}complaint/`);
  await press(page, 'Save');
  await toldOff(page);
  yield 'desk-complaint-step-faults';
  await page.getByLabel('The outcome', { exact: true }).check();
  await page.getByLabel('What was found or done').fill(LONG);
  await page.getByLabel('They were told by telephone').check();
  await press(page, 'Save');
  await arrivedAt(page, /^C\. /);
  yield 'desk-complaint-ended';
  await page.goto(`${path}complaint/reopen/`);
  yield 'desk-complaint-reopen';
  await page.goto(`${path}hold/`);
  await press(page, 'Put it on hold');
  await toldOff(page);
  yield 'desk-hold-faults';
  await page.getByLabel('Why it is on hold').fill(LONG);
  await page.getByLabel('Look at it again on').fill('2026-12-20');
  await inAnotherTab(page, async (tab) => {
    await tab.getByLabel('Why it is on hold').fill(`${LONG}\nAsked for by a court.`);
    await tab.getByLabel('Look at it again on').fill('2026-12-21');
    await press(tab, 'Put it on hold');
    await arrivedAt(tab, /^C\. /);
  });
  await press(page, 'Put it on hold');
  await toldOff(page);
  yield 'desk-hold-meanwhile';
  await press(page, 'Put it on hold');
  await arrivedAt(page, /^C\. /);
  yield 'desk-case-on-hold';
  await page.goto(`${path}send-link/`);
  yield 'desk-case-on-hold-unused';
  await page.goto(`${path}hold/end/`);
  yield 'desk-hold-end';
  await page.goto(`${path}remove-words/`);
  await press(page, 'Show where they stand');
  await toldOff(page);
  yield 'desk-remove-words-faults';
  await page.getByLabel('The words to remove').fill('Somebody Else');
  await press(page, 'Show where they stand');
  await arrivedAt(page, 'Remove these words?');
  yield 'desk-remove-words-check';
  await press(page, 'Remove these words');
  await arrivedAt(page, /^C\. /);
  yield 'desk-words-removed';
};
