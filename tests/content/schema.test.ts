import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pageFaults } from '#collections/check-page.ts';
import { checkPages } from '#collections/check-pages.ts';
import { componentSchemas } from '#collections/components.ts';
import { addressOf, pageId } from '#collections/page-files.ts';
import { PageSchema } from '#collections/page-schema.ts';
import { readQuestions } from '#collections/questions.ts';
import { readSettings } from '#collections/settings.ts';
import { makePage } from '../support/make-page.ts';

const QUESTIONS = ['cost', 'confidential'];

const faultsOf = (body: string, fields = {}) => pageFaults(makePage(body, fields), QUESTIONS);

const FILE = 'content/pages/a-page.mdx';

describe('a page’s fields', () => {
  it.each([
    [
      'a field that is missing',
      { title: undefined },
      'title: received nothing. Expected words. What the browser tab and search results call the page.',
    ],
    [
      'a field nobody knows',
      { titel: 'A page' },
      'titel: received "A page". There is no such field; expected one of: title, heading, description, lede, crumb, circle, template, live, sheet, readers, duty, noindex, next.',
    ],
    [
      'too many words',
      { title: 'x'.repeat(61) },
      `title: received "${'x'.repeat(61)}" (61 characters). Expected at most 60 characters. What the browser tab and search results call the page.`,
    ],
    [
      'no words at all',
      { heading: ' ' },
      'heading: received " " (1 characters). Expected at least 1 characters. The main heading at the top of the page.',
    ],
    [
      'a number for words',
      { heading: 404 },
      'heading: received 404. Expected words. The main heading at the top of the page.',
    ],
    [
      'a choice that is not offered',
      { template: 'wide' },
      'template: received "wide". Expected one of: home, reading, form, sheet. How the page is laid out: "reading" unless it says otherwise.',
    ],
    [
      'words for yes or no',
      { noindex: 'yes' },
      'noindex: received "yes". Expected true or false. true keeps the page out of search results.',
    ],
    [
      'a form without its form',
      { template: 'form' },
      'live: received nothing. Expected one of: enquiry, callback, discovery-call, plan, because the template is "form". What the site fills in on this page, such as a form.',
    ],
    [
      'paper for a page to read',
      { sheet: 'a4' },
      'sheet: received "a4". Expected nothing, unless the template is "sheet". The paper a sheet to print is made for.',
    ],
    [
      'a next step that leads off the site',
      { next: { heading: 'On', text: 'Go on.', href: 'example.org', label: 'On' } },
      'next → href: received "example.org". Expected an address on this site that starts and ends with a slash, such as "/enquire/". Where it leads.',
    ],
    [
      'a field of the next step nobody knows',
      { next: { heading: 'On', text: 'Go on.', href: '/', label: 'On', colour: 'red' } },
      'next → colour: received "red". There is no such field; expected one of: heading, text, href, label.',
    ],
  ])('names the file, the field, what was received and expected: %s', (_, fields, expected) => {
    expect(faultsOf('Words.', fields)).toContain(`${FILE}: ${expected}`);
  });

  it('names every mistake, and nothing where there is none', () => {
    expect(faultsOf('Words.', { title: undefined, noindex: 'yes' })).toHaveLength(2);
    expect(faultsOf('Words.')).toEqual([]);
  });

  it.each([
    ['title: a: b', 2, 'Nested mappings are not allowed in compact mappings'],
    ['title: "a', 2, 'Missing closing "quote'],
  ])('says on which line %s cannot be read', (fields, line, what) => {
    const source = `---\n${fields}\n---\n\nWords.\n`;
    expect(pageFaults({ file: FILE, id: 'a-page', source }, QUESTIONS)).toEqual([
      `${FILE}:${line}: the fields cannot be read: ${what}. Expected each field as a name, a colon and a space, then its value; a value with a colon in it stands in double quotes.`,
    ]);
  });

  it('says when there are no fields', () => {
    expect(pageFaults({ file: FILE, id: 'a-page', source: 'Words.' }, QUESTIONS)).toEqual([
      `${FILE}:1: received a page without fields. Expected a line of three dashes, the fields, and a line of three dashes.`,
    ]);
  });

  it.each(Object.entries(PageSchema.shape))(
    'says what %s is for, and how long its words may be',
    (_, schema) => {
      const json = z.toJSONSchema(schema, { io: 'input' });
      expect(json.description).toMatch(/\w/);
      if (json.type === 'string' && !json.enum) expect(json.maxLength).toBeGreaterThan(0);
    },
  );
});

describe('a page’s components', () => {
  it.each([
    [
      'a component nobody knows',
      '<Testimonial />',
      '<Testimonial>. There is no such component; expected one of: Actions, AllQuestions,',
    ],
    [
      'a tag of HTML',
      '<div>Words.</div>',
      '<div>. There is no such component; expected one of: Actions,',
    ],
    [
      'a fact that is not one',
      'We meet for <Fact id="price" />.',
      '<Fact>: id: received "price". Expected one of: group-size, rhythm, length, a-day, a-project, training, experience, evaluation-levels.',
    ],
    [
      'a question that is not one',
      '<AskUs ids="cost parking" />',
      '<AskUs>: ids: received "cost parking". Expected names with spaces between, each one of: cost, confidential. Questions from content/questions.yaml.',
    ],
    [
      'a setting that is missing',
      '<Door heading="Contact">Words.</Door>',
      '<Door>: href: received nothing. Expected words. Where it leads.',
    ],
    [
      'a setting nobody knows',
      '<Note colour="red">Words.</Note>',
      '<Note>: colour: received "red". There is no such field; expected only the fields it knows.',
    ],
    [
      'code',
      "import x from './x.ts';\n\nWords.",
      'received code ("import x from \'./x.ts\';"). Expected words and components; components need no import.',
    ],
  ])('names the line too: %s', (_, body, expected) => {
    const [fault = ''] = faultsOf(body);
    expect(fault).toContain(`${FILE}:7: `);
    expect(fault).toContain(expected);
  });

  it('says where a component is left open', () => {
    expect(faultsOf('Words.\n\n<Note>\n\nMore words.\n')).toEqual([
      expect.stringMatching(
        /^content\/pages\/a-page\.mdx:\d+: this cannot be read as a page\. .*closing tag.*<Note>/,
      ),
    ]);
  });

  it('takes every kind of setting as it should be', () => {
    const body = [
      '<Band deep circle="day">',
      '<FactStrip ids="group-size room" />',
      '</Band>',
      '<Blank label="Name" lines={3} />',
      '<Phone big />',
      '<AskUs ids="cost confidential" />',
    ].join('\n\n');
    expect(faultsOf(body)).toEqual([]);
  });

  it('are those that pages are given, no more and no fewer', () => {
    const given = readFileSync('src/components/content/index.ts', 'utf8');
    const [, list = ''] = /contentComponents = \{([^}]*)\}/.exec(given) ?? [];
    const names = list.split(',').map((name) => name.trim());
    expect(Object.keys(componentSchemas([])).sort()).toEqual(names.filter(Boolean).sort());
  });

  it('are each shown in content/README.md, in an example that is right', () => {
    const readme = readFileSync('content/README.md', 'utf8');
    const examples = [...readme.matchAll(/```mdx\n([\s\S]*?)```/g)].map(([, body = '']) => body);
    const questions = readQuestions(process.cwd()).map(({ id }) => id);
    for (const body of examples) expect(pageFaults(makePage(body), questions)).toEqual([]);
    for (const name of Object.keys(componentSchemas([]))) {
      expect(
        examples.some((body) => new RegExp(`<${name}[\\s/>]`).test(body)),
        name,
      ).toBe(true);
    }
  });

  it('have no file that pages are not given, but the heading they share', () => {
    const files = readdirSync('src/components/content').filter((file) => file.endsWith('.astro'));
    const names = files.map((file) => file.replace('.astro', ''));
    expect(names.filter((name) => !(name in componentSchemas([])))).toEqual(['Heading']);
  });
});

/** A copy of `content` to make mistakes in, and the folder it stands in. */
function copyOfContent() {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  return root;
}

describe('the settings', () => {
  let root = '';
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    [
      'facts.yaml',
      'least: 10',
      'least: ten',
      'group-size → least: received "ten". Expected a number.',
    ],
    [
      'line.yaml',
      'opens: "09:00"',
      'opens: "08:00"',
      'hours → monday → opens: received "08:00". The line never opens before 09:00. Write 09:00 or later.',
    ],
    [
      'line.yaml',
      'closures: []',
      'closures: [{ from: 2026-12-24, to: 2026-12-26, why: "" }]',
      'closures → 0 → why: received "" (0 characters). Expected at least 1 characters. For staff; readers do not see it.',
    ],
    [
      'calls.yaml',
      'every-minutes: 30',
      'every-minutes: 20',
      'every-minutes: received 20. Expected 15; or 30; or 60. How far apart the times offered start: 30 means on the hour and half hour.',
    ],
    [
      'staff-calendar.yaml',
      'by: invite',
      'by: both',
      'by: received "both". Expected one of: invite, feed. "invite" sends staff an invitation for each call; "feed" sends none.',
    ],
    [
      'retention.yaml',
      'quarantine-days: 30',
      'quarantine: 30',
      'quarantine: received 30. There is no such field; expected one of: months-after-last-contact, quarantine-days.',
    ],
  ])(
    'in %s name the field, what was received and what was expected',
    (file, right, wrong, expected) => {
      root = copyOfContent();
      const path = join(root, 'content/settings', file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(right);
      writeFileSync(path, text.replace(right, wrong));
      expect(() => readSettings(root)).toThrow(`content/settings/${file}: ${expected}`);
    },
  );

  it('say which file is missing, and on which line one cannot be read', () => {
    root = copyOfContent();
    rmSync(join(root, 'content/settings/calls.yaml'));
    expect(() => readSettings(root)).toThrow(
      'content/settings/calls.yaml is missing. Put the file back; the site cannot be built without it.',
    );
    writeFileSync(join(root, 'content/settings/calls.yaml'), 'minutes: 30\nnotice: a: b\n');
    expect(() => readSettings(root)).toThrow(
      'content/settings/calls.yaml:2: the fields cannot be read',
    );
  });
});

describe('the pages together', () => {
  let root = '';
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('fail at once, with a line for each mistake in each file', () => {
    root = copyOfContent();
    expect(() => checkPages(root)).not.toThrow();
    const write = (id: string, body: string, fields = {}) =>
      writeFileSync(join(root, `content/pages/${id}.mdx`), makePage(body, fields).source);
    write('one', 'Words.', { title: undefined });
    write('two', 'Groups meet 40 times a year.\n\nA place costs £90.');
    expect(() => checkPages(root)).toThrow(
      [
        'content/pages/one.mdx: title: received nothing. Expected words. What the browser tab and search results call the page.',
        'content/pages/two.mdx:7: “40” is a number that is not one of the facts.',
      ].join('\n'),
    );
    expect(() => checkPages(root)).toThrow('content/pages/two.mdx:9: “£90” is a price');
  });

  it.each([
    ['index.mdx', 'index', '/'],
    ['plan.mdx', 'plan', '/plan/'],
    ['make-the-case/index.mdx', 'make-the-case', '/make-the-case/'],
    ['make-the-case/a-year.mdx', 'make-the-case/a-year', '/make-the-case/a-year/'],
  ])('have an address each: %s', (file, id, address) => {
    expect(pageId(file)).toBe(id);
    expect(addressOf(id)).toBe(address);
  });
});
