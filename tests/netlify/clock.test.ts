import type { Config } from '@netlify/functions';
import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#data/client.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { provideApp } from '#web/http/open-app.ts';
import { publicApp } from '#web/public-app.ts';
import jobDigest, { config as digestConfig } from '../../netlify/functions/job-digest.ts';
import jobRemind, { config as remindConfig } from '../../netlify/functions/job-remind.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  moveTo,
} from '../support/bookings.ts';
import { DAYS, type Days, STAFF } from '../support/clock-days.ts';
import { london, zoned } from '../support/london.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

const run = (job: typeof jobRemind) => call(job, get('/'));

/** As the host calls it: in an hour that is not its own it does nothing. */
const runByClock = (job: typeof jobRemind) =>
  call(job, postJson('/', { next_run: '2026-11-24T11:00:00.000Z' }));

/** What a restart leaves of the app: the database, reached anew. Like `npm start`, it runs the schedules at once. */
async function restart(): Promise<void> {
  const database = openDatabase(t.app.environment.NETLIFY_DB_URL, 1);
  provideApp({ ...t.app, database });
  for (const job of [jobRemind, jobDigest]) await run(job);
  provideApp(t.app);
  await database.close();
}

/** Every instant a schedule runs at, by its own config. */
function runsOf(config: Config, from: number, to: number): number[] {
  const cron = new Cron(('schedule' in config && config.schedule) || '', {
    timezone: 'UTC',
    paused: true,
  });
  const runs: number[] = [];
  for (let at = cron.nextRun(new Date(from - 1)); at && at.getTime() <= to; at = cron.nextRun(at)) {
    runs.push(at.getTime());
  }
  return runs;
}

const bookings = new Map<string, string>();

async function act({ who, books, moves, cancels, enquires }: Days['acts'][number]): Promise<void> {
  const known = bookings.get(who) ?? '';
  if (moves) await booked(await moveTo(known, isoInstant(london(moves))));
  if (cancels) await booked(await cancelCall(known));
  if (enquires) await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  if (!books) return;
  const asked = { start: isoInstant(london(books)), email: `${who}@example.org`, name: who };
  const soon = london(books) - t.app.now().getTime() < 4 * 86_400_000;
  const answer = soon
    ? await bookCallback(makeCallback(asked))
    : await bookDiscoveryCall(makeDiscoveryCall(asked));
  bookings.set(who, (await booked(answer)).booking);
}

type Sent = [at: string, to: string, of?: string];

const REMINDER = /^Reminder of your (?:callback|discovery call): (.*)$/;

/** What the mailbox took from the schedules since it had `seen` messages. */
function newlySent(seen: number, at: string): Sent[] {
  return t.mailbox.messages.slice(seen).flatMap(({ email }): Sent[] => {
    const of = REMINDER.exec(email.subject)?.[1];
    return [of ? [at, email.to[0]?.split('@')[0] ?? '', of] : [at, STAFF]];
  });
}

/** Something that happens, and whether it is a schedule's doing. */
interface Moment {
  at: number;
  does(): Promise<unknown>;
  scheduled: boolean;
}

/** A schedule at every instant of some days its own config names, run by `crowd` at once. */
const scheduled = (
  job: typeof jobRemind,
  config: Config,
  { days: { from, to }, crowd }: { days: Days; crowd: number },
): Moment[] =>
  runsOf(config, london(from), london(to)).map((at) => ({
    at,
    does: () => Promise.all(Array.from({ length: crowd }, () => runByClock(job))),
    scheduled: true,
  }));

const momentsOf = (days: Days, crowd: number): Moment[] =>
  [
    ...days.acts.map((one) => ({ at: london(one.at), does: () => act(one), scheduled: false })),
    ...scheduled(jobRemind, remindConfig, { days, crowd }),
    ...scheduled(jobDigest, digestConfig, { days, crowd }),
  ].sort((one, other) => one.at - other.at);

/** Lives through the days; after each run that sent something comes a restart, which is to send nothing. */
async function live(days: Days, crowd: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { at, does, scheduled } of momentsOf(days, crowd)) {
    t.setNow(new Date(at).toISOString());
    const seen = t.mailbox.messages.length;
    await does();
    if (!scheduled || t.mailbox.messages.length === seen) continue;
    await restart();
    sent.push(...newlySent(seen, new Date(at).toISOString().replace(':00.000', '')));
  }
  return sent;
}

const inLondon = (at: string) => {
  const wall = zoned(Date.parse(at));
  return `${wall.toPlainDate()} ${wall.toPlainTime().toString().slice(0, 5)} ${wall.offset === '+01:00' ? 'BST' : 'GMT'}`;
};

describe('what the schedules send', () => {
  test.each(DAYS)('around $name', { timeout: 120_000 }, async (days) => {
    // Over the first of these days three run at once each time, which changes nothing.
    const sent = await live(days, days === DAYS[0] ? 3 : 1);
    console.log(
      [
        `Around ${days.name}:`,
        ...sent.map(
          ([at, to, of]) => `  ${at}  ${inLondon(at)}  ${of ? `reminder to ${to}: ${of}` : to}`,
        ),
      ].join('\n'),
    );
    expect(sent.toSorted()).toEqual(days.sent.toSorted());
  });
});
