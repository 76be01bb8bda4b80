import { type DatabaseTrouble, troubleOf } from '#data/errors.ts';
import { lastRuns, probeWriting } from '#data/job-run-repository.ts';
import { firstWaitingBecause, mailTroubles } from '#data/mail-trouble-repository.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { LOCKED_OUT } from '../notifications/mail-sender.ts';
import { JOBS, type JobName } from './jobs.ts';

/** The schedules that have not run to their end within their time, by name. */
async function lateJobs(app: App): Promise<JobName[]> {
  const runs = await lastRuns(app.database);
  const names = Object.keys(JOBS) as JobName[];
  return names.filter((name) => {
    const since = app.now().getTime() - (runs.get(name)?.getTime() ?? 0);
    return since > JOBS[name].withinMinutes * MINUTE;
  });
}

/** Mail that waits because the mail service does not let us in: why, in its own words, and how much. */
export interface LockedOut {
  why: string;
  waiting: number;
}

/** Whether the mail service keeps us out; undefined while it lets us in. */
export async function lockedOut(app: App): Promise<LockedOut | undefined> {
  const first = await firstWaitingBecause(app.database, LOCKED_OUT);
  return first && { why: first.failure, waiting: first.waiting };
}

/** Mail that waits for longer is overdue. */
const OVERDUE_MS = 90 * MINUTE;

/** For how long health speaks of mail that was given up. */
const GIVEN_UP_MS = 60 * MINUTE;

/** How the service is; each thing that is wrong in a word or a name, and nothing about anybody. */
export interface Health {
  /** Whether a row can be written and taken back, and else what is wrong. */
  database: 'answers' | DatabaseTrouble;
  late: JobName[];
  mail?: string;
}

async function mailTrouble(app: App): Promise<string | undefined> {
  const kept = await lockedOut(app);
  if (kept) return kept.why;
  const now = app.now().getTime();
  const { overdue, givenUp } = await mailTroubles(app.database, {
    enqueuedBy: new Date(now - OVERDUE_MS),
    since: new Date(now - GIVEN_UP_MS),
  });
  if (overdue) return 'overdue';
  return givenUp ? 'given up' : undefined;
}

/** Looks at everything that can stop the service without anybody noticing. */
export async function readHealth(app: App): Promise<Health> {
  const trouble = await probeWriting(app.database, app.now()).then(() => undefined, troubleOf);
  if (trouble) return { database: trouble, late: [] };
  // A preview has no schedules and sends no mail.
  if (app.place === 'preview') return { database: 'answers', late: [] };
  const mail = await mailTrouble(app);
  return { database: 'answers', late: await lateJobs(app), ...(mail && { mail }) };
}

/** Whether nothing is wrong. */
export const isWell = ({ database, late, mail }: Health): boolean =>
  database === 'answers' && late.length === 0 && mail === undefined;
