import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/content/checks/fault.ts';
import { attempt } from '../../src/content/faults.ts';
import { readFrontmatter } from '../../src/content/frontmatter.ts';
import { QUESTIONS_FIELD, QUESTIONS_FILE } from '../../src/content/questions.ts';
import { type Fields, readFields } from '../../src/content/read-yaml.ts';
import type { Path } from '../../src/content/schema-shape.ts';
import { labelOf } from './forms/named.ts';
import { IN_ONE_LINE, WORDS_LABEL } from './forms/names.ts';

/** A fault, and the field it is in as its form labels it: "Heading", "Menu → Label"; undefined where no field is known. */
export interface Finding extends Fault {
  readonly label?: string | undefined;
}

/** A file of content: its fields, and the last of their lines. */
interface Read {
  readonly fields: Fields;
  readonly lastLine: number;
}

const DASHES = /^---[ \t]*\r?$/;

function readPage(root: string, file: string): Read {
  const source = readFileSync(join(root, file), 'utf8');
  const end = source.split('\n').findIndex((line, index) => index > 0 && DASHES.test(line));
  return { fields: readFrontmatter(file, source), lastLine: end };
}

function read(root: string, file: string): Read | undefined {
  if (file.endsWith('.mdx')) return attempt(() => readPage(root, file)).value;
  if (!file.endsWith('.yaml')) return undefined;
  const fields = attempt(() => readFields(root, file)).value;
  return fields && { fields, lastLine: Number.POSITIVE_INFINITY };
}

/** An item of a list by its first words, as the form lists it; by its place where it has none. */
function itemLabel(item: unknown, index: number): string {
  const fields = typeof item === 'object' && item !== null ? Object.entries(item) : [];
  const words = fields.find(([name, value]) => name !== 'id' && typeof value === 'string');
  return words ? String(words[1]) : `Number ${index + 1}`;
}

/** The labels that lead to the field at a path; undefined where it leads to none. */
function labelAt(path: Path, value: unknown): string | undefined {
  const labels: string[] = [];
  let here = value;
  for (const key of path) {
    here = (here as Record<PropertyKey, unknown> | null | undefined)?.[key];
    if (typeof key === 'number') labels.push(itemLabel(here, key));
    else if (!IN_ONE_LINE.has(String(key))) labels.push(labelOf(String(key)));
  }
  return labels.length === 0 ? undefined : labels.join(' → ');
}

/** The path of a fault’s field; of a question’s, from the list on. */
function pathOf({ where, line, field }: Fault, { pathAt }: Fields): Path {
  const path = field ?? (line === undefined ? [] : pathAt(line));
  return where === QUESTIONS_FILE && path[0] === QUESTIONS_FIELD ? path.slice(1) : path;
}

function labelFor(fault: Fault, { fields, lastLine }: Read): string | undefined {
  if (fault.field === undefined && (fault.line ?? 0) > lastLine) return WORDS_LABEL;
  const whole = fields.value as Readonly<Record<string, unknown>> | null;
  const value = fault.where === QUESTIONS_FILE ? whole?.[QUESTIONS_FIELD] : whole;
  return labelAt(pathOf(fault, fields), value);
}

/** Faults in files below `root`, each with the field it is in. */
export function inFields(root: string, faults: readonly Fault[]): Finding[] {
  const files = new Map<string, Read | undefined>();
  return faults.map((fault) => {
    const { where } = fault;
    if (!files.has(where)) files.set(where, read(root, where));
    const file = files.get(where);
    return file ? { ...fault, label: labelFor(fault, file) } : fault;
  });
}
