import { format, resolveConfig } from 'prettier';
import { parse, stringify } from 'yaml';
import { cleanedFields } from '../../../../src/content/cleaned-fields.ts';
import { cleanText } from '../../../../src/domain/clean.ts';
import { QUESTIONS } from '../forms/names.ts';
import type { Reading } from '../reading.ts';
import { fromEditor, toEditor } from './editor-text.ts';
import { keepBody } from './keep-body.ts';
import { keepData } from './keep-data.ts';
import { same, textOf } from './value.ts';

/** A page in its two halves. */
interface Halves {
  /** The fields, without the lines of dashes. */
  readonly fields: string;
  readonly body: string;
}

const FIELDS = /^---\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/;

function halves(page: string): Halves {
  const found = FIELDS.exec(page);
  return { fields: found?.[1] ?? '', body: page.slice(found?.[0].length ?? 0) };
}

/** What somebody wrote in the editor, cleaned as every form is; white space at the ends of the words stays. */
const cleanedHalves = ({ fields, body }: Halves): Halves => ({
  fields: stringify(cleanedFields(parse(fields))),
  body: body.replace(/\S(?:[\s\S]*\S)?/, cleanText),
});

const whole = ({ fields, body }: Halves) => `---\n${fields}---\n${body}`;

/** A page as the editor is given it: it says the same, in the ways the editor can show. */
export function pageToEditor(page: string): string {
  const { fields, body } = halves(page);
  return whole({ fields, body: toEditor(body) });
}

const opensAs = (reading: Reading, { fields, body }: Halves) =>
  textOf(reading.data('pages', parse(fields))) + fromEditor(reading.body(toEditor(body)));

/** Whether a page opens in the editor as `wanted`; one that does not open does not. */
function opensSo(reading: Reading, page: string, wanted: string): boolean {
  try {
    return opensAs(reading, halves(page)) === wanted;
  } catch {
    return false;
  }
}

async function formatted(page: string): Promise<string> {
  const options = await resolveConfig('content/pages/page.mdx');
  return format(page, { ...options, parser: 'mdx' });
}

/**
 * A page with what was changed in the editor, and every other byte as it was. `file` is the page on disk,
 * '' when it is new; `saved` what the editor wrote. What comes back opens in the editor as it was saved,
 * and is formatted if the file was.
 */
export async function keepPage(reading: Reading, file: string, saved: string): Promise<string> {
  const [was, now] = [halves(file), cleanedHalves(halves(saved))];
  const edited = { fields: now.fields, body: fromEditor(now.body) };
  const fields = keepData(
    was.fields,
    reading.data('pages', parse(was.fields)),
    reading.data('pages', parse(now.fields)),
  );
  const opened = fromEditor(reading.body(toEditor(was.body)));
  const kept = whole({ fields, body: keepBody(was.body, opened, edited.body) });
  if (kept === file) return file;
  const wanted = opensAs(reading, edited);
  const tidy = file === '' || (await formatted(file)) === file;
  const candidates = [...(tidy ? [await formatted(kept)] : []), kept];
  return (
    candidates.find((page) => opensSo(reading, page, wanted)) ??
    formatted(whole({ fields, body: edited.body }))
  );
}

/** The questions as the editor is given them: it wants a field for a whole file, and they are a list. */
export const questionsToEditor = (file: string): string =>
  stringify({ [QUESTIONS]: parse(file) }, { lineWidth: 0 });

/** A settings file, or the questions, with what was changed in its form, and every other byte as it was. */
export function keepSettings(reading: Reading, name: string, file: string, saved: string): string {
  const isList = name === QUESTIONS;
  const read = (text: string) =>
    reading.data(name, isList ? { [QUESTIONS]: parse(text) } : parse(text));
  const [was, now] = [read(file), reading.data(name, cleanedFields(parse(saved)))];
  const kept = isList ? keepData(file, was[QUESTIONS], now[QUESTIONS]) : keepData(file, was, now);
  return same(read(kept), now) ? kept : stringify(isList ? now[QUESTIONS] : now);
}
