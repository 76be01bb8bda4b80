import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** A field of a YAML file: its name and its value. */
export type Field = Pair<Node, Node | null>;

/** Where the line that holds a place begins. */
export const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line after the one that holds the character before `at` begins. */
export function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where a node begins. */
export const startOf = (node: Node | null) => node?.range?.[0] ?? 0;

/** Where the last character of a node is over, without comments and empty lines after it. */
export function endOf(text: string, node: Node | null): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Field | undefined;
    return endOf(text, last?.value ?? last?.key ?? null);
  }
  if (isSeq(node) && !node.flow) return endOf(text, (node.items.at(-1) ?? null) as Node | null);
  const end = node?.range?.[1] ?? 0;
  return text[end - 1] === '\n' ? end - 1 : end;
}

/** The name of a field. */
export const nameOf = ({ key }: Field) => String(isScalar(key) ? key.value : key);

/** The whole lines of what stands between two places. */
export const lines = (text: string, from: number, to: number) => ({
  start: lineStart(text, from),
  end: lineAfter(text, to),
});

/** How far a node stands from the margin, in characters. */
export const marginOf = (text: string, node: Node): number =>
  startOf(node) - lineStart(text, startOf(node));
