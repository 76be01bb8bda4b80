import { setImmediate } from 'node:timers/promises';
import type { App } from '../app.ts';
import { noticeUnusualHour } from '../limits/unusual-hour.ts';
import { type Delivered, deliver } from './deliver.ts';
import { HANDED_ON_MS, handOn } from './hand-on.ts';

/** How long a request may go on delivering after its answer has gone out; what is left then is handed on. */
const AFTER_ANSWER_MS = 15_000;

/** A host that goes on working for a while after it has answered. */
interface Lifetime {
  waitUntil(promise: Promise<unknown>): void;
}

/** Notices an unusual hour, delivers for so long, and has another run go on with what is left. */
export async function deliverAndHandOn(app: App, milliseconds: number): Promise<Delivered> {
  await noticeUnusualHour(app).catch(() =>
    app.log('Whether the hour is unusual was not looked at.'),
  );
  const delivered = await deliver(app, milliseconds);
  if (delivered.unfinished) await handOn(app);
  return delivered;
}

const deliverAfter = (app: App, context: Lifetime, milliseconds: number) =>
  context.waitUntil(
    deliverAndHandOn(app, milliseconds).catch(() =>
      app.log('Delivery after an answer stopped short; the sweep goes on with it.'),
    ),
  );

/** Delivers what is enqueued once the answer has gone out; whatever goes wrong is the sweep's to fix. */
export const deliverSoon = (app: App, context: Lifetime): void =>
  deliverAfter(app, context, AFTER_ANSWER_MS);

/** Goes on with what another run left, once the answer has gone out. */
export const deliverTheRest = (app: App, context: Lifetime): void =>
  deliverAfter(app, context, HANDED_ON_MS);

/**
 * Does `work` once the answer has gone out, and then delivers what it enqueued. For what the answer must
 * not depend on, not even in the time it takes; whatever goes wrong is logged, and can be asked for again.
 */
export function deliverLater(app: App, context: Lifetime, work: () => Promise<unknown>): void {
  const working = setImmediate()
    .then(work)
    .then(() => deliverAndHandOn(app, AFTER_ANSWER_MS))
    .catch(() => app.log('What was to be done after an answer was not done.'));
  context.waitUntil(working);
}
