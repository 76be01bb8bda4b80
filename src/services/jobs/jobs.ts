import { recordRun } from '#data/job-run-repository.ts';
import type { ScheduleName } from '#domain/schedules/due-hours.ts';
import type { App } from '../app.ts';
import { resealAddresses } from '../calendars/reseal-addresses.ts';
import { fillSearch } from '../desk/fill-search.ts';
import { forgetPasskeys } from '../desk/passkeys.ts';
import { forgetSessions } from '../desk/session.ts';
import { forgetOldAskers } from '../desk/sign-in-links.ts';
import { forgetUnusualHours } from '../desk/unusual-hours.ts';
import { eachAlone } from '../each-alone.ts';
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
 * A scheduled function has 30 seconds, of which the last attempt may take 10, handing on 5 and the alarm 3. So it delivers until so
 * long after it began; what is left then is handed on.
 */
const SWEEP_UNTIL_MS = 10_000;

/** What a job does first may have taken long; then delivery at least hands on. */
const LEAST_SWEEP_MS = 1_000;

/** Delivers for as long as a run has that began at `begun`, by performance.now(). */
const deliverUntilOver = (app: App, begun: number) =>
  deliverAndHandOn(app, Math.max(LEAST_SWEEP_MS, begun + SWEEP_UNTIL_MS - performance.now()));

/** What was sent before search was kept is folded a little in each run, until nothing is left. */
const FOLDING_MS = 1_000;

/** How long after it began a run erases; what is left then is the next run’s. */
const ERASE_UNTIL_MS = 18_000;

/** What the sweep sees to besides mail: none of it holds up what comes after. */
const CHORES: readonly ((app: App) => Promise<unknown>)[] = [
  giveUpErased,
  forgetCounts,
  forgetOldAskers,
  forgetSessions,
  forgetPasskeys,
  forgetRefusals,
  forgetUnusualHours,
  renewLinks,
  resealAddresses,
  (app) => fillSearch(app, FOLDING_MS),
];

/** One scheduled job: the longest it may go without a run, and what it does, said in a line. */
interface Job {
  withinMinutes: number;
  run(app: App, begun: number): Promise<string>;
}

/** The longest that two sweeps are apart at night, and as long again as a deploy may take. */
const SWEEP_WITHIN_MINUTES = 3 * 60 + 20;

/** Every scheduled job, by the name it is run by; when each runs stands in src/domain/schedules/due-hours.ts. */
export const JOBS = {
  deliver: {
    withinMinutes: SWEEP_WITHIN_MINUTES,
    async run(app, begun) {
      const fault = await eachAlone(app, CHORES, (chore) => chore(app));
      const { sent, waiting, failed } = await deliverUntilOver(app, begun);
      if (fault) throw fault.error;
      return `${sent} sent, ${waiting} to be tried again, ${failed} given up`;
    },
  },
  remind: {
    withinMinutes: SWEEP_WITHIN_MINUTES,
    async run(app, begun) {
      const reminded = await remind(app);
      await deliverUntilOver(app, begun);
      return `${reminded} reminded`;
    },
  },
  digest: {
    withinMinutes: 26 * 60,
    async run(app, begun) {
      const outcome = await digest(app);
      await deliverUntilOver(app, begun);
      return DIGEST_OUTCOMES[outcome];
    },
  },
  erase: {
    withinMinutes: 26 * 60,
    run: async (app, begun) => `${await eraseOld(app, begun + ERASE_UNTIL_MS)} erased`,
  },
} as const satisfies Record<ScheduleName, Job>;

export type JobName = keyof typeof JOBS;

/** Runs one schedule now and notes that it ran to its end; returns what it did, in a line. */
export async function runJob(app: App, name: JobName): Promise<string> {
  const begun = performance.now();
  if (app.place === 'production') await noteLiveDatabase(app);
  const done = await JOBS[name].run(app, begun);
  await recordRun(app.database, name, app.now());
  app.log(`Job ${name}: ${done}.`);
  return done;
}
