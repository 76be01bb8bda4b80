import { Document, Scalar } from 'yaml';
import { type Fields, isEmpty, isFields, isList, type Value } from './value.ts';

const ONE_LINE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

const QUOTED = new Set<string | undefined>([Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE]);

/** Times, which older readers of YAML take for numbers. */
const TIME = /^\d+(?::\d+)+$/;

function scalarOf(value: Value, like: Scalar | undefined): Scalar {
  const scalar = new Scalar(value);
  if (typeof value !== 'string') return scalar;
  if (QUOTED.has(like?.type)) scalar.type = like?.type as Scalar.Type;
  else if (TIME.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  // Words of several lines stand on one.
  if (value.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A value on one line, as it may stand inside `{ }`. */
function flow(value: unknown): string {
  const document = new Document();
  const list = document.createNode([value], { flow: true });
  document.contents = list;
  return document.toString(ONE_LINE).trim().slice(1, -1).trim();
}

const isPlain = (value: Value) => !isFields(value) && !isList(value);

const full = (value: Fields): [string, Value][] =>
  Object.entries(value).filter(([, each]) => !isEmpty(each));

/** A value as the YAML writer takes it. */
function given(value: Value): unknown {
  if (isList(value)) return value.map(given);
  if (!isFields(value)) return scalarOf(value, undefined);
  return Object.fromEntries(full(value).map(([name, each]) => [name, given(each)]));
}

/** A value on one line. `like` is what stood there before, whose quotation marks stay. */
export function onOneLine(value: Value, inFlow: boolean, like?: Scalar): string {
  if (isFields(value) || isList(value)) return flow(given(value));
  const scalar = scalarOf(value, like);
  return inFlow ? flow(scalar) : new Document(scalar).toString(ONE_LINE).trimEnd();
}

/** Whether a value can stand on one line: its fields, if it has some, have none of their own. */
export const isCompact = (value: Value): boolean =>
  isFields(value) ? Object.values(value).every(isPlain) : isPlain(value);

/** The lines of a field, each ending its line, `margin` spaces in. */
export function fieldLines(name: string, value: Value, margin: number): string {
  const space = ' '.repeat(margin);
  if (isList(value) && value.length > 0) {
    return `${space}${name}:\n${value.map((item) => itemLines(item, margin + 2, true)).join('')}`;
  }
  if (isFields(value)) return `${space}${name}:\n${fieldsLines(value, margin + 2)}`;
  return `${space}${name}: ${onOneLine(value, false)}\n`;
}

const fieldsLines = (value: Fields, margin: number): string =>
  full(value)
    .map(([name, each]) => fieldLines(name, each, margin))
    .join('');

/** The lines of an item of a list; `compact` puts fields that are plain on the item’s own line. */
export function itemLines(item: Value, margin: number, compact: boolean): string {
  const space = ' '.repeat(margin);
  if (!isFields(item) || (compact && isCompact(item))) {
    return `${space}- ${onOneLine(item, false)}\n`;
  }
  return `${space}- ${fieldsLines(item, margin + 2).trimStart()}`;
}
