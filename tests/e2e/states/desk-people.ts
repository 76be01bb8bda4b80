import type { APIRequestContext } from '@playwright/test';
import { signInAtDesk } from '../desk.ts';
import { expect } from '../support.ts';
import { arrivedAt, inAnotherTab, press, toldOff, type Walk } from './walk.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = 'Example-with-a-very-long-name'.repeat(3);

/** An enquiry, and the page of its case at the desk. */
async function enquire(request: APIRequestContext, name: string, email: string): Promise<string> {
  const enquiry = {
    ...{ name, email, organisation: LONG, phone: '01632 960 181' },
    ...{ interests: ['groups'], message: `${LONG}\nA second line.` },
  };
  const sent = await request.post('/api/enquiries', { data: enquiry });
  const { reference } = (await sent.json()) as { reference: string };
  return `/desk/cases/${reference}/`;
}

/** One person’s two cases, what staff decide about them, their notes; what we hold; the audit, numbers and help. */
export const people: Walk = async function* ({ page, request }) {
  const one = await enquire(request, 'P. Person', 'states-people@example.org');
  const two = await enquire(request, 'P. Other', 'states-other@example.org');
  await signInAtDesk(page, '/desk/cases/');
  await page.goto(`${one}owner/`);
  yield 'desk-case-owner';
  await page.locator('input[name="owner"]').first().check();
  await press(page, 'Save');
  await arrivedAt(page, /^P\. Person/);
  yield 'desk-case-beside';
  await page.getByRole('link', { name: `Join with case ${two.split('/')[3]}` }).click();
  await arrivedAt(page, 'Join these cases?');
  yield 'desk-case-join';
  await press(page, 'Join these cases');
  await expect(page.getByRole('status')).toContainText('are joined');
  yield 'desk-case-joined';
  await page.getByRole('link', { name: 'Separate this case from them' }).click();
  yield 'desk-case-unjoin';
  await page.goto(`${one}follow-up/`);
  await press(page, 'Save the date');
  await toldOff(page);
  yield 'desk-case-follow-up-faults';
  await page.goto(`${one}note/`);
  await page.getByLabel('Your note').fill(LONG);
  await press(page, 'Save the note');
  await page.getByRole('link', { name: /^Change the note/ }).click();
  yield 'desk-case-note-change';
  await page.getByLabel('The note').fill(`${LONG}\n${LONG}`);
  await inAnotherTab(page, async (tab) => {
    await tab.getByLabel('The note').fill(`${LONG}\nChanged.`);
    await press(tab, 'Save the note');
    await arrivedAt(tab, /^P\. Person/);
  });
  await press(page, 'Save the note');
  await toldOff(page);
  yield 'desk-case-note-meanwhile';
  await page.goto(one);
  await page.getByRole('link', { name: /^Move to another case/ }).click();
  await press(page, 'Continue');
  await toldOff(page);
  yield 'desk-case-note-move-faults';
  await page.getByLabel('The reference of the case it belongs to').fill(two.split('/')[3] ?? '');
  await press(page, 'Continue');
  await arrivedAt(page, 'Move this note?');
  yield 'desk-case-note-move';
  await page.goto(one);
  await page.getByRole('link', { name: /^Remove the note/ }).click();
  yield 'desk-case-note-remove';
  await page.goto(`${one}outcome/`);
  await page.getByLabel('Not now').check();
  await page.getByLabel('Anything to add? (optional)').fill(`${LONG}\n${LONG}`);
  await press(page, 'Save the outcome');
  await arrivedAt(page, /^P\. Person/);
  await page.goto(`${one}undo/`);
  const belongs = page.getByLabel('The reference of the case it belongs to (optional)');
  await belongs.fill(LONG);
  await press(page, 'Undo this outcome');
  await toldOff(page);
  yield 'desk-case-undo-faults';
  await belongs.fill(two.split('/')[3] ?? '');
  await press(page, 'Undo this outcome');
  await arrivedAt(page, 'Note the outcome');
  yield 'desk-case-outcome-filled-in';
  await page.goto(`${one}close/`);
  yield 'desk-case-close';
  await inAnotherTab(page, async (tab) => {
    await tab.goto(`${one}follow-up/`);
    await tab.getByLabel('Look at this case again on').fill('2026-12-20');
    await press(tab, 'Save the date');
    await arrivedAt(tab, /^P\. Person/);
  });
  await press(page, 'Close this case');
  await toldOff(page);
  yield 'desk-case-close-meanwhile';
  await press(page, 'Close this case');
  await arrivedAt(page, /^P\. Person/);
  await page.goto(`${one}reopen/`);
  yield 'desk-case-reopen';
  await page.goto(`${one}held/`);
  await arrivedAt(page, 'What we hold about you');
  yield 'desk-case-what-we-hold';
  await page.goto('/desk/data-requests/?q=01632960181');
  yield 'desk-data-requests';
  await page.goto('/desk/audit/');
  yield 'desk-audit';
  await page.goto('/desk/audit/?case=A.+Person');
  yield 'desk-audit-no-reference';
  await page.goto('/desk/numbers/');
  await page.getByText('Enquiries, as a table').click();
  yield 'desk-numbers';
  await page.goto('/desk/times/calendars/');
  yield 'desk-calendars';
  await page.getByLabel('The secret address of your calendar').fill('http://example.org/');
  await press(page, 'Read my calendar from now on');
  await toldOff(page);
  yield 'desk-calendars-faults';
  await page.goto('/desk/times/calendars/remove/');
  yield 'desk-calendars-remove';
  await page.goto('/desk/help/');
  yield 'desk-help';
  await page.goto('/desk/unusual/');
  yield 'desk-unusual';
  await page.goto('/desk/passkeys/add/');
  yield 'desk-passkey-add';
};
