import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '#services/app.ts';

/** Ends whatever pause the mail service asked for: the database's clock keeps it, which no test sets. */
export const goOnAtOnce = (app: App): Promise<unknown> =>
  app.database.query('DELETE FROM mail_pace');

/** Lets time really pass while `work` runs, and hands mail over at `perSecond`. */
export async function inRealTime<Result>(
  app: App,
  perSecond: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const { now, environment } = app;
  const usual = app.wait;
  app.now = () => new Date();
  app.wait = (ms) => wait(ms);
  app.environment = { ...environment, MAIL_PER_SECOND: perSecond };
  try {
    return await work();
  } finally {
    Object.assign(app, { now, wait: usual, environment });
  }
}
