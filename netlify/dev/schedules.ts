import { Cron } from 'croner';
import type { FunctionContext } from '#web/http/open-app.ts';
import type { LocalFunction } from './functions.ts';

/** setTimeout takes no more than this. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** A schedule’s call: the host says when the next one comes. */
const request = (name: string, next?: Date) =>
  new Request(`http://localhost/.netlify/functions/${name}`, {
    method: 'POST',
    ...(next && { body: JSON.stringify({ next_run: next.toISOString() }) }),
  });

/**
 * Runs scheduled functions at their times (cron, UTC) by the clock `now`, and each once at the start,
 * since a developer's machine sleeps through most of them. Returns what stops them, and waits for those under way.
 */
export function startSchedules(
  functions: readonly LocalFunction[],
  contextFor: () => FunctionContext,
  now: () => Date,
): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const timers = new Map<string, NodeJS.Timeout>();

  const run = async ({ name, handle }: LocalFunction, next?: Date) => {
    const running = handle(request(name, next), contextFor()).catch((error: unknown) =>
      console.error(`The schedule ${name} failed:`, error instanceof Error ? error.name : error),
    );
    underWay.add(running);
    await running;
    underWay.delete(running);
  };

  const plan = (scheduled: LocalFunction, cron: Cron) => {
    const next = cron.nextRun(now());
    if (!next) return;
    const wait = Math.min(next.getTime() - now().getTime(), LONGEST_WAIT_MS);
    const timer = setTimeout(async () => {
      if (now() >= next) await run(scheduled, cron.nextRun(now()) ?? next);
      if (timers.has(scheduled.name)) plan(scheduled, cron);
    }, wait);
    timers.set(scheduled.name, timer);
  };

  for (const scheduled of functions) {
    if (!scheduled.schedule) continue;
    void run(scheduled);
    plan(scheduled, new Cron(scheduled.schedule, { timezone: 'UTC', paused: true }));
  }
  return async () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    await Promise.all(underWay);
  };
}
