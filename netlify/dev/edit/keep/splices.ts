/** Something put into a text: what stands from `start` to `end` gives way to `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `text` with each splice made, in the order given where two are at one place; none overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let at = 0;
  let whole = '';
  for (const { start, end, text: put } of splices.toSorted(
    (one, other) => one.start - other.start,
  )) {
    whole += text.slice(at, start) + put;
    at = end;
  }
  return whole + text.slice(at);
}
