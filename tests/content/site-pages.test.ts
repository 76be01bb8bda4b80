import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#content/settings.ts';
import { footOf, menuOf } from '#content/site-menus.ts';
import { confirmedLines } from '#domain/buyers/confirmed-lines.ts';
import { type PageShell, placesOf } from '#domain/page-slots.ts';
import { brokenLinks } from '../support/broken-links.ts';
import { builtSite } from '../support/built-site.ts';
import { listedPages } from '../support/site-menu.ts';
import { MOST_BYTES, MOST_SCRIPT, weightOf } from '../support/weight.ts';

/**
 * At most 20 pages may be found besides these: where anybody complains, which the law asks for, and what buyers ask for,
 * which is there only while a line of it is confirmed.
 */
const BESIDES = ['/complaint/', '/for-buyers/'];

const { faults, pages, read } = builtSite();

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('every page', () => {
  it('is built', () => {
    const paths = pages().map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/', '/404.html', '/notice/', '/enquire/']));
  });

  it('has one H1, and levels that nest below it', () => {
    const found = faults(({ page }) => {
      const levels = page('main :is(h1, h2, h3, h4, h5, h6)')
        .toArray()
        .map(({ tagName }) => Number(tagName.slice(1)));
      if (levels.filter((level) => level === 1).length !== 1) return `H1s: ${levels.join()}`;
      const skips = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
      return skips ? `levels: ${levels.join()}` : undefined;
    });
    expect(found).toEqual([]);
  });

  it('says what it is in a title and a description of its own', () => {
    const titles = pages().map(({ page }) => page('title').text());
    expect(new Set(titles).size).toBe(titles.length);
    expect(
      faults(({ page }) => (page('meta[name=description]').attr('content') ? undefined : 'none')),
    ).toEqual([]);
  });

  it('carries the line once, above the masthead: number, hours, and a place for what is true now', () => {
    const found = faults(({ page }) => {
      const line = page('body > header > .line');
      const whole =
        line.length === 1 &&
        line.find('a[href^="tel:+44"]').length === 1 &&
        line.find('[data-line-status][hidden]').length === 1 &&
        line.text().includes('9am to 6pm');
      return whole ? undefined : 'no line';
    });
    expect(found).toEqual([]);
  });

  it('holds only the styles and scripts that its policy names, and no style or handler in a tag', async () => {
    const policy = await read('_headers');
    const found = faults(({ page }) => {
      const held = page('style, script:not([src]):not([type="application/ld+json"])').toArray();
      const refused = held.filter((node) => !policy.includes(`'${hashOf(page(node).text())}'`));
      const inTags = page('*')
        .toArray()
        .flatMap((node) => Object.keys(page(node).attr() ?? {}))
        .filter((name) => name === 'style' || name.startsWith('on'));
      return held.length > 0 && refused.length + inTags.length === 0 ? undefined : 'inline code';
    });
    expect(found).toEqual([]);
  });

  it('has its icon and its manifest where no script brings them', () => {
    const found = faults(({ page }) => {
      const $ = load(page('head > noscript').text());
      const icons = $('link[rel=icon][href="/favicon.svg"]').length;
      const manifests = $('link[rel=manifest]').length;
      return icons === 1 && manifests === 1 ? undefined : `${icons} icons, ${manifests} manifests`;
    });
    expect(found).toEqual([]);
  });

  it('waits for no other file before it can be drawn', () => {
    const found = faults(({ page }) => {
      const waits = page('link[rel=stylesheet], script[src]').length;
      return waits === 0 ? undefined : `${waits} files`;
    });
    expect(found).toEqual([]);
  });

  it('has nothing in its head that would end it early', () => {
    const found = faults(({ page }) => {
      const strays = page('body').find('meta, title, style, link').length;
      const words = page('head')
        .contents()
        .filter((_, node) => node.type === 'text')
        .text()
        .trim();
      return strays > 0 || words ? `${strays} strays, "${words}"` : undefined;
    });
    expect(found).toEqual([]);
  });

  it('has structured data that parses, where it may be found', () => {
    const found = faults(({ page }) => {
      const blocks = page('script[type="application/ld+json"]')
        .toArray()
        .map((block) => page(block).text());
      if (page('meta[name=robots]').length > 0)
        return blocks.length > 0 ? 'found by nobody' : undefined;
      const graphs = blocks.map((block) => JSON.parse(block) as unknown);
      const whole = graphs.every(
        (data) => typeof data === 'object' && data !== null && '@graph' in data,
      );
      return whole && graphs.length > 0 ? undefined : 'no graph';
    });
    expect(found).toEqual([]);
  });

  it('weighs little enough to arrive at once', () => {
    const weights = pages().map(({ path, markup }) => ({ path, bytes: weightOf(markup) }));
    expect(weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
  });

  it('asks for little script where there is only to read', () => {
    const weights: [path: string, bytes: number][] = [];
    const toRead = pages().filter(
      ({ markup, page }) => !markup.includes('<!--shell:') && page('[data-print]').length === 0,
    );
    for (const { path, page } of toRead) {
      const held = page('script:not([type="application/ld+json"])').text();
      expect(held, `${path} asks for no script later`).not.toMatch(
        /["'`]\/_astro\/[^"'`]+\.js["'`]/,
      );
      weights.push([path, weightOf(held)]);
    }
    expect(weights.length).toBeGreaterThan(10);
    expect(weights.filter(([, bytes]) => bytes > MOST_SCRIPT)).toEqual([]);
  });

  it('hides no id twice on one page', () => {
    const found = faults(({ page }) => {
      const ids = page('[id]')
        .toArray()
        .map(({ attribs }) => attribs['id']);
      return new Set(ids).size === ids.length ? undefined : `ids: ${ids.join()}`;
    });
    expect(found).toEqual([]);
  });
});

describe('a shell', () => {
  const shells = () => pages().filter(({ markup }) => markup.includes('<!--shell:'));

  const shellOf = (markup: string) => /<!--shell:([a-z-]+)-->/.exec(markup)?.[1] as PageShell;

  it('says once which it is, and has each place once, opened and closed', () => {
    for (const { path, markup } of shells()) {
      expect(markup.match(/<!--shell:/g), path).toHaveLength(1);
      for (const place of placesOf(shellOf(markup))) {
        expect(markup.split(`<!--place:${place}-->`), `${path} ${place}`).toHaveLength(2);
        expect(markup.split(`<!--/place:${place}-->`), `${path} ${place}`).toHaveLength(2);
      }
    }
  });

  it('keeps its title element and its H1’s words in their places', () => {
    for (const { path, markup } of shells()) {
      expect(markup, path).toMatch(/<!--place:title--><title>[^<]+<\/title><!--\/place:title-->/);
      expect(markup, path).toMatch(/<h1><!--place:heading-->[^<]+<!--\/place:heading--><\/h1>/);
      expect(markup.indexOf('<!--place:above-->'), path).toBeLessThan(markup.indexOf('<h1>'));
    }
  });

  it('leaves no mark on any other page', () => {
    const found = faults(({ markup }) =>
      markup.includes('<!--place:') && !markup.includes('<!--shell:') ? 'a place' : undefined,
    );
    expect(found).toEqual([]);
  });
});

/** Addresses that functions answer, so that no file of them is built. */
const ANSWERED = ['/your-enquiry/'];

describe('links', () => {
  const known = () => new Set([...pages().map(({ path }) => path), ...ANSWERED]);

  it('in the masthead and the foot are those the pages ask for, and lead to pages', () => {
    const listed = listedPages(process.cwd());
    const menu = menuOf(listed).map(({ href }) => href);
    const foot = footOf(listed).flatMap(({ links }) => links.map(({ href }) => href));
    expect(menu.length).toBeGreaterThan(0);
    expect([...menu, ...foot].filter((href) => !known().has(href))).toEqual([]);
    const found = faults(({ page }) => {
      const leads = (within: string) =>
        page(`${within} a`)
          .toArray()
          .map((link) => page(link).attr('href'));
      const said = [leads('.site-nav ul'), leads('.foot nav')];
      return JSON.stringify(said) === JSON.stringify([menu, foot]) ? undefined : 'other links';
    });
    expect(found).toEqual([]);
  });

  it('in every page lead to pages, and to places on them', () => {
    const found = faults((built) => {
      const broken = brokenLinks(built, pages(), known());
      return broken.length === 0 ? undefined : broken.join();
    });
    expect(found).toEqual([]);
  });

  it('in the sitemap are to pages that may be found', async () => {
    const sitemap = await read('sitemap-0.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    const asked = listed.filter((path) => !BESIDES.includes(path));
    expect(asked.length).toBeLessThanOrEqual(20);
    const buyers = confirmedLines(readSettings('.').buyers).length > 0;
    expect(pages().some(({ path }) => path === '/for-buyers/')).toBe(buyers);
    expect(listed.includes('/for-buyers/')).toBe(buyers);
    const hidden = pages().filter(({ page }) => page('meta[name=robots]').length > 0);
    expect(listed).not.toContain('/notice/');
    expect(hidden.map(({ path }) => path).filter((path) => listed.includes(path))).toEqual([]);
  });
});
