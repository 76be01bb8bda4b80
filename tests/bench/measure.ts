/**
 * Times in microseconds of `runs` runs of each act, the acts taking turns, each act's sorted; a tenth as
 * many before them do not count. Each run has a number.
 */
export async function measureInTurn(
  runs: number,
  acts: readonly ((run: number) => unknown)[],
): Promise<number[][]> {
  const times: number[][] = acts.map(() => []);
  const warm = runs / 10;
  for (let run = 0; run < runs + warm; run += 1) {
    for (const [index, act] of acts.entries()) {
      const started = performance.now();
      await act(run);
      if (run >= warm) times[index]?.push((performance.now() - started) * 1000);
    }
  }
  return times.map((each) => each.sort((one, other) => one - other));
}

/** The same of one act. */
export const measure = async (runs: number, act: (run: number) => unknown): Promise<number[]> =>
  (await measureInTurn(runs, [act]))[0] ?? [];

/** The time that so much (0 to 1) of some sorted times do not go beyond. */
export const quantile = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

/** Microseconds as "1.23 ms" or, below one, "87 µs". */
export const inWords = (microseconds: number): string =>
  microseconds < 1000 ? `${Math.round(microseconds)} µs` : `${(microseconds / 1000).toFixed(2)} ms`;
