import { afterAll, describe, expect, it, test } from 'vitest';
import { cleanedFields } from '#content/cleaned-fields.ts';
import { readFrontmatter } from '#content/frontmatter.ts';
import { readSettings } from '#content/settings.ts';
import { copyContent } from '../support/editor.ts';
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
    const { line } = readSettings(root);
    expect(cleanedFields({ ...line, phone: '\u202D07800 970 049' })).toEqual(line);
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
    // What nothing was put into means what leaving it out means, fields and lists alike.
    expect(cleanedFields({ menu: {}, list: [], next: { text: {} } })).toEqual({ next: {} });
    const date = new Date(0);
    expect(cleanedFields({ date, yes: true, none: null })).toEqual({ date, yes: true, none: null });
  });
});

describe('what staff paste into the editor', () => {
  const copy = copyContent();
  afterAll(() => copy.remove());
  const saved = (path: string, ...[from, to]: readonly [string, string]) => {
    const text = copy.onDisk(path);
    expect(text).toContain(from);
    return copy.reading.saved(path, text.replace(from, to));
  };

  test.each([
    ['pages/managers.mdx', 'If your team is joining', '\u202DIf your\u00A0team is joi\u00ADning'],
    ['pages/managers.mdx', 'Would you be in', 'Would you \u200Bbe\u2060 in'],
    ['settings/line.yaml', '07800 970 049', '"\\u202D07800 970\\u00A0049\\u202C"'],
    ['questions.yaml', 'What does it cost?', 'What does\u200B it co\u00ADst?'],
  ])('is saved clean: %s, “%s”', (path, words, pasted) => {
    expect(saved(path, words, pasted)).toBe(copy.onDisk(path));
  });
});
