import type { App } from '../app.ts';
import type { Case } from './case.ts';

/**
 * The app with its clock stopped at the moment of an act in a case: now, but later than the act before it,
 * even when the clock went back. Everything one act writes bears that moment, and which act came last is
 * never in doubt. What is judged by the time of day is judged by the running clock, not by this one.
 */
export function appAtNextAct(app: App, { latestActAt }: Pick<Case, 'latestActAt'>): App {
  const at = new Date(Math.max(app.now().getTime(), latestActAt.getTime() + 1));
  return { ...app, now: () => at, running: app.running ?? app.now };
}

/** The app at the next moment of a case that was opened now, each time it is asked for. */
export function appsInOrder(app: App): () => App {
  let latestActAt = app.now();
  return () => {
    const next = appAtNextAct(app, { latestActAt });
    latestActAt = next.now();
    return next;
  };
}
