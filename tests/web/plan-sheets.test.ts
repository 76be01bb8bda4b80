import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import seniorTeamPaper from '#web/public/plan/senior-team-paper-routes.ts';
import yourPlan from '#web/public/plan/your-plan-routes.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { get } from '../support/requests.ts';

testApp();

const SHEETS = {
  '/make-the-case/senior-team-paper/': seniorTeamPaper,
  '/make-the-case/your-plan/': yourPlan,
} as const;
const PAPER = '/make-the-case/senior-team-paper/';
const PLAN = '/make-the-case/your-plan/';

async function read(sheet: keyof typeof SHEETS, query = '') {
  const response = await call(SHEETS[sheet], get(sheet + query));
  const $ = load(await response.text());
  const text = (selector: string) => $(selector).text().replace(/\s+/g, ' ').trim();
  return { response, $, text };
}

const SENTENCE =
  '46 people meeting monthly for a year: 4 groups (two of 12, two of 11), 48 group sessions, 12 facilitator days, a small, quiet room for 60 hours, and 15 hours for each person.';

describe.each([PAPER, PLAN] as const)('%s', (sheet) => {
  test('is blank without a plan, for search engines too', async () => {
    const { response, $, text } = await read(sheet);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe(null);
    expect(text('main')).toContain('Blank');
    expect($('.result, .figures, .notice-box')).toHaveLength(0);
  });

  test('has the plan that is in its address, and is one of many that search engines leave', async () => {
    const { response, $, text } = await read(sheet, '?people=46&rhythm=monthly&sessions=12');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(text('title')).toContain(': 46 people meeting monthly');
    expect(text('.result')).toBe(SENTENCE);
    expect(text('.figures')).toContain('Staff time in all690 hours');
    expect(text('main')).not.toContain('Blank');
    expect($('.notice-box a').attr('href')).toBe('/plan/?people=46&rhythm=monthly&sessions=12');
  });

  test('is blank, with a kind word and the way on, when its numbers make no plan', async () => {
    const { response, $, text } = await read(sheet, '?people=forty&rhythm=monthly');
    expect(response.status).toBe(400);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(text('main')).toContain('Blank');
    expect(text('.notice-box')).toContain('so the sheet is blank');
    expect($('.notice-box a').attr('href')).toBe('/plan/?people=forty&rhythm=monthly');
  });

  test('shows as text whatever its address holds', async () => {
    const { $ } = await read(sheet, `?people=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect($('script')).toHaveLength(0);
  });

  test('says what would make people fit', async () => {
    const { response, text } = await read(sheet, '?people=18&rhythm=monthly');
    expect(response.status).toBe(200);
    expect(text('.result')).toBe(
      '18 people: two groups would have 9 each. 2 more people would make two groups of 10.',
    );
    expect(text('.figures')).toContain('Staff time in all270 hours');
  });
});

test('the paper has each level in a line, and leaves the turns to the planner', async () => {
  const { text } = await read(PAPER, '?row=directors:12&row=managers:22&rhythm=monthly');
  expect(text('main')).toContain(
    'Directors and senior managers: 1 group of 12. Managers: 2 groups (each of 11).',
  );
  expect(text('.figures')).not.toContain('Turns');
});

test('your plan has a ring for each group, its whole table, its notes and its address', async () => {
  const { $, text } = await read(PLAN, '?people=60&rhythm=monthly&sessions=99&groups=6');
  const address = '/plan/?people=60&rhythm=monthly&sessions=12&groups=6';
  expect($('.rings li')).toHaveLength(6);
  expect(text('.figures')).toContain('Groups6 groups (each of 10)');
  expect(text('.notice-box')).toContain('There are at most 12 monthly meetings in a year');
  expect(text(`p a[href="${address}"]`)).toContain(SITE_URL + address);
});

test('your plan draws sizes, not groups, when there are many', async () => {
  const { $ } = await read(PLAN, '?people=160&rhythm=monthly');
  expect($('.rings li')).toHaveLength(2);
});
