import type { APIRequestContext, Page } from '@playwright/test';
import { pressWith } from '../calls.ts';
import { signInAtDesk } from '../desk.ts';
import { expect } from '../support.ts';
import { arrivedAt, inAnotherTab, press, toldOff, type Walk } from './walk.ts';

const MOVE = 'Move the callback to this time';

/** A call on a day that staff then block. */
async function makeConflict(page: Page, request: APIRequestContext): Promise<void> {
  const call = {
    start: '2026-12-18T10:00:00+00:00',
    name: 'A. Person',
    phone: '01632 960 124',
    email: 'states-offers@example.org',
  };
  const rung = { start: '2026-12-18T11:00:00+00:00', name: 'B. Person', phone: '01632 960 125' };
  for (const data of [call, rung]) {
    expect((await request.post('/api/callbacks', { data })).status()).toBe(201);
  }
  await page.goto('/desk/times/block/?from=2026-12-18');
  await page.getByLabel('Whole days').check();
  await press(page, 'See what that changes');
  await press(page, 'Block this time');
  await arrivedAt(page, 'Calls that need another time');
}

/** A call that is conflicting is offered other times, or moved; at the end the block is removed. */
export const offering: Walk = async function* ({ page, request }) {
  await signInAtDesk(page, '/desk/times/');
  await makeConflict(page, request);
  const conflicting = page.getByRole('listitem').filter({ hasText: 'Friday 18 December' });
  await conflicting.first().getByRole('link', { name: 'Offer other times' }).click();
  await arrivedAt(page, 'Offer other times');
  const offer = page.url();
  yield 'desk-offer-times';
  const ticked = page.getByRole('checkbox', { checked: true });
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await press(page, 'See the email');
  await toldOff(page);
  yield 'desk-offer-faults';
  await page.goto(offer);
  await press(page, 'See the email');
  await arrivedAt(page, 'Send this email?');
  yield 'desk-offer-email';
  await page.goto('/desk/times/stranded/');
  await page.getByRole('link', { name: 'Offer everyone new times' }).click();
  await arrivedAt(page, 'Offer everyone new times');
  yield 'desk-offer-all';
  await press(page, 'See the emails');
  await arrivedAt(page, 'Send these emails?');
  await page.getByText('To states-offers@example.org: the email').click();
  yield 'desk-offer-all-emails';
  await page.goto('/desk/diary/2026-12-18/');
  yield 'desk-day-sheet';
  await page.goto('/desk/times/stranded/');
  await conflicting.first().getByRole('link', { name: 'Move the call' }).click();
  await arrivedAt(page, 'Move this call');
  yield 'desk-move-call';
  const days = `${page.url()}?from=2026-12-29`;
  await page.goto(days);
  await pressWith(page, 'Continue with', 'Tuesday 29 December, 11am');
  yield 'desk-move-call-check';
  await inAnotherTab(page, async (tab) => {
    await tab.goto(days);
    await pressWith(tab, 'Continue with', 'Tuesday 29 December, 10am');
    await press(tab, MOVE);
    await arrivedAt(tab, 'A. Person');
  });
  await press(page, MOVE);
  await toldOff(page);
  yield 'desk-call-moved-meanwhile';
  await page.goto('/desk/times/');
  await page.getByRole('link', { name: /^Remove what is set for Friday 18 December/ }).click();
  await arrivedAt(page, 'Remove this block?');
  yield 'desk-block-remove';
  await press(page, 'Remove it');
  await arrivedAt(page, 'Times');
};
