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

const afterAnswer = (app: App, context: Lifetime, work: () => Promise<unknown>) =>
  context.waitUntil(
    work().catch(() =>
      app.log('Delivery after an answer stopped short; the sweep goes on with it.'),
    ),
  );

/** One run of delivery after answers; it finds whatever was enqueued before it begins. */
interface Run {
  begun: boolean;
  over: Promise<unknown>;
}

const lastRun = new WeakMap<App, Run>();

/**
 * Delivers after an answer, in a process one run at a time: those who are answered while one goes on share the next.
 * A run for each of a hundred requests at once would wait with all the others for the same turns to send, and keep
 * from requests the connections it asks by. Rejects as the run does that it waited for.
 */
function deliverInTurn(app: App): Promise<unknown> {
  const last = lastRun.get(app);
  if (last && !last.begun) return last.over;
  const begin = () => {
    run.begun = true;
    return deliverAndHandOn(app, AFTER_ANSWER_MS);
  };
  const run: Run = { begun: false, over: (last?.over ?? Promise.resolve()).then(begin, begin) };
  lastRun.set(app, run);
  return run.over;
}

/** When each app last took up mail after an answer, by performance.now(). */
const takenUp = new WeakMap<App['database'], number>();

/** Delivers what is enqueued once the answer has gone out; whatever goes wrong is the sweep's to fix. */
export function deliverSoon(app: App, context: Lifetime): void {
  takenUp.set(app.database, performance.now());
  afterAnswer(app, context, () => deliverInTurn(app));
}

/**
 * The same for the whole time of a run that was handed the rest: when what is left is due only after it, it rests until
 * its time is over, so that runs follow one another no faster.
 */
async function deliverAndRest(app: App): Promise<void> {
  const end = performance.now() + HANDED_ON_MS;
  const { unfinished } = await deliver(app, HANDED_ON_MS);
  if (!unfinished) return;
  await app.wait(Math.max(0, end - performance.now()));
  await handOn(app);
}

/** Goes on with what another run left, once the answer has gone out. */
export const deliverTheRest = (app: App, context: Lifetime): void =>
  afterAnswer(app, context, () => deliverAndRest(app));

/** A warm function looks no more often than this. */
const LOOK_EVERY_MS = 30_000;

/**
 * On the occasion of any request whose answer used the database, which is awake then: takes up what has come due since.
 * For where runs can be handed on.
 */
export function takeUpMail(app: App, context: Lifetime): void {
  const last = takenUp.get(app.database) ?? Number.NEGATIVE_INFINITY;
  if (!app.handOn || performance.now() - last < LOOK_EVERY_MS) return;
  deliverSoon(app, context);
}

/**
 * Does `work` once the answer has gone out, and then delivers what it enqueued. For what the answer must
 * not depend on, not even in the time it takes; whatever goes wrong is logged, and can be asked for again.
 */
export function deliverLater(app: App, context: Lifetime, work: () => Promise<unknown>): void {
  const working = setImmediate()
    .then(work)
    .then(() => deliverInTurn(app))
    .catch(() => app.log('What was to be done after an answer was not done.'));
  context.waitUntil(working);
}
