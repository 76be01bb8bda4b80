/** How few and how many parts of a permitted size something can be divided into. */
export interface Parts {
  fewest: number;
  most: number;
}

/**
 * The numbers of parts, each of `least` to `most`, that `total` divides into.
 * When `fewest` is above `most` it does not divide: see `divides`.
 */
export const parts = (total: number, least: number, most: number): Parts => ({
  fewest: Math.ceil(total / most),
  most: Math.floor(total / least),
});

/** Whether any number of parts fits. */
export const divides = ({ fewest, most }: Parts): boolean => fewest <= most;

/** The sizes of `count` parts of `total`, as equal as possible, the largest first. */
export function sizes(total: number, count: number): number[] {
  const each = Math.floor(total / count);
  const larger = total % count;
  return Array.from({ length: count }, (_, part) => (part < larger ? each + 1 : each));
}
