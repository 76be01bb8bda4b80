/** One place in two lists: an item of the first, of the second, or of both. */
export interface Pair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** How many items two lists have in common from each place on, in order. */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const common = before
    .map(() => after.map(() => 0).concat(0))
    .concat([after.map(() => 0).concat(0)]);
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const here =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      (common[row] ?? [])[column] = here;
    }
  }
  return common;
}

/**
 * Which item of `after` each item of `before` became, by their order: equal ones first, then, between
 * those, one with another as long as `alike` says they can be the same.
 */
export function aligned(
  before: readonly string[],
  after: readonly string[],
  alike: (before: number, after: number) => boolean,
): Pair[] {
  const common = commonFrom(before, after);
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  const lost: number[] = [];
  const gained: number[] = [];
  const settle = () => {
    while (gained.length > 0 || lost.length > 0) {
      const [from, to] = [lost[0], gained[0]];
      const same = from !== undefined && to !== undefined && alike(from, to);
      if (same) pairs.push({ before: lost.shift(), after: gained.shift() });
      else if (from !== undefined) pairs.push({ before: lost.shift(), after: undefined });
      else pairs.push({ before: undefined, after: gained.shift() });
    }
  };
  while (row < before.length || column < after.length) {
    const here = common[row]?.[column] ?? 0;
    if (row < before.length && column < after.length && before[row] === after[column]) {
      settle();
      pairs.push({ before: row++, after: column++ });
    } else if (column >= after.length || (common[row + 1]?.[column] ?? -1) === here) {
      lost.push(row++);
    } else gained.push(column++);
  }
  settle();
  return pairs;
}
