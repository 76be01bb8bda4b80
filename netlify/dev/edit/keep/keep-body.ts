import { aligned } from './align.ts';
import { openTag } from './open-tag.ts';
import { type Part, partsOf } from './part.ts';

/** The two texts a body is put together from. */
interface Texts {
  readonly file: string;
  readonly saved: string;
}

/** What stands between two parts of a container when the file does not say. */
const GAPS: Readonly<Record<string, string>> = {
  root: '\n\n',
  component: '\n\n',
  blockquote: '\n\n',
  listItem: '\n\n',
  list: '\n',
  table: '\n',
};

/** Parts whose own words can change while the parts inside stay: a tag, a level, where a link leads. */
const RENAMED = new Set(['component', 'heading', 'link']);

/** `text` of a part with the lines after its first moved from one margin to another. */
function moved(text: string, from: number, to: number): string {
  const margin = new RegExp(`^ {0,${from}}`);
  const [first, ...rest] = text.split('\n');
  const lines = rest.map((line) => (line === '' ? '' : ' '.repeat(to) + line.replace(margin, '')));
  return [first, ...lines].join('\n');
}

const sameKind = (one: Part | undefined, other: Part | undefined) =>
  one?.kind === other?.kind && one?.element?.name === other?.element?.name;

const columns = (table: Part) => table.parts[0]?.parts.length;

/** Whether a part of the file can stay around what was saved inside it. */
function stays(file: Part, opened: Part, saved: Part): boolean {
  if (!sameKind(file, saved) || file.parts.length === 0 || saved.parts.length === 0) return false;
  if (file.kind === 'table' && (columns(file) !== columns(saved) || file.parts.length < 2))
    return false;
  return opened.shell === saved.shell || RENAMED.has(file.kind);
}

/** What stands before the parts inside a part, and after them. */
function edges(text: string, { parts, start, end }: Part): [before: string, after: string] {
  return [text.slice(start, parts.at(0)?.start), text.slice(parts.at(-1)?.end, end)];
}

function edgesKept(texts: Texts, file: Part, opened: Part, saved: Part): [string, string] {
  const [before, after] = edges(texts.file, file);
  if (opened.shell === saved.shell) return [before, after];
  if (!file.element) return edges(texts.saved, saved);
  return [openTag(file, saved) + (/\s*$/.exec(before)?.[0] ?? ''), after];
}

/** A part to be written; `index` is which part of the file it was. */
interface Piece {
  readonly text: string;
  readonly index: number | undefined;
}

function gap(texts: Texts, { kind, parts }: Part, one: Piece, other: Piece): string {
  const between = (index: number) =>
    texts.file.slice(parts[index]?.end, parts[index + 1]?.start ?? parts[index]?.end);
  if (one.index !== undefined && one.index + 1 === other.index) return between(one.index);
  // Under the first row of a table runs the line that makes it one.
  if (kind === 'table' && one.index === 0) return between(0);
  if (kind === 'list' && parts.length > 1) return between(0);
  const usual = GAPS[kind] ?? '';
  return usual === '' ? '' : usual + ' '.repeat(parts[0]?.indent ?? 0);
}

/** A part that is not in the file, at the margin of the parts that are, and marked as they are in a list. */
function added({ file, saved }: Texts, container: Part, { start, end, indent }: Part): string {
  const [first] = container.parts;
  const text = moved(saved.slice(start, end), indent, first?.indent ?? 0);
  const marker = container.kind === 'list' && first ? /^[-*+]/.exec(file.slice(first.start)) : null;
  return marker ? text.replace(/^[-*+]/, marker[0]) : text;
}

function inside(texts: Texts, file: Part, opened: Part, saved: Part): string {
  // The editor may not have read as many parts as there are; then what the file says is all there is to go by.
  const was = opened.parts.length === file.parts.length ? opened.parts : file.parts;
  const pieces = aligned(
    was.map(({ meaning }) => meaning),
    saved.parts.map(({ meaning }) => meaning),
    (before, after) => sameKind(was[before], saved.parts[after]),
  ).flatMap(({ before, after }): Piece[] => {
    const now = after === undefined ? undefined : saved.parts[after];
    const [own, then] = before === undefined ? [] : [file.parts[before], was[before]];
    if (!now) return [];
    return own && then
      ? [{ text: kept(texts, own, then, now), index: before }]
      : [{ text: added(texts, file, now), index: undefined }];
  });
  return pieces.reduce((whole, piece, index) => {
    const last = pieces[index - 1];
    return whole + (last ? gap(texts, file, last, piece) : '') + piece.text;
  }, '');
}

function kept(texts: Texts, file: Part, opened: Part, saved: Part): string {
  if (opened.meaning === saved.meaning) return texts.file.slice(file.start, file.end);
  if (!stays(file, opened, saved)) {
    return moved(texts.saved.slice(saved.start, saved.end), saved.indent, file.indent);
  }
  const [before, after] = edgesKept(texts, file, opened, saved);
  return before + inside(texts, file, opened, saved) + after;
}

/**
 * The words of a page with what was changed in the editor, and every other byte as it was. `file` is the
 * page, `opened` what the editor would write of it unchanged, and `saved` what it wrote.
 */
export function keepBody(file: string, opened: string, saved: string): string {
  const [was, read, now] = [file, opened, saved].map(partsOf) as [Part, Part, Part];
  if (was.parts.length === 0 || now.parts.length === 0) return saved;
  if (read.meaning === now.meaning) return file;
  const [before, after] = edges(file, { ...was, start: 0, end: file.length });
  return before + inside({ file, saved }, was, read, now) + after;
}
