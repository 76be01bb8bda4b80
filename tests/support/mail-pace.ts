import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '#services/app.ts';

/** Ends whatever pause the mail service asked for: the database's clock keeps it, which no test sets. */
export const goOnAtOnce = (app: App): Promise<unknown> =>
  app.database.query('DELETE FROM mail_pace');

/** Lets time really pass from now on while `work` runs, and hands mail over at `perSecond`. */
export async function inRealTime<Result>(
  app: App,
  perSecond: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const { now, environment } = app;
  const usual = app.wait;
  const begun = performance.now();
  const from = now().getTime();
  app.now = () => new Date(from + performance.now() - begun);
  app.wait = (ms) => wait(ms);
  app.environment = { ...environment, MAIL_PER_SECOND: perSecond };
  try {
    return await work();
  } finally {
    Object.assign(app, { now, wait: usual, environment });
  }
}
