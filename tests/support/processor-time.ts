/** So often is something tried before it counts as slow: chance makes it slow once, a fault each time. */
const TRIES = 3;

/**
 * The least time this thread's processor takes for `work`, of a few tries, in milliseconds: what else the machine does
 * meanwhile does not count. It stops trying at the first that is below `enough`.
 */
export async function processorTime(enough: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= enough; tries += 1) {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
