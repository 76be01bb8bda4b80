import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { cleanedFields } from '#content/cleaned-fields.ts';
import { readFrontmatter } from '#content/frontmatter.ts';
import { readSettings } from '#content/settings.ts';
import { asSaved, halves } from '../support/as-saved.ts';
import { copyContent, type EditedCopy } from '../support/editor.ts';
import { contentCopy, PAGE, setting } from '../support/mistakes.ts';

const { root, refusalsAfter } = contentCopy();

/** A mark nobody sees, written into a setting or a field: file, what stands there, and what was pasted. */
const PASTED: readonly (readonly [name: string, from: string, to: string])[] = [
  ['line', 'phone: 07800 970 049', 'phone: "\u202D07800 970 049\u202C"'],
  ['line', 'phone: 07800 970 049', 'phone: 07800\u00A0970\u2009049'],
  ['calls', 'every-minutes:', '\u200Bevery-minutes:'],
  ['facts', 'says: 10 to 12 people', 'says: 10 to 12\u00A0peo\u00ADple'],
  ['facts', 'says: 10 to 12 people', 'says: "\u200E10 to 12 people"'],
  ['identity', '# email:', 'email: "\u200Bname@example.org"\n#'],
  ['identity', '# email:', 'email: per\u00ADson@example.org\n#'],
  ['identity', '# legal-name:', 'legal-name: Example\u2060 Ltd\n#'],
  ['staff-calendar', 'by: invite', 'by: invite\u200B'],
  ['staff-calendar', 'by: invite', 'by: "\u2066invite\u2069"'],
];

describe('what staff paste into a file of settings', () => {
  it.each(PASTED)('in %s.yaml is cleaned, and nothing is refused: %s → %s', (...row) => {
    expect(refusalsAfter(setting(...row))).toEqual([]);
  });

  it('is published clean', () => {
    const before = readSettings(root);
    expect(
      cleanedFields({ ...before, line: { ...before.line, phone: '\u202D07800 970 049' } }),
    ).toEqual(before);
  });
});

describe('what staff paste into the fields of a page', () => {
  it.each([
    ['heading: ', 'heading: \u200B'],
    ['circle: sizes', 'circle: sizes\u00AD'],
    ['  href: /make-the-case', '  href: \u2060/make-the-case'],
    ['crumb: ', '\uFEFFcrumb: '],
  ])('is cleaned: %j → %j', (from, to) => {
    expect(refusalsAfter({ [PAGE]: [from, to] })).toEqual([]);
  });

  test('lists, fields in fields and names of fields alike; numbers and dates stay', () => {
    const source = `---\ntitle: "A\\u00AD page"\nmenu: { place: 3, "\u200Blabel": "W\u200Bords" }\nlist: ["\u202Da", 2]\nlines: "one\\r\\ntwo\u200B"\n---\n`;
    expect(readFrontmatter('a.mdx', source).value).toEqual({
      title: 'A page',
      menu: { place: 3, label: 'Words' },
      list: ['a', 2],
      lines: 'one\ntwo',
    });
    const date = new Date(0);
    expect(cleanedFields({ date, yes: true, none: null })).toEqual({ date, yes: true, none: null });
  });
});

describe('what staff paste into the editor', () => {
  let copy: EditedCopy;
  beforeEach(() => {
    copy = copyContent();
  });
  afterEach(() => copy.remove());

  const asWritten = async (path: string) => asSaved(copy.reading, path, await copy.open(path));

  test('is saved clean, in fields and words of a page', async () => {
    const path = 'pages/managers.mdx';
    const [fields, words] = halves(await asWritten(path));
    const pasted = {
      ...(parse(fields) as Record<string, unknown>),
      heading: '\u202DIf your\u00A0team is joi\u00ADning a group\u202C',
    };
    const body = words.replace('Would you be in', 'Would you \u200Bbe\u2060 in');
    expect((await copy.save(path, `---\n${stringify(pasted)}---\n${body}`)).status).toBe(200);
    const before = copyContent();
    expect(copy.onDisk(path)).toBe(before.onDisk(path));
    before.remove();
  });

  test('is saved clean in settings and answers', async () => {
    const line = await asWritten('settings/line.yaml');
    const phone = line.replace('07800 970 049', '"\\u202D01632 960\\u00A0001\\u202C"');
    expect((await copy.save('settings/line.yaml', phone)).status).toBe(200);
    expect(copy.onDisk('settings/line.yaml')).toContain('phone: 01632 960 001\n');
    const questions = await asWritten('questions.yaml');
    const asked = questions.replace('What does it cost?', 'What does\u200B it co\u00ADst?');
    expect(asked).not.toBe(questions);
    expect((await copy.save('questions.yaml', asked)).status).toBe(200);
    expect(copy.onDisk('questions.yaml')).toContain('question: What does it cost?\n');
  });
});
