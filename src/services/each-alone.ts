import { DatabaseUnavailableError } from '#data/errors.ts';
import type { App } from './app.ts';

/** The first fault that one of several things met, for whoever runs them to throw once the others are done. */
export interface Fault {
  error: unknown;
}

/**
 * Does `work` of each, one after another: what breaks the code that handles it stops no other, and is logged. Only a
 * database that is away ends it at once (DatabaseUnavailableError).
 */
export async function eachAlone<One>(
  app: App,
  all: Iterable<One>,
  work: (one: One) => Promise<unknown>,
): Promise<Fault | undefined> {
  let first: Fault | undefined;
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      if (error instanceof DatabaseUnavailableError) throw error;
      app.log(`A job met a fault: ${error instanceof Error ? error.name : typeof error}.`);
      first ??= { error };
    }
  }
  return first;
}
