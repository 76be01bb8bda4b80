/** Does work in its turn. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Lets `most` works go on at once; the others wait in the order they came, and whoever has waited for `longestMs` goes
 * in all the same.
 */
export function inTurn(most: number, longestMs: number): InTurn {
  let underWay = 0;
  const waiting = new Set<() => void>();

  const turn = () =>
    new Promise<void>((resolve) => {
      const enter = () => {
        clearTimeout(timer);
        waiting.delete(enter);
        underWay += 1;
        resolve();
      };
      const timer = setTimeout(enter, longestMs);
      if (underWay < most) enter();
      else waiting.add(enter);
    });

  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      underWay -= 1;
      const [next] = waiting;
      if (underWay < most) next?.();
    }
  };
}
