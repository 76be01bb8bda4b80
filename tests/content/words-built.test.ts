import { describe, expect, it } from 'vitest';
import { contentFindings } from '#content/check-content.ts';
import { builtWords } from '#content/checks/built-words.ts';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import { headingFaults } from '#content/checks/headings.ts';
import { linkFaults } from '#content/checks/links.ts';
import { pageAdvice, pageRefusals } from '#content/checks/page-checks.ts';
import type { Site } from '#content/checks/page-links.ts';
import { adviceReport } from '#content/checks/report.ts';
import { spellingOf } from '#content/checks/spelling.ts';
import { readSettings } from '#content/settings.ts';
import { siteFindings } from '../../netlify/build/site-findings.ts';
import { makeBuiltPage, makePageText } from '../support/make-page.ts';

const settings = readSettings(process.cwd());

const lines = (faults: readonly Fault[]) => faults.map(faultLine);

describe('headings of a published page', () => {
  const faults = (body: string) => lines(headingFaults(makeBuiltPage('/a/', body)));

  it.each([
    ['no main heading', '<h2>A</h2>', '/a/: It has 0 main headings.'],
    ['two main headings', '<h1>A</h1><h1>B</h1>', '/a/: It has 2 main headings.'],
    [
      'a level left out',
      '<h1>A</h1><h3>B</h3>',
      '/a/: The heading “B” is 2 levels below the one before it. Begin it with ##.',
    ],
  ])('are told of %s', (_, body, expected) => {
    expect(faults(body)[0]).toContain(expected);
  });

  it('may go down one level and up any', () => {
    expect(faults('<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>')).toEqual([]);
  });
});

describe('links of published pages', () => {
  const other = makeBuiltPage('/other/', '<h1>O</h1><h2 id="part">P</h2>');
  const faults = (markup: string) =>
    lines(linkFaults([makeBuiltPage('/a/', markup), other], (path) => path === '/your-enquiry/'));

  it.each([
    ['an address nothing answers', '<a href="/nowhere/">N</a>', '/nowhere/, but nothing is there.'],
    [
      'an address without its last slash',
      '<a href="/other">O</a>',
      '/other, but nothing is there.',
    ],
    ['an address from here', '<a href="other/">O</a>', 'other/, but nothing is there.'],
    [
      'a part that is not there',
      '<a href="/other/#gone">O</a>',
      '/other/#gone, but that page has no part called “gone”.',
    ],
    [
      'a part of this page that is not there',
      '<a href="#top">T</a>',
      '#top, but that page has no part',
    ],
    [
      'a picture that is not there',
      '<img src="/gone.png" alt="">',
      '/gone.png, but nothing is there.',
    ],
    [
      'a form that goes nowhere',
      '<form action="/api/nothing"></form>',
      '/api/nothing, but nothing is there.',
    ],
  ])('are told of %s', (_, markup, expected) => {
    expect(faults(markup)[0]).toContain(`/a/: It links to ${expected}`);
  });

  it('may lead to pages, their parts, functions, telephones and other sites', () => {
    const hrefs = [
      '/other/',
      '/other/#part',
      '/other/?a=1',
      '/your-enquiry/',
      'tel:+441632960001',
      'https://example.org/',
    ];
    expect(faults(hrefs.map((href) => `<a href="${href}">L</a>`).join(''))).toEqual([]);
  });
});

it('reads what is on a published page, block by block, and no script', () => {
  const page = makeBuiltPage(
    '/a/',
    '<main><p>One.</p><p>Two <b>words</b>.</p><script>no!</script></main>',
  );
  expect(builtWords(page).map(({ text }) => text)).toEqual(['One.', 'Two words.']);
});

it('finds every kind of fault when it reads pages together, and tells refusals from advice', () => {
  const body =
    'A journey of 40 steps.\n\nGroups of 8 meet.\n\n![](https://example.org/a.png)\n\nAn RPG. [N](/nowhere/)';
  const site: Site = { ids: ['a-page'], moved: new Map(), answers: [], hasFile: () => false };
  const pages = [makePageText(body)];
  const refusals = lines(pageRefusals(pages, settings, site)).join('\n');
  const advice = lines(pageAdvice(pages, settings, site, spellingOf(process.cwd()))).join('\n');
  for (const word of ['“Groups of 8”', 'a.png is not one of this site’s own', '/nowhere/']) {
    expect(refusals).toContain(word);
    expect(advice).not.toContain(word);
  }
  for (const word of ['“journey”', '“40”', 'a.png has no words', '“RPG”']) {
    expect(advice).toContain(word);
    expect(refusals).not.toContain(word);
  }
});

/** Says what is advised, so that it is seen where the tests run: advice fails nothing. */
const print = (what: string, advice: readonly Fault[]) =>
  console.info(`${what}: ${adviceReport(advice) || 'no advice.'}`);

describe('this site', () => {
  it('has nothing in its words that may not be published', () => {
    const { refusals, advice } = contentFindings(process.cwd());
    print('Words', advice);
    expect(lines(refusals)).toEqual([]);
  });

  it('has no link or picture that leads nowhere once it is built', async () => {
    const { refusals, advice } = await siteFindings(process.cwd());
    print('The built site', advice);
    expect(lines(refusals)).toEqual([]);
  });
});
