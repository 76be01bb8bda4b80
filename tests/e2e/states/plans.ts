import { press, toldOff, unfold, type Walk } from './walk.ts';

/** Plans whose answers differ in kind, each with its name. */
const PLANS = {
  fits: 'people=46&rhythm=monthly&sessions=12',
  'several-ways': 'people=60&rhythm=fortnightly&sessions=26',
  'too-few': 'people=6&rhythm=monthly&sessions=12',
  'short-of-two-groups': 'people=18&rhythm=weekly&sessions=40',
  'very-many': 'people=2001&rhythm=monthly&sessions=12',
  levels: 'row=directors:12&row=managers:22&row=practitioners:73&rhythm=monthly&sessions=12',
  'levels-that-do-not-fit': 'row=directors:8&row=managers:22&rhythm=monthly&sessions=12',
  'not-a-number': 'people=forty&rhythm=monthly',
} as const;

/** The planner: before an answer, sent back, and every kind of answer. */
export const planner: Walk = async function* ({ page }) {
  await page.goto('/plan/');
  await unfold(page.getByText('Levels that should not mix'));
  yield 'plan-levels-unfolded';
  await page.goto('/plan/');
  await press(page, 'Work out the plan');
  await toldOff(page);
  yield 'plan-faults';
  for (const [name, query] of Object.entries(PLANS)) {
    await page.goto(`/plan/?${query}`);
    yield `plan-${name}`;
  }
};

/** The sheets that a plan fills, with each kind of plan. */
export const filledSheets: Walk = async function* ({ page }) {
  for (const sheet of ['senior-team-paper', 'your-plan']) {
    for (const name of ['fits', 'short-of-two-groups', 'levels', 'not-a-number'] as const) {
      await page.goto(`/make-the-case/${sheet}/?${PLANS[name]}`);
      yield `make-the-case-${sheet}-${name}`;
    }
  }
};
