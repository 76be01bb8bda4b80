import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { pageFiles } from '#content/page-files.ts';
import { isFileShown } from '#content/shown-pages.ts';
import { particulars } from '#domain/identity/statements.ts';
import { privacyNoticeVersionIn } from '../../netlify/build/privacy-notice-version.ts';
import { type CopiedSite, copySite } from '../support/copied-site.ts';
import { LAUNCHED_IDENTITY, launchedSettings } from '../support/launched.ts';
import { SMALL_SITE, TEST_SETTINGS } from '../support/test-settings.ts';
import { MOST_BYTES, weightOf } from '../support/weight.ts';

// A site whose owner has filled everything in: what readers are told of who runs it, of their data, of accessibility and
// of what buyers ask. What a site says that has filled in nothing is held by the tests of the real one.

const LAUNCHED = launchedSettings(20_000);
const SAID = particulars(LAUNCHED_IDENTITY) ?? '';

const page = (title: string, fields: string, words: string) =>
  `---\ntitle: ${title}\nheading: ${title}\ndescription: A page of the tests, to see what its components say.\n${fields}---\n\n${words}\n`;

const PAGES = {
  'privacy.mdx': page(
    'Privacy',
    '',
    '## Who\n\n<WhenKnown field="legal-name">\n  Of <Identity field="legal-name" />, <Identity field="notice-date" />.\n</WhenKnown>\n\n<Recipients />\n\n## Complain\n\n<WaysToComplain />',
  ),
  'about.mdx': page('About', '', '<WhoWeAre />'),
  'accessibility.mdx': page('Accessibility', '', '## Checked\n\nWords.\n\n<KnownProblems />'),
  'for-buyers.mdx': page(
    'For buyers',
    'only-with: buyers\nfoot: { under: About, place: 9, label: What buyers ask for }\n',
    '<ForBuyers />',
  ),
};

/** Pages of this checkout that the settings fill in; they stand in a folder of their own here. */
const OURS = ['about', 'accessibility', 'for-buyers', 'privacy'] as const;

let site: CopiedSite;

beforeAll(async () => {
  site = copySite();
  const content = join(site.root, 'content');
  rmSync(join(content, 'pages'), { recursive: true });
  cpSync(join(SMALL_SITE, 'content/pages'), join(content, 'pages'), { recursive: true });
  for (const [name, words] of Object.entries(PAGES)) {
    writeFileSync(join(content, 'pages', name), words);
  }
  for (const name of OURS) {
    cpSync(`content/pages/${name}.mdx`, join(content, `pages/ours/${name}.mdx`));
  }
  const { identity, privacy, accessibility, buyers } = LAUNCHED;
  for (const [name, fields] of Object.entries({ identity, privacy, accessibility, buyers })) {
    writeFileSync(join(content, `settings/${name}.yaml`), stringify(fields));
  }
  // What Astro keeps from build to build is this site’s own.
  const script = `import { build } from 'astro'; await build({ cacheDir: './.kept', logLevel: 'warn' });`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: site.root,
  });
}, 240_000);
afterAll(() => site.remove());

const built = (path: string) => readFileSync(join(site.root, 'dist', path), 'utf8');
const read = (path: string) => load(built(`${path}index.html`));
const words = (path: string, at: string) => read(path)(at).text().replaceAll(/\s+/g, ' ').trim();

describe('who runs the service', () => {
  test.each(['', 'about/', 'privacy/'])('stands at the foot of /%s', (path) => {
    expect(words(path, '.foot .particulars')).toBe(SAID);
  });

  test('stands at the foot of a paper, once', () => {
    expect(words('make-the-case/senior-team-paper/', '.paper-foot .particulars')).toBe(SAID);
  });

  test('stands on the page about us, a sentence to a paragraph, but for how to complain', () => {
    const said = read('about/')('main p')
      .toArray()
      .map((paragraph) => read('about/')(paragraph).text());
    expect(said.filter((text) => SAID.includes(text.trim())).join(' ')).toBe(
      SAID.replace(' Complaints: complaints@example.org.', ''),
    );
  });
});

describe('the privacy notice', () => {
  test('names who answers for it, its date, and everyone who handles data', () => {
    expect(words('privacy/', 'main')).toContain('Of Example Groups Limited, 4 October 2024.');
    const companies = read('privacy/')('main li strong')
      .toArray()
      .map((company) => read('privacy/')(company).text());
    expect(companies).toEqual(['Netlify', 'Resend', 'Example Mail', 'Example Telephones']);
  });

  test('says every way to complain that there is', () => {
    const said = words('privacy/', 'main');
    expect(said).toContain('Email complaints@example.org.');
    expect(said).toMatch(/Ring 07800 970 049, Monday to Friday, 9am to 6pm\./);
  });

  test('has a version of its date and its words, which other words change', () => {
    const version = privacyNoticeVersionIn(site.root, LAUNCHED);
    expect(version).toMatch(/^2024-10-04 [\da-f]{12}$/);
    expect(privacyNoticeVersionIn(site.root, LAUNCHED)).toBe(version);
    const file = join(site.root, 'dist/privacy/index.html');
    const markup = readFileSync(file, 'utf8');
    writeFileSync(file, markup.replace('Example Mail', 'Other Mail'));
    expect(privacyNoticeVersionIn(site.root, LAUNCHED)).not.toBe(version);
    writeFileSync(file, markup.replace('<main', '<main data-other'));
    expect(privacyNoticeVersionIn(site.root, LAUNCHED)).toBe(version);
    writeFileSync(file, markup);
  });
});

describe.each(OURS)('our own page %s, filled in', (name) => {
  test('weighs little enough to arrive at once', () => {
    expect(weightOf(built(`ours/${name}/index.html`))).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('has no sentence with a hole in it', () => {
    const said = words(`ours/${name}/`, 'main');
    expect(said).not.toMatch(/undefined|\[object| [.,;]|: \.|\bfor \.|\bof \./);
  });
});

test('the accessibility page says that no problems were known on the day somebody looked', () => {
  expect(words('accessibility/', 'main')).toContain('We knew of no problems on 4 October 2024.');
});

describe('the page for buyers', () => {
  test('has each confirmed line with its day, is led to, and may be found', () => {
    const headings = read('for-buyers/')('main h2')
      .toArray()
      .map((heading) => read('for-buyers/')(heading).text());
    expect(headings.slice(0, 3)).toEqual([
      'Insurance',
      'Data security for the NHS (DSPT)',
      'Cyber Essentials',
    ]);
    expect(words('for-buyers/', 'main')).toMatch(
      /Insurance\s*Held\.\s*Confirmed on 4 October 2024\./,
    );
    expect(read('')('.foot nav a[href="/for-buyers/"]')).toHaveLength(1);
    expect(built('sitemap-0.xml')).toContain('/for-buyers/');
  });

  test('is no page while nothing is confirmed', () => {
    const shown = (settings: typeof LAUNCHED) =>
      pageFiles(site.root)
        .filter((file) => isFileShown(file, settings))
        .map(({ id }) => id);
    expect(shown(LAUNCHED)).toContain('for-buyers');
    const gone = shown({ ...LAUNCHED, buyers: TEST_SETTINGS.buyers });
    expect(gone).toEqual(shown(LAUNCHED).filter((id) => !id.endsWith('for-buyers')));
  });
});
