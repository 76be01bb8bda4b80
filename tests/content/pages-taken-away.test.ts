import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { addressOf, pageId } from '#content/page-files.ts';
import { LED_TO, LIVE_ADDRESSES } from '#content/required-pages.ts';
import { footOf, type Listed, menuOf } from '#content/site-menus.ts';
import { contentCopy, type Edits } from '../support/mistakes.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const PAGES = 'content/pages';
const NAMES = globSync('**/*.mdx', { cwd: `${SMALL_SITE}/${PAGES}` }).sort();

/** Where each page of the small site is led to from, by the page's name: file and line, read without the checks. */
const ledFrom = (name: string) =>
  NAMES.filter((other) => other !== name).flatMap((other) =>
    readFileSync(`${SMALL_SITE}/${PAGES}/${other}`, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.includes(`(${addressOf(pageId(name))})`) ||
        line.endsWith(`href: ${addressOf(pageId(name))}`)
          ? [`${PAGES}/${other}:${index + 1}:`]
          : [],
      ),
  );

const NEEDED = new Set<string>([...Object.values(LIVE_ADDRESSES), ...LED_TO, '/', '/404/']);

describe(`a page taken away (${NAMES.length} pages)`, () => {
  it.each(NAMES)('%s: each link to it is named by file and line, at once', (name) => {
    const said = refusalsAfter({ [`${PAGES}/${name}`]: undefined });
    for (const place of ledFrom(name)) {
      expect(said.filter((line) => line.startsWith(place)).length, place).toBeGreaterThan(0);
    }
    const missing = said.filter((line) => line.startsWith(`${PAGES}/${name}: The page is missing`));
    expect(missing).toHaveLength(NEEDED.has(addressOf(pageId(name))) ? 1 : 0);
    expect(said).toHaveLength(ledFrom(name).length + missing.length);
  });

  const MAY_MOVE = NAMES.filter((name) => {
    const address = addressOf(pageId(name));
    return LED_TO.some((led) => led === address) || !NEEDED.has(address);
  });

  it.each(MAY_MOVE)('%s: its address can lead to the page that lists it', (name) => {
    const address = addressOf(pageId(name));
    const heir = name === 'who-its-for.mdx' ? 'contact.mdx' : 'who-its-for.mdx';
    const edits: Edits = {
      [`${PAGES}/${name}`]: undefined,
      [`${PAGES}/${heir}`]: ['title: ', `was: ${address}\ntitle: `],
    };
    expect(refusalsAfter(edits)).toEqual([]);
    const advised = adviceAfter(edits).filter((line) =>
      line.includes(`The page ${address} has moved.`),
    );
    expect(advised).toHaveLength(ledFrom(name).length);
  });

  it('on which the site fills something in must say so', () => {
    const edits: Edits = { [`${PAGES}/plan.mdx`]: ['template: form\nlive: plan\n', ''] };
    expect(refusalsAfter(edits)).toEqual([
      'content/pages/plan.mdx:1: The site fills in “plan” on this page, and its fields do not say so. Write “live: plan” among its fields.',
    ]);
  });
});

test('the software leads to no page that could be taken away unnoticed', () => {
  const answered = /^\/(?:api|desk|your-enquiry|your-call|preview-mail|notice|style|hours)\//;
  const files = globSync(
    'src/{web,components,layouts,pages,emails,services,domain}/**/*.{ts,astro}',
  );
  const led = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:href=|href: |path: |`)["'`]?(\/[a-z-]+\/)["'`?#]/g,
      ),
    ].map(([, address = '']) => address),
  );
  const pages = led.filter((address) => !answered.test(address));
  expect(pages).toContain('/privacy/');
  expect([...new Set(pages)].filter((address) => !NEEDED.has(address))).toEqual([]);
});

describe('the menu and the foot', () => {
  const page = (id: string, data: Listed['data']): Listed => ({ id, data });
  const PLAN = page('plan', {
    menu: { place: 2, label: 'Plan' },
    foot: { under: 'Work with us', place: 1, label: 'Plan a project' },
  });
  const CONTACT = page('contact', {
    menu: { place: 3, label: 'Contact', button: true },
    foot: { under: 'Contact', place: 1, label: 'Contact us' },
  });
  const FIRST = page('how-a-group-works', { menu: { place: 1, label: 'How it works' } });
  const QUIET = page('privacy', {});
  const all = [CONTACT, PLAN, QUIET, FIRST];

  it('are the pages that ask for a place, in that order', () => {
    expect(menuOf(all)).toEqual([
      { href: '/how-a-group-works/', label: 'How it works', button: false, further: false },
      { href: '/plan/', label: 'Plan', button: false, further: false },
      { href: '/contact/', label: 'Contact', button: true, further: false },
    ]);
    expect(footOf(all)).toEqual([
      { heading: 'Work with us', links: [{ href: '/plan/', label: 'Plan a project' }] },
      {
        heading: 'Contact',
        links: [
          { href: '/contact/', label: 'Contact us' },
          { href: '/your-enquiry/', label: 'Find your enquiry' },
        ],
      },
    ]);
  });

  it('hold pages that share a place in the order of their addresses, whichever was written first', () => {
    const another = page('about', { menu: { place: 3, label: 'About' } });
    for (const pages of [
      [another, ...all],
      [...all, another],
    ]) {
      expect(menuOf(pages).map(({ href }) => href)).toEqual([
        '/how-a-group-works/',
        '/plan/',
        '/about/',
        '/contact/',
      ]);
    }
  });

  it.each(all)('lose a page with its file: $id', (gone) => {
    const left = all.filter((other) => other !== gone);
    const address = addressOf(gone.id);
    const hrefs = [...menuOf(left), ...footOf(left).flatMap(({ links }) => links)].map(
      ({ href }) => href,
    );
    expect(hrefs).not.toContain(address);
    expect(hrefs.length).toBeGreaterThan(0);
  });
});
