import { recordRun } from '#data/job-run-repository.ts';
import type { App } from '../app.ts';
import { fillSearch } from '../desk/fill-search.ts';
import { forgetPasskeys } from '../desk/passkeys.ts';
import { forgetSessions } from '../desk/session.ts';
import { forgetOldAskers } from '../desk/sign-in-links.ts';
import { forgetUnusualHours } from '../desk/unusual-hours.ts';
import { forgetCounts } from '../limits/rate-limit.ts';
import { forgetRefusals } from '../limits/refusals.ts';
import { deliverAndHandOn } from '../notifications/deliver-soon.ts';
import { giveUpErased } from '../notifications/give-up-erased.ts';
import { noteLiveDatabase } from '../previews/preview-copy.ts';
import { DIGEST_OUTCOMES, digest } from './digest-job.ts';
import { eraseOld } from './erase-job.ts';
import { remind } from './remind-job.ts';
import { renewLinks } from './renew-links.ts';

/**
 * A scheduled function has 30 seconds, of which the last attempt may take 10, and what a job does first a few: what is
 * left then is handed on.
 */
const SWEEP_MS = 15_000;

/** What was sent before search was kept is folded a little in each run, until nothing is left. */
const FOLDING_MS = 1_000;

/** One scheduled job: the longest it may go without a run, and what it does, said in a line. */
interface Job {
  withinMinutes: number;
  run(app: App): Promise<string>;
}

/** Every scheduled job, by the name it is run by; when each runs stands in `netlify/functions/job-*.ts`. */
export const JOBS = {
  deliver: {
    withinMinutes: 45,
    async run(app) {
      await giveUpErased(app);
      await forgetCounts(app);
      await forgetOldAskers(app);
      await forgetSessions(app);
      await forgetPasskeys(app);
      await forgetRefusals(app);
      await forgetUnusualHours(app);
      await renewLinks(app);
      await fillSearch(app, FOLDING_MS);
      const { sent, waiting, failed } = await deliverAndHandOn(app, SWEEP_MS);
      return `${sent} sent, ${waiting} to be tried again, ${failed} given up`;
    },
  },
  remind: {
    withinMinutes: 2 * 60 + 5,
    async run(app) {
      const reminded = await remind(app);
      await deliverAndHandOn(app, SWEEP_MS);
      return `${reminded} reminded`;
    },
  },
  digest: {
    withinMinutes: 26 * 60,
    async run(app) {
      const outcome = await digest(app);
      await deliverAndHandOn(app, SWEEP_MS);
      return DIGEST_OUTCOMES[outcome];
    },
  },
  erase: {
    withinMinutes: 26 * 60,
    run: async (app) => `${await eraseOld(app)} erased`,
  },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;

/** Runs one schedule now and notes that it ran to its end; returns what it did, in a line. */
export async function runJob(app: App, name: JobName): Promise<string> {
  if (app.place === 'production') await noteLiveDatabase(app);
  const done = await JOBS[name].run(app);
  await recordRun(app.database, name, app.now());
  app.log(`Job ${name}: ${done}.`);
  return done;
}
