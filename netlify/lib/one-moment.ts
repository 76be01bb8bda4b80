import type { App } from './app.ts';

/**
 * The app with its clock stopped, so that everything one act writes bears the same moment: what staff did
 * and what became of a call are told apart by it.
 */
export function atOneMoment(app: App): App {
  const at = app.now();
  return { ...app, now: () => at };
}
