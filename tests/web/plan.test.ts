import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import plan from '#web/public/plan/plan-routes.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

const open = (query = '') => call(plan, get(`/plan/${query}`));

async function read(query: string) {
  const response = await open(query);
  const $ = load(await response.text());
  const text = (selector: string) => $(selector).text().replace(/\s+/g, ' ').trim();
  return { response, $, text };
}

const SENTENCE =
  '46 people meeting monthly for a year: 4 groups (two of 12, two of 11), 48 group sessions, 12 facilitator days, a small, quiet room for 60 hours, and 15 hours for each person.';

describe('the planner at first', () => {
  test('is an empty form that search engines may keep', async () => {
    const { response, $ } = await read('');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe(null);
    expect($('#people').val()).toBe('');
    expect($('input[name=rhythm]:checked')).toHaveLength(0);
    expect($('.result, .error-summary')).toHaveLength(0);
  });
});

describe('a plan in the address', () => {
  const ADDRESS = '/plan/?people=46&rhythm=monthly&sessions=12';

  test('is said, drawn and tabled', async () => {
    const { response, $, text } = await read('?people=46&rhythm=monthly&sessions=12');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(text('title')).toContain('46 people meeting monthly');
    expect(text('.result')).toBe(SENTENCE);
    expect(
      $('.rings svg')
        .map((_, ring) => $(ring).attr('aria-label'))
        .get(),
    ).toEqual([
      'A group of 12 people',
      'A group of 12 people',
      'A group of 11 people',
      'A group of 11 people',
    ]);
    expect(text('.figures tr:last-child')).toContain('690 hours');
    expect($('details.notice-box').attr('open')).toBeDefined();
  });

  test('can be sent on, and taken into an enquiry', async () => {
    const { $, text } = await read('?people=46&rhythm=monthly');
    expect(text(`a[href="${ADDRESS}"]`)).toBe(SITE_URL + ADDRESS);
    expect($('a.button').attr('href')).toBe('/enquire/?people=46&rhythm=monthly&sessions=12');
    expect($('[data-plan]').attr('data-address')).toBe(ADDRESS);
  });

  test('fills the form as it is planned', async () => {
    const { $, text } = await read('?people=1,200&rhythm=weekly&sessions=60');
    expect($('#people').val()).toBe('1200');
    expect($('#sessions').val()).toBe('52');
    expect($('input[name=rhythm]:checked').val()).toBe('weekly');
    expect(text('.notice-box')).toContain('There are at most 52 weekly meetings in a year');
  });

  test('offers fewer, fuller groups and more, smaller ones', async () => {
    const { $ } = await read('?people=60&rhythm=monthly');
    expect($('.comparison strong').text()).toBe('5 groups');
    const more = $('.comparison a').attr('href') ?? '';
    expect(more).toBe('/plan/?people=60&rhythm=monthly&sessions=12&groups=6');
    const chosen = await read(more.slice('/plan/'.length));
    expect(chosen.$('.comparison strong').text()).toBe('6 groups');
    expect(chosen.text('.result')).toContain('6 groups (each of 10)');
  });

  test('leads with a call when there are very many people', async () => {
    const { $, text } = await read('?people=5000&rhythm=monthly');
    expect(text('.plan > .notice-box:nth-child(2)')).toContain(t.app.site.settings.line.phone);
    expect($('.rings li')).toHaveLength(2);
    expect(text('.rings')).toContain('413 groups of 12');
  });

  test('says when it has fewer meetings than it could, and leads to all of them', async () => {
    const { $, text } = await read('?people=46&rhythm=monthly&sessions=10');
    expect(text('.plan > .hint')).toContain('10 of the 12 monthly meetings');
    expect($('.plan > .hint a').attr('href')).toBe('/plan/?people=46&rhythm=monthly');
  });
});

describe('people who do not fit', () => {
  test('are told what would make them fit, and end with the line', async () => {
    const { response, $, text } = await read('?people=18&rhythm=monthly');
    expect(response.status).toBe(200);
    expect(text('.result')).toBe(
      '18 people: two groups would have 9 each. 2 more people would make two groups of 10.',
    );
    expect($('.rings, .fault, .error-summary')).toHaveLength(0);
    expect(text('.figures')).toContain('270 hours');
    expect(text('.plan > :last-child')).toContain(t.app.site.settings.line.phone);
  });

  test('are answered level by level', async () => {
    const { $, text } = await read('?row=directors:8&row=managers:22&rhythm=monthly');
    expect(text('.result')).toBe('8 directors: 2 more people would make a group of 10.');
    expect($('#directors').val()).toBe('8');
    expect($('details.levels').attr('open')).toBeDefined();
    expect($('.plan a[href="/plan/?people=30&rhythm=monthly&sessions=12"]')).toHaveLength(1);
  });
});

describe('levels that fit', () => {
  test('are drawn and tabled by level', async () => {
    const { $, text } = await read('?row=directors:12&row=managers:22&rhythm=monthly');
    expect($('.rings svg').first().attr('aria-label')).toBe('A group of 12 directors');
    expect(text('.plan table:not(.figures) tbody tr:last-child')).toBe(
      'Managers222 groups (each of 11)',
    );
  });
});

describe('what cannot be planned', () => {
  test('comes back with everything typed and each fault beside its field', async () => {
    const { response, $, text } = await read('?people=forty&rhythm=weekly&sessions=1.5');
    expect(response.status).toBe(400);
    expect(text('title')).toContain('Error:');
    expect(
      $('.error-summary a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['#people', '#sessions']);
    expect(text('#people-fault')).toContain('Enter a whole number, such as 46');
    expect($('#people').val()).toBe('forty');
    expect($('#sessions').val()).toBe('1.5');
    expect($('input[name=rhythm]:checked').val()).toBe('weekly');
  });

  test('is shown as text, whatever it is', async () => {
    const { $ } = await read(`?people=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect($('script')).toHaveLength(0);
    expect($('#people').val()).toBe('"><script>alert(1)</script>');
  });
});

describe('what the form sends', () => {
  test('goes on to the plan’s own address', async () => {
    const response = await open(
      '?people=&rhythm=monthly&sessions=12&directors=12&managers=22&carers=',
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      '/plan/?row=directors:12&row=managers:22&rhythm=monthly&sessions=12',
    );
  });
});

test('a post is refused with what is allowed', async () => {
  const response = await call(plan, postForm('/plan/', { people: 46 }));
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});
