import { setImmediate } from 'node:timers/promises';
import type { App } from '../app.ts';
import { deliver } from './deliver.ts';

/** How long a request may go on delivering after its answer has gone out; the sweep takes up what is left. */
const AFTER_ANSWER_MS = 15_000;

/** A host that goes on working for a while after it has answered. */
interface Lifetime {
  waitUntil(promise: Promise<unknown>): void;
}

/** Delivers what is enqueued once the answer has gone out; whatever goes wrong is the sweep's to fix. */
export function deliverSoon(app: App, context: Lifetime): void {
  const delivering = deliver(app, AFTER_ANSWER_MS).catch(() =>
    app.log('Delivery after an answer stopped short; the sweep goes on with it.'),
  );
  context.waitUntil(delivering);
}

/**
 * Does `work` once the answer has gone out, and then delivers what it enqueued. For what the answer must
 * not depend on, not even in the time it takes; whatever goes wrong is logged, and can be asked for again.
 */
export function deliverLater(app: App, context: Lifetime, work: () => Promise<unknown>): void {
  const working = setImmediate()
    .then(work)
    .then(() => deliver(app, AFTER_ANSWER_MS))
    .catch(() => app.log('What was to be done after an answer was not done.'));
  context.waitUntil(working);
}
