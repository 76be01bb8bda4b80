import type { APIRequestContext, Page } from '@playwright/test';
import { signInAtDesk } from '../desk.ts';
import { expect } from '../support.ts';
import { arrivedAt, press, toldOff, type Walk } from './walk.ts';

/** Nothing of this breaks of itself, so only the page can keep it inside a narrow screen. */
const LONG = 'Example-with-a-very-long-name'.repeat(4);

const CALLER = {
  start: '2026-12-16T11:00:00+00:00',
  name: 'C. Caller',
  phone: '01632 960 162',
  organisation: LONG,
} as const;

/** Posts a call; what fills in the field that only software fills in is put in quarantine. */
async function post(request: APIRequestContext, data: object, status: number): Promise<void> {
  const answer = await request.post('/api/callbacks', { data });
  expect(answer.status(), await answer.text()).toBe(status);
}

/** The path of the one case in quarantine that staff, who are signed in, find by `name`. */
async function findHeld(page: Page, name: string): Promise<string> {
  await page.goto(`/desk/cases/?filter=quarantine&q=${encodeURIComponent(name)}`);
  await expect(page.locator('.case-row')).toHaveCount(1);
  return (await page.locator('.case-who').getAttribute('href')) ?? '';
}

/** A case in quarantine whose time is taken meanwhile, released; its notes; the lists of cases, and their download. */
export const quarantine: Walk = async function* ({ page, request }) {
  const email = `${'a-very-long-address'.repeat(3)}@example.org`;
  await post(request, { ...CALLER, email, 'leave-empty': 'https://example.org' }, 202);
  await signInAtDesk(page, '/desk/cases/');
  const held = await findHeld(page, `C. Caller ${LONG}`);
  await page.goto(held);
  await arrivedAt(page, /^C\. Caller/);
  yield 'desk-case-held';
  await page.goto(`${held}release/`);
  await arrivedAt(page, 'Release it from quarantine?');
  yield 'desk-case-release';
  await post(request, { ...CALLER, name: 'D. Caller' }, 201);
  await page.reload();
  await arrivedAt(page, 'Release it from quarantine?');
  yield 'desk-case-release-taken';
  await press(page, 'Release it');
  await expect(page.getByRole('status')).toContainText('was no longer free');
  await arrivedAt(page, /^C\. Caller/);
  yield 'desk-case-released';
  await page.goto(`${held}release/`);
  await arrivedAt(page, 'This cannot be done now');
  yield 'desk-case-release-again';
  await page.goto(`${held}note/`);
  await press(page, 'Save the note');
  await toldOff(page);
  await arrivedAt(page, 'Write a note');
  yield 'desk-case-note-faults';
  await page.getByLabel('Your note').fill(`${LONG}\n${LONG}`);
  await press(page, 'Save the note');
  await arrivedAt(page, /^C\. Caller/);
  yield 'desk-case-noted';
  for (const filter of ['all', 'waiting', 'quarantine', 'closed'] as const) {
    await page.goto(`/desk/cases/?filter=${filter}`);
    await arrivedAt(page, 'Cases');
    yield `desk-cases-${filter}`;
  }
  await page.goto('/desk/cases/cases.csv?q=caller');
  await arrivedAt(page, 'Download cases');
  yield 'desk-cases-download';
};
