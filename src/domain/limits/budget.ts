/** At most so many in any stretch of so many milliseconds. */
export interface Window {
  most: number;
  within: number;
}

/**
 * How long until one more is allowed, in milliseconds, when there was one at each of `times` (milliseconds, in any
 * order); 0 when it is allowed now. Windows roll: no stretch as long as one ever holds more than its most.
 */
export function waitFor(times: readonly number[], now: number, windows: readonly Window[]): number {
  const newestFirst = times.toSorted((one, other) => other - one);
  const waits = windows.map(({ most, within }) => {
    const inTheWay = newestFirst[most - 1];
    return inTheWay === undefined ? 0 : inTheWay + within - now;
  });
  return Math.max(0, ...waits);
}
