import type { Page } from '@playwright/test';
import { emailTo, expect, HUMAN_PAUSE_MS, test } from './support.ts';

/** What is typed into the planner, by label; a rhythm is chosen. */
interface Filled {
  people?: string;
  rhythm?: 'Weekly' | 'Fortnightly' | 'Monthly';
  sessions?: string;
  levels?: Readonly<Record<string, string>>;
}

/** What an answer says, as text: its own address, its sentences, its table and its notes. */
interface Said {
  address: string | null;
  result: string[];
  figures: string[];
  notes: string[];
}

async function fill(page: Page, { people, rhythm, sessions, levels }: Filled): Promise<void> {
  if (rhythm) await page.getByLabel(rhythm, { exact: true }).check();
  if (people !== undefined) {
    await page.getByLabel('How many people would take part?').fill(people);
  }
  if (sessions !== undefined) {
    await page.getByLabel('Meetings for each group in the year').fill(sessions);
  }
  if (!levels) return;
  await page.getByText('Levels that should not mix').click();
  for (const [label, count] of Object.entries(levels)) {
    await page.getByLabel(label, { exact: true }).fill(count);
  }
}

async function said(page: Page): Promise<Said> {
  const texts = async (selector: string) =>
    (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  return {
    address: await page.getByRole('link', { name: /\/plan\/\?/ }).getAttribute('href'),
    result: await texts('.plan .result'),
    figures: await texts('.plan .figures tr'),
    notes: await texts('.plan > p.notice-box'),
  };
}

const LINE = 'Call us to talk it through. 07800 970 049, Monday to Friday, 9am to 6pm.';

/** The edges that are plans: what is typed, and what the answer has to say. */
const PLANS: readonly (Filled & { name: string; path: string; result: string[]; note?: string })[] =
  [
    {
      name: 'people who fit one way',
      people: '46',
      rhythm: 'Monthly',
      path: '/plan/?people=46&rhythm=monthly&sessions=12',
      result: [
        '46 people meeting monthly for a year: 4 groups (two of 12, two of 11), 48 group sessions, 12 facilitator days, a small, quiet room for 60 hours, and 15 hours for each person.',
      ],
    },
    {
      name: 'people who fit several ways',
      people: '60',
      rhythm: 'Fortnightly',
      path: '/plan/?people=60&rhythm=fortnightly&sessions=26',
      result: [
        '60 people meeting fortnightly for a year: 5 groups (each of 12), 130 group sessions, 52 facilitator days, a small, quiet room for 162 hours 30 minutes, and 32 hours 30 minutes for each person.',
      ],
    },
    {
      name: 'a shorter year',
      people: '10',
      rhythm: 'Weekly',
      sessions: '40',
      path: '/plan/?people=10&rhythm=weekly&sessions=40',
      result: [
        '10 people meeting weekly for a year, 40 times in all: 1 group of 10, 40 group sessions, 40 facilitator days, a small, quiet room for 50 hours, and 50 hours for each person.',
      ],
    },
    {
      name: 'too few for a group',
      people: '6',
      rhythm: 'Monthly',
      path: '/plan/?people=6&rhythm=monthly&sessions=12',
      result: ['6 people: 4 more people would make a group of 10.'],
      note: LINE,
    },
    {
      name: 'few over one group',
      people: '13',
      rhythm: 'Monthly',
      path: '/plan/?people=13&rhythm=monthly&sessions=12',
      result: ['13 people: start with one group of 10 to 12 people.'],
      note: LINE,
    },
    {
      name: 'few short of two groups',
      people: '18',
      rhythm: 'Monthly',
      path: '/plan/?people=18&rhythm=monthly&sessions=12',
      result: [
        '18 people: two groups would have 9 each. 2 more people would make two groups of 10.',
      ],
      note: LINE,
    },
    {
      name: 'one short of five groups',
      people: '49',
      rhythm: 'Weekly',
      path: '/plan/?people=49&rhythm=weekly&sessions=52',
      result: [
        '49 people: five groups would have 10, 10, 10, 10 and 9. 1 more person would make five groups of 10.',
      ],
      note: LINE,
    },
    {
      name: 'a number with a comma, and too many meetings',
      people: '1,200',
      rhythm: 'Weekly',
      sessions: '60',
      path: '/plan/?people=1200&rhythm=weekly&sessions=52',
      result: [
        '1,200 people meeting weekly for a year: 100 groups (each of 12), 5,200 group sessions, 1,300 to 1,716 facilitator days, a small, quiet room for 6,500 hours, and 65 hours for each person.',
      ],
      note: 'There are at most 52 weekly meetings in a year, so this plan has 52.',
    },
    {
      name: 'no meetings at all',
      people: '46',
      rhythm: 'Monthly',
      sessions: '0',
      path: '/plan/?people=46&rhythm=monthly&sessions=1',
      result: [
        '46 people meeting monthly for a year, once in all: 4 groups (two of 12, two of 11), 4 group sessions, 1 facilitator day, a small, quiet room for 5 hours, and 1 hour 15 minutes for each person.',
      ],
      note: 'A group meets at least once, so this plan has 1 meeting.',
    },
    {
      name: 'very many people',
      people: '2001',
      rhythm: 'Monthly',
      path: '/plan/?people=2001&rhythm=monthly&sessions=12',
      result: [
        '2,001 people meeting monthly for a year: 167 groups (164 groups of 12, 3 groups of 11), 2,004 group sessions, 504 to 660 facilitator days, a small, quiet room for 2,505 hours, and 15 hours for each person.',
      ],
      note: 'For this many people, call us first. 07800 970 049, Monday to Friday, 9am to 6pm.',
    },
    {
      name: 'levels kept apart',
      levels: { 'Directors and senior managers': '12', Managers: '22' },
      rhythm: 'Monthly',
      path: '/plan/?row=directors:12&row=managers:22&rhythm=monthly&sessions=12',
      result: [
        '34 people meeting monthly for a year: 3 groups (one of 12, two of 11), 36 group sessions, 12 facilitator days, a small, quiet room for 45 hours, and 15 hours for each person.',
      ],
    },
    {
      name: 'levels kept apart, of which one does not fit',
      levels: { 'Directors and senior managers': '8', Managers: '22' },
      rhythm: 'Monthly',
      path: '/plan/?row=directors:8&row=managers:22&rhythm=monthly&sessions=12',
      result: ['8 directors: 2 more people would make a group of 10.'],
      note: LINE,
    },
  ];

/** What cannot be planned: what is typed, and the field the message stands at. */
const FAULTS = [
  ['nothing', ''],
  ['zero', '0'],
  ['a negative number', '-4'],
  ['a decimal', '4.5'],
  ['text', 'forty'],
] as const;

/** The answers that came with script off, by name: with script on they must be the same. */
async function withoutScript(page: Page, filled: Filled): Promise<Said> {
  await page.goto('/plan/');
  await fill(page, filled);
  await page.getByRole('button', { name: 'Work out the plan' }).click();
  await expect(page).toHaveURL(/\?/);
  return said(page);
}

for (const { name, path, result, note, ...filled } of PLANS) {
  test(`${name}: the same words with script off and on, and at the plan’s address`, async ({
    browser,
    page,
  }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const off = await withoutScript(await plain.newPage(), filled);
    await plain.close();
    expect(off).toMatchObject({ address: path, result });
    expect(off.figures.length).toBeGreaterThanOrEqual(2);
    if (note) expect(off.notes).toContain(note);

    await page.goto('/plan/');
    await fill(page, filled);
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('status')).toHaveText(result.join(' '));
    expect(await said(page)).toEqual(off);

    // The address has the plan as it was taken, so that it needs no note of what was typed.
    await page.goto(path);
    const { notes: _typed, ...again } = await said(page);
    const { notes: _taken, ...plan } = off;
    expect(again).toEqual(plan);
  });
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    for (const [name, typed] of FAULTS) {
      test(`${name} is asked for again, and kept as it was typed`, async ({ page }) => {
        await page.goto('/plan/');
        await fill(page, { people: typed, rhythm: 'Monthly' });
        await page.getByRole('button', { name: 'Work out the plan' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter a whole number, such as 46.');
        await expect(page.getByLabel('How many people would take part?')).toHaveValue(typed);
        await expect(page.locator('.plan .result')).toHaveCount(0);
      });
    }

    test('more, smaller groups can be chosen, kept in the address and put on paper', async ({
      page,
    }) => {
      await page.goto('/plan/?people=60&rhythm=monthly&sessions=12');
      await page.getByRole('link', { name: '6 groups' }).click();
      await expect(page).toHaveURL('/plan/?people=60&rhythm=monthly&sessions=12&groups=6');
      const planned = await said(page);
      expect(planned.result[0]).toContain('6 groups (each of 10), 72 group sessions');

      await page.getByRole('link', { name: 'Print your plan' }).click();
      await expect(page).toHaveURL(/\/make-the-case\/your-plan\/\?.*groups=6$/);
      expect(await page.locator('.sheet .result').innerText()).toBe(planned.result[0]);
      const rows = await page.locator('.sheet .figures tr').allInnerTexts();
      expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual(planned.figures);
      await page.goBack();
      await page.getByRole('link', { name: 'Take this to your senior team' }).click();
      expect(await page.locator('.sheet .result').innerText()).toBe(planned.result[0]);
    });

    test('a plan is carried into an enquiry, and read in both emails and in the case', async ({
      page,
    }) => {
      const email = `planner-${javaScriptEnabled}@example.org`;
      const words = '46 people meeting monthly, 12 times in the year';
      await page.goto('/plan/?people=46&rhythm=monthly&sessions=12');
      await page.getByRole('link', { name: 'Enquire with this plan' }).click();
      await page.getByLabel('Organisation', { exact: true }).fill('Example County Council');
      await page.getByLabel('Your name').fill('A. Person');
      await page.getByLabel('Your email address').fill(email);
      await page.getByLabel('Reflective practice groups').check();
      await page.waitForTimeout(HUMAN_PAUSE_MS);
      await page.getByRole('button', { name: 'Send your enquiry' }).click();
      const reference = (await page.locator('.reference').textContent())?.trim() ?? '';

      for (const message of [
        await emailTo(email, reference),
        await emailTo('staff@example.org', reference),
      ]) {
        expect(message.text).toContain(words);
        expect(message.html).toContain(words);
        expect(message.text).toContain('/plan/?people=46&rhythm=monthly&sessions=12');
      }
      await page.getByRole('link', { name: words }).click();
      await expect(page).toHaveURL('/plan/?people=46&rhythm=monthly&sessions=12');
      expect((await said(page)).result[0]).toContain('46 people meeting monthly for a year');
    });
  });
}

test('another rhythm brings its own number of meetings', async ({ page }) => {
  await page.goto('/plan/?people=46&rhythm=monthly&sessions=12');
  await page.getByLabel('Weekly', { exact: true }).check();
  await expect(page.getByLabel('Meetings for each group in the year')).toHaveValue('52');
  await expect(page).toHaveURL('/plan/?people=46&rhythm=weekly&sessions=52');
});
