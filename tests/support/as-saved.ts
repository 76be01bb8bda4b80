import { parse, stringify } from 'yaml';
import type { Reading } from '../../netlify/dev/edit/reading.ts';

/** A page in its halves: its fields, and its words. */
export function halves(page: string): [fields: string, words: string] {
  const [, fields = '', words = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(page) ?? [];
  return [fields, words];
}

const formOf = (path: string) => path.replace(/^settings\//, '').replace(/\.yaml$/, '');

/** What the editor writes of a file it was given as `text`, when nothing was changed: all of it again, in its own way. */
export function asSaved(reading: Reading, path: string, text: string): string {
  if (path.endsWith('.yaml')) return stringify(reading.data(formOf(path), parse(text)));
  const [fields, words] = halves(text);
  return `---\n${stringify(reading.data('pages', parse(fields)))}---\n${reading.body(words)}`;
}
