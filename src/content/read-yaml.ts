import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { cleanLine } from '#domain/clean.ts';
import { cleanedFields } from './cleaned-fields.ts';
import { refusal, refuse } from './faults.ts';
import { readText } from './read-text.ts';
import type { Place } from './schema-faults.ts';
import type { Path } from './schema-shape.ts';
import { yamlWords } from './yaml-words.ts';

/** A file of fields, or the fields at the top of a page: what they hold, and on which line each stands. */
export interface Fields extends Place {
  readonly value: unknown;
  /** The field a line of the file belongs to; empty above the first. */
  readonly pathAt: (line: number) => Path;
}

/** Where a step into a document leads: what stands there, and where its name or itself begins. */
function stepInto(node: unknown, key: PropertyKey): { node: unknown; at?: number | undefined } {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key: name }) => isScalar(name) && cleanLine(String(name.value)) === key,
    );
    return { node: pair?.value, at: (pair?.key as Node | undefined)?.range?.[0] };
  }
  const item = isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
  return { node: item, at: (item as Node | undefined)?.range?.[0] };
}

/** Where the last step of a path that can be found begins, in characters. */
function offsetOf(contents: unknown, path: Path): number {
  let node = contents;
  let offset = (contents as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    const next = stepInto(node, key);
    if (next.at === undefined) return offset;
    offset = next.at;
    node = next.node;
  }
  return offset;
}

/** Every field and item within `node`, in the order of the file, and where it begins, in characters. */
function* placesIn(node: unknown, path: Path = []): Generator<readonly [Path, number]> {
  const keys = isMap(node)
    ? node.items.map(({ key }) => cleanLine(String(isScalar(key) ? key.value : key)))
    : isSeq(node)
      ? node.items.keys()
      : [];
  for (const key of keys) {
    const { node: inside, at } = stepInto(node, key);
    const own = [...path, key];
    if (at !== undefined) yield [own, at];
    yield* placesIn(inside, own);
  }
}

/**
 * `text` as fields, each cleaned. `file` is the file it stands in, `linesBefore` how many of its lines come before.
 * Throws ContentError with the line that cannot be read.
 */
export function parseFields(file: string, text: string, linesBefore = 0): Fields {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  const [error] = document.errors;
  if (error) throw refusal({ where: file, line: lineAt(error.pos[0]), ...yamlWords(error) });
  return {
    file,
    value: cleanedFields(document.toJS()),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
    pathAt: (line) =>
      [...placesIn(document.contents)].findLast(([, offset]) => lineAt(offset) <= line)?.[0] ?? [],
    typedAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** The file of fields `file` below `root`. Throws ContentError when it is missing, or naming the line that cannot be read. */
export function readFields(root: string, file: string): Fields {
  if (!existsSync(join(root, file))) {
    throw refusal({
      where: file,
      wrong: 'The file is missing.',
      instead: 'Put it back, under this name; the site cannot be built without it.',
    });
  }
  const { text, faults } = readText(root, file);
  refuse(faults);
  return parseFields(file, text);
}
