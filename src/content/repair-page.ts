import type { Fault } from './checks/fault.ts';
import type { PageFile } from './page-files.ts';
import { everyNode, lineOf, markupFault, type Node, parsePage } from './page-tree.ts';

/** A page's words with what cannot be read taken out, line for line, and a fault for each thing taken out. */
export interface Repaired {
  readonly source: string;
  readonly faults: readonly Fault[];
}

/** More in one page is said once the first are fixed. */
const MOST = 100;

const blanks = (text: string) => text.replace(/[^\n]/g, ' ');

/** Puts as many characters in place of others, so that every line and column stays where it is. */
const put = (source: string, at: number, instead: string) =>
  source.slice(0, at) + instead + source.slice(at + instead.length);

/** The end that would have fitted. */
const MEANT = /^Unexpected closing tag `<\/\w+>`, expected corresponding closing tag for `<(\w+)>`/;

const TAG = /^<[^<>]*>/;

/** A component whose settings cannot be read is kept without them, so that its end has a beginning. */
function withoutTag(source: string, at: number, unclosed: boolean): string {
  const tag = TAG.exec(source.slice(at))?.[0] ?? '<';
  const name = /^<[A-Z]\w*/.exec(tag)?.[0];
  if (unclosed || name === undefined || tag.endsWith('/>')) return put(source, at, blanks(tag));
  return put(source, at, `${name}${blanks(tag.slice(name.length + 1))}>`);
}

/** The brackets round what is read as code. */
function withoutBraces(source: string, at: number): string {
  const end = source.indexOf('}', at);
  const opened = put(source, at, ' ');
  const isNear = end !== -1 && !source.slice(at, end).includes('\n\n');
  return isNear ? put(opened, end, ' ') : opened;
}

/** The source without what stopped the parser at an offset; undefined when that cannot be told. */
function without(source: string, offset: number, said: string): string | undefined {
  const meant = MEANT.exec(said)?.[1];
  const end = source.indexOf('>', offset);
  if (meant !== undefined && end !== -1) {
    return `${source.slice(0, offset)}</${meant}>${source.slice(end + 1)}`;
  }
  const at = Math.max(source.lastIndexOf('<', offset), source.lastIndexOf('{', offset));
  if (at === -1) return undefined;
  return source[at] === '{'
    ? withoutBraces(source, at)
    : withoutTag(source, at, said.includes('closing tag'));
}

const offsetOf = (source: string, line: number, column: number) =>
  source
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length +
  (line > 1 ? 1 : 0) +
  column -
  1;

/** The first paragraph of code, which takes in those that follow it: where it begins, and what is wrong with it. */
function codeIn(tree: Node, file: string): Fault | undefined {
  const code = [...everyNode(tree)].find((node) => node.type === 'mdxjsEsm');
  if (code?.type !== 'mdxjsEsm') return undefined;
  const [word = ''] = code.value.split(/\s/);
  return {
    where: file,
    line: lineOf(code),
    wrong: `A paragraph that begins with “${word}” is read as code.`,
    instead: 'Take it out: components need no import. If it is a sentence, begin it otherwise.',
  };
}

function withoutParagraph(source: string, line: number): string {
  const at = offsetOf(source, line, 1);
  const end = source.indexOf('\n\n', at);
  return put(source, at, blanks(source.slice(at, end === -1 ? undefined : end)));
}

/** A page as it would read without what the parser cannot read, so that one such thing hides no other. */
export function repairPage({ file, source }: Pick<PageFile, 'file' | 'source'>): Repaired {
  const faults: Fault[] = [];
  let rest = source;
  while (faults.length < MOST) {
    const parsed = parsePage(rest);
    if ('tree' in parsed) {
      const code = codeIn(parsed.tree, file);
      if (code?.line === undefined) break;
      faults.push(code);
      rest = withoutParagraph(rest, code.line);
      continue;
    }
    faults.push(markupFault(file, source, parsed));
    const next = without(rest, offsetOf(rest, parsed.line, parsed.column), parsed.said);
    if (next === undefined || next === rest) break;
    rest = next;
  }
  return { source: rest, faults };
}
